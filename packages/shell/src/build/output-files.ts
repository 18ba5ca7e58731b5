import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { OutputFile } from './compiled.js';

/** Writes files whose content changed, so that whoever watches them hears of no others; gives their paths. */
export async function writeChanged(files: readonly OutputFile[]): Promise<readonly string[]> {
  const changed = await changedOf(files);
  for (const { path, content } of changed) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return changed.map(({ path }) => path);
}

/** Those that are not there, or have another content. */
export async function changedOf(files: readonly OutputFile[]): Promise<readonly OutputFile[]> {
  const contents = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => undefined)));
  return files.filter(({ content }, position) => content !== contents[position]);
}
