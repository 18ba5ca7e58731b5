import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CmdletException } from '@cmdlet/core';
import { messageOf } from '../job-error.js';
import { moduleText } from '../script-block/module-text.js';
import { stripTypes } from '../script-block/strip-types.js';
import { typescriptImports } from '../script-block/typescript-imports.js';
import { text } from './text.js';

/** A script file as it was when it was read. */
export interface ScriptFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** Whether it is text of the command language, and not a module. */
  readonly isLanguage: boolean;
}

/** What scripts that are modules end in; the command language's end in `.ps1`. */
export const moduleExtensions = ['.ts', '.mts', '.js', '.mjs', '.cjs'] as const;
const LANGUAGE = '.ps1';

/**
 * Finds a script file and reads it, at once and whole. In this order: a pattern is refused, and another extension
 * (`System.ArgumentException`), a file that is not there (`PathNotFound`), one that cannot be read, as a directory or for
 * want of rights (`CommandNotFoundException`).
 *
 * @param given path as the caller gave it
 * @param location what a relative path starts from
 * @param literal whether characters of wildcards stand for themselves
 */
export function readScriptFile(given: string, location: string, literal: boolean): ScriptFile {
  const path = resolve(location, given);
  if (!literal && /[*?[\]]/.test(given)) throw argumentError(text.wildcardsInPath(given));
  const isLanguage = path.toLowerCase().endsWith(LANGUAGE);
  if (!isLanguage && !moduleExtensions.some((extension) => path.toLowerCase().endsWith(extension))) {
    throw argumentError(text.notAScript([...moduleExtensions, LANGUAGE]));
  }
  if (!isThere(path)) {
    const target = literal ? given : path;
    throw new CmdletException(text.pathNotFound(target), {
      errorId: 'PathNotFound',
      category: 'ObjectNotFound',
      target,
    });
  }
  return { path, text: readText(path), isLanguage };
}

/** The module in a file as a function that can be sent. One that cannot be parsed: `SyntaxError`, category ParserError. */
export function functionOfFile({ path, text: source }: ScriptFile): string {
  const javascript = /\.m?ts$/i.test(path) ? stripTypes(source, path) : source;
  try {
    return moduleText(javascript, path, typescriptImports(javascript, path));
  } catch (error) {
    throw new CmdletException(text.syntaxError(path, messageOf(error)), {
      errorId: 'SyntaxError',
      category: 'ParserError',
      target: path,
      cause: error,
    });
  }
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw cannotRead(path, error);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw cannotRead(path, error);
  }
}

function cannotRead(path: string, error: unknown): CmdletException {
  return new CmdletException(text.accessDenied(path, messageOf(error)), {
    errorId: 'CommandNotFoundException',
    category: 'ObjectNotFound',
    target: '',
    cause: error,
  });
}

function argumentError(message: string): CmdletException {
  return new CmdletException(message, { errorId: 'System.ArgumentException', category: 'NotSpecified' });
}
