import { isWildcard, wildcardPattern } from '@cmdlet/core';
import type { CompletionMatch } from './completion-match.js';
import type { CompletionSources, FileSource } from './completion-sources.js';
import { sorted, wordPattern } from './word-pattern.js';

export interface PathOptions {
  /** Wildcards in the word mean themselves. */
  readonly isLiteral?: boolean;
  readonly directoriesOnly?: boolean;
}

/** Files and folders whose names begin with the last part of the word, ignoring case; wildcards may stand in any part. */
export async function completePath(
  word: string,
  { files, style }: CompletionSources,
  { isLiteral = false, directoriesOnly = false }: PathOptions = {},
): Promise<CompletionMatch[]> {
  const { text, quote } = style.openWord(word);
  const separator = Math.max(text.lastIndexOf('/'), style.dotsPaths ? text.lastIndexOf('\\') : -1);
  const typedFolder = text.slice(0, separator + 1).replaceAll('\\', style.dotsPaths ? '/' : '\\');
  const fits = wordPattern(text.slice(separator + 1));
  const found: (CompletionMatch & { readonly fullPath: string })[] = [];
  for (const { folder, shown } of await foldersOf(typedFolder, { files, style })) {
    for (const { name, isDirectory } of await files.list(folder)) {
      if (!fits(name) || (directoriesOnly && !isDirectory)) continue;
      const fullPath = joined(folder, name);
      found.push({
        completionText: style.path({ folder: shown, name, isDirectory, quote, isLiteral }),
        listItemText: name,
        resultType: isDirectory ? 'ProviderContainer' : 'ProviderItem',
        toolTip: fullPath,
        fullPath,
      });
    }
  }
  return sorted(found, ({ fullPath }) => fullPath).map(({ fullPath: _, ...match }) => match);
}

interface Folder {
  /** Full path. */
  readonly folder: string;
  /** How it is written in front of a name. */
  readonly shown: string;
}

async function foldersOf(
  typed: string,
  { files, style }: Pick<CompletionSources, 'files' | 'style'>,
): Promise<readonly Folder[]> {
  const { start, rest } = beginningOf(typed, files, style.dotsPaths);
  if (start === undefined) return [];
  let folders: readonly Folder[] = [start];
  for (const part of rest.split('/')) {
    if (part === '' || (part === '.' && style.dotsPaths)) continue;
    if (part === '..' && style.dotsPaths && folders.every(({ shown }) => isNamed(shown))) {
      folders = folders.map(({ folder, shown }) => ({ folder: parentOf(folder), shown: parentOf(shown) }));
      continue;
    }
    folders = (await Promise.all(folders.map((folder) => into(folder, part, files)))).flat();
  }
  return folders;
}

/** Where a path begins: at home, at a root, or at the working directory. */
function beginningOf(
  typed: string,
  { home, workingDirectory }: FileSource,
  dotsPaths: boolean,
): { readonly start: Folder | undefined; readonly rest: string } {
  if (typed.startsWith('~/')) {
    return { start: home === undefined ? undefined : { folder: home, shown: '~/' }, rest: typed.slice(2) };
  }
  const root = /^(?:[A-Za-z]:)?\//u.exec(typed)?.[0];
  if (root !== undefined) return { start: { folder: root, shown: root }, rest: typed.slice(root.length) };
  const shown = dotsPaths && !typed.startsWith('../') ? './' : '';
  return { start: { folder: workingDirectory, shown }, rest: typed };
}

/** Whether what is shown ends with the name of a folder, so that `..` leads back out of it. */
function isNamed(shown: string): boolean {
  return /(?:^|\/)(?!\.{1,2}\/)[^/]+\/$/u.test(shown);
}

function parentOf(path: string): string {
  return path.replace(/[^/]+\/?$/u, '');
}

async function into({ folder, shown }: Folder, part: string, files: FileSource): Promise<readonly Folder[]> {
  if (!isWildcard(part)) return [{ folder: joined(folder, part), shown: `${shown}${part}/` }];
  const pattern = wildcardPattern(part);
  return (await files.list(folder))
    .filter(({ name, isDirectory }) => isDirectory && pattern.test(name))
    .map(({ name }) => ({ folder: joined(folder, name), shown: `${shown}${name}/` }));
}

function joined(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
