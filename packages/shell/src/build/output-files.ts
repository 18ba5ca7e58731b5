import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { OutputFile } from './compiled.js';

/** Writes files whose content changed, so that whoever watches them hears of no others; gives their paths. */
export async function writeChanged(files: readonly OutputFile[]): Promise<readonly string[]> {
  const changed = await changedOf(files);
  for (const file of changed) replace(file);
  return changed.map(({ path }) => path);
}

/** Those that are not there, or have another content. */
export async function changedOf(files: readonly OutputFile[]): Promise<readonly OutputFile[]> {
  const contents = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => undefined)));
  return files.filter(({ content }, position) => content !== contents[position]);
}

/** Whoever reads the file meanwhile has the old content or the new one, never a part. Not to be interrupted. */
function replace({ path, content }: OutputFile): void {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(aside, content);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
