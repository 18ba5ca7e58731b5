import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandIndex } from '@cmdlet/core';
import type { OutputFile } from '../compiled.js';
import type { PackProject } from '../pack-project.js';
import { loadTypeScript } from '../typescript.js';
import { commandLines } from './command-lines.js';
import { exportedDeclarations } from './exported-declarations.js';
import { reportText } from './text.js';

/**
 * What users of a pack can call and import, as a text that is committed: a change of it is seen when the change is read.
 *
 * The same for the same declarations, in whatever order they stand and whatever they are commented with.
 */
export async function apiReport(
  project: PackProject,
  index: CommandIndex,
  outputs: readonly OutputFile[],
): Promise<string> {
  const declarations = await declarationsOf(project, outputs);
  return [
    reportText.title(index.pack.name),
    reportText.about,
    '## Commands',
    ...commandLines(index),
    ...(declarations.length === 0
      ? []
      : ['## Exports', ['```typescript', declarations.join('\n\n'), '```'].join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Declarations as the compiler wrote them, or as the author of a pack in JavaScript did. */
async function declarationsOf(
  { folder, types, tsconfig }: PackProject,
  outputs: readonly OutputFile[],
): Promise<readonly string[]> {
  // What types a pack in JavaScript has is written by hand, and committed already.
  if (types === undefined || tsconfig === undefined) return [];
  const made = new Map(outputs.map(({ path, content }) => [resolve(path), content]));
  const read = async (path: string): Promise<string | undefined> =>
    made.get(path) ?? (await readFile(path, 'utf8').catch(() => undefined));
  return exportedDeclarations(loadTypeScript(folder), types, read);
}
