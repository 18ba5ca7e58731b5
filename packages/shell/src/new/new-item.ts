import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { BuildError } from '../build/build-error.js';
import { withCmdlet, withExport, withImport } from './add-to-module.js';
import { classNames, cmdletNames } from './item-names.js';
import { cmdletTestText, cmdletText, declarationText, jobTestText, jobText, plainTestText } from './item-text.js';
import { findSources, isThere, type PackSources } from './pack-sources.js';
import { text } from './text.js';

/** What can be made in a pack. */
export const ITEM_KINDS = ['cmdlet', 'job', 'test'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What became of the files of a pack; their paths are relative to its folder. */
export interface NewItem {
  readonly made: readonly string[];
  readonly changed: readonly string[];
  /** What could not be done, and is left to the author. */
  readonly left: readonly string[];
}

/**
 * Makes a cmdlet, a job class or a test in a pack: its file, its test, and its place in what the package exports.
 *
 * All or nothing: what is there already is not touched.
 *
 * @throws BuildError `PackNotFound`, `InvalidCommandName`, `UnapprovedVerb`, `InvalidClassName`, `FileExists`,
 *   `SourceNotFound` for the test of a cmdlet that is not there
 */
export async function newItem(folder: string, kind: ItemKind, name: string): Promise<NewItem> {
  const names = kind === 'job' ? undefined : cmdletNames(name);
  const sources = await findSources(folder);
  if (names === undefined) return newJob(sources, name);
  return kind === 'cmdlet' ? newCmdlet(sources, names) : newTest(sources, names);
}

async function newCmdlet(sources: PackSources, names: ReturnType<typeof cmdletNames>): Promise<NewItem> {
  const { extension, runner, index, pack } = sources;
  const module = `./${names.fileName}.js`;
  const entry = { className: names.className, module };
  const made = [
    { path: sourcePath(sources, names.fileName), content: cmdletText(names, extension) },
    {
      path: testPath(sources, names.fileName),
      content: cmdletTestText(names, { runner, module: `../src/${names.fileName}.js` }),
    },
  ];
  const packSource = withImport(await readFile(pack, 'utf8'), entry);
  const listed = withCmdlet(packSource, names.className);
  const changes = new Map<string, string>();
  if (listed !== undefined) changes.set(pack, listed);
  changes.set(index, withExport(changes.get(index) ?? (await readFile(index, 'utf8')), entry));
  await declare(sources, names.className, 'cmdlet', changes);
  const left = listed === undefined ? [text.listYourself(relative(sources.folder, pack), names.className)] : [];
  return write(sources, made, changes, left);
}

async function newJob(sources: PackSources, name: string): Promise<NewItem> {
  const { extension, runner, index } = sources;
  const { className, fileName } = classNames(name);
  const made = [
    { path: sourcePath(sources, fileName), content: jobText(className, extension) },
    {
      path: testPath(sources, fileName),
      content: jobTestText(className, extension, { runner, module: `../src/${fileName}.js` }),
    },
  ];
  const exported = withExport(await readFile(index, 'utf8'), { className, module: `./${fileName}.js` });
  const changes = new Map([[index, exported]]);
  await declare(sources, className, 'job', changes);
  return write(sources, made, changes, []);
}

/** Types that are written by hand, beside a module in JavaScript, get those of the new export. */
async function declare(
  { index, extension }: PackSources,
  className: string,
  kind: 'cmdlet' | 'job',
  changes: Map<string, string>,
): Promise<void> {
  const file = index.replace(/\.js$/u, '.d.ts');
  if (extension === 'ts' || !(await isThere(file))) return;
  const source = await readFile(file, 'utf8');
  if (!new RegExp(`\\b${className}\\b`, 'u').test(source)) {
    changes.set(file, `${source.trimEnd()}\n${declarationText(className, kind)}`);
  }
}

async function newTest(sources: PackSources, names: ReturnType<typeof cmdletNames>): Promise<NewItem> {
  const source = sourcePath(sources, names.fileName);
  if (!(await isThere(source))) {
    const path = relative(sources.folder, source);
    throw new BuildError(text.noSource(names.command, path), 'SourceNotFound', source);
  }
  const mandatory = /\bmandatory\s*:\s*true\b/u.test(await readFile(source, 'utf8'));
  const { runner } = sources;
  const content = plainTestText(names, mandatory, { runner, module: `../src/${names.fileName}.js` });
  return write(sources, [{ path: testPath(sources, names.fileName), content }], new Map(), []);
}

interface NewFile {
  readonly path: string;
  readonly content: string;
}

async function write(
  { folder }: PackSources,
  made: readonly NewFile[],
  changes: ReadonlyMap<string, string>,
  left: readonly string[],
): Promise<NewItem> {
  for (const { path } of made) {
    if (await isThere(path)) throw new BuildError(text.isThere(relative(folder, path)), 'FileExists', path);
  }
  for (const { path, content } of made) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { flag: 'wx' });
  }
  for (const [path, content] of changes) await writeFile(path, content);
  return {
    made: made.map(({ path }) => relative(folder, path)),
    changed: [...changes.keys()].map((path) => relative(folder, path)),
    left,
  };
}

function sourcePath({ folder, extension }: PackSources, fileName: string): string {
  return join(folder, 'src', `${fileName}.${extension}`);
}

function testPath({ folder, extension }: PackSources, fileName: string): string {
  return join(folder, 'test', `${fileName}.test.${extension}`);
}
