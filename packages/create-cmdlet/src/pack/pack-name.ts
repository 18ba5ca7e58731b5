import { builtinModules } from 'node:module';
import { basename, resolve } from 'node:path';
import { CreateError } from '../create-error.js';
import { text } from '../text.js';

const LONGEST_NAME = 214;

/**
 * Checks a name by the rules of npm for new packages.
 *
 * @throws CreateError `InvalidPackName`, with a name that would do
 */
export function checkPackName(name: string): string {
  const problem = problemOf(name);
  if (problem !== undefined)
    throw new CreateError('InvalidPackName', text.invalidName(name, problem, nearestName(name)));
  return name;
}

/** The folder and the name that one word means: `my-pack`, `packs/my-pack`, `.`, or `@me/my-pack`. */
export function placeOf(word: string, workingDirectory: string): { readonly folder: string; readonly name: string } {
  const [, unscoped] = /^@[^/\\]+\/([^/\\]+)$/.exec(word) ?? [];
  const folder = resolve(workingDirectory, unscoped ?? word);
  return { folder, name: unscoped === undefined ? basename(folder) : word };
}

function problemOf(name: string): string | undefined {
  const parts = name.startsWith('@') ? name.slice(1).split('/') : [name];
  if (name === '') return text.nameRules.empty;
  if (name.length > LONGEST_NAME) return text.nameRules.length(LONGEST_NAME);
  if (name !== name.toLowerCase()) return text.nameRules.lowerCase;
  if (name.startsWith('@') && parts.length !== 2) return text.nameRules.scope;
  if (parts.some((part) => /^[._]/.test(part) || part === '')) return text.nameRules.start;
  if (parts.some((part) => !/^[a-z0-9._-]+$/.test(part))) return text.nameRules.characters;
  if (['node_modules', 'favicon.ico'].includes(name) || builtinModules.includes(name)) return text.nameRules.taken;
  return undefined;
}

/** A name that the rules allow, as near as possible. */
function nearestName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[._-]+|-+$/g, '')
    .slice(0, LONGEST_NAME);
  return plain !== '' && problemOf(plain) === undefined ? plain : `${plain || 'my'}-pack`;
}
