import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type CommandIndex, readIndex } from '@cmdlet/core';
import { BuildError } from '../build/build-error.js';
import { readProject } from '../build/pack-project.js';
import { helpPages } from './help-page.js';
import { htmlFormat } from './html-format.js';
import { manFormat } from './man-format.js';
import { markdownFormat } from './markdown-format.js';
import type { PageFormat } from './page-format.js';
import { text } from './text.js';

/** The formats of reference pages. */
export const PAGE_FORMATS = { markdown: markdownFormat, man: manFormat, html: htmlFormat } satisfies Record<
  string,
  PageFormat
>;
export type PageFormatName = keyof typeof PAGE_FORMATS;

/** What is written, and where. */
export interface DocsOptions {
  /** The folder of the pack's package.json. */
  readonly folder: string;
  /** Default `markdown`. */
  readonly format?: PageFormatName;
  /** Default: `docs`, `man` or `site` in the pack. */
  readonly output?: string;
  /** The file of the index. Default: the one that package.json names. */
  readonly index?: string;
}

/** What was written. */
export interface DocsResult {
  readonly output: string;
  /** How many commands have a page. */
  readonly pages: number;
  readonly files: readonly string[];
}

/**
 * Writes the reference pages of a pack from its index, without loading any of its code.
 *
 * @throws BuildError `PackNotFound`, `UnreadablePack`, `IndexNotFound`, `InvalidCommandIndex`
 */
export async function writeDocs(options: DocsOptions): Promise<DocsResult> {
  const { folder, format = 'markdown', output, index } = options;
  const pages = helpPages(await readIndexFile(folder, index ?? (await indexOf(folder))));
  const { folder: usual, files } = PAGE_FORMATS[format];
  const target = output === undefined ? join(folder, usual) : resolve(folder, output);
  const written: string[] = [];
  for (const { path, content } of files(pages)) {
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    written.push(file);
  }
  return { output: target, pages: pages.length, files: written };
}

async function indexOf(folder: string): Promise<string> {
  const { index, manifest } = await readProject(folder);
  if (index === undefined) throw new BuildError(text.noIndexNamed(manifest), 'IndexNotFound', manifest);
  return index;
}

async function readIndexFile(folder: string, file: string): Promise<CommandIndex> {
  const path = relative(folder, file);
  let json: string;
  try {
    json = await readFile(file, 'utf8');
  } catch (error) {
    throw new BuildError(text.noIndex(path), 'IndexNotFound', file, error);
  }
  try {
    return readIndex(JSON.parse(json));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BuildError(text.badIndex(path, reason), 'InvalidCommandIndex', file, error);
  }
}
