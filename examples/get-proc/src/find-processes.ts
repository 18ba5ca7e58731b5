import { ErrorRecord } from '@cmdlet/core';
import type { ProcessInfo } from './process-info.js';

/** What a search found, and an error for each name or id that nothing was found for. */
export interface SearchResult {
  readonly found: readonly ProcessInfo[];
  readonly missing: readonly ErrorRecord[];
}

/** Processes by name. `*` stands for any text, `?` for one character; a name with wildcards may find nothing. */
export function findByName(processes: readonly ProcessInfo[], names: readonly string[]): SearchResult {
  const patterns = names.map((name) => ({ name, pattern: patternOf(name) }));
  const missing = patterns.filter(
    ({ name, pattern }) => !/[*?]/.test(name) && !processes.some((process) => pattern.test(process.name)),
  );
  return {
    found: processes.filter((process) => patterns.some(({ pattern }) => pattern.test(process.name))),
    missing: missing.map(({ name }) => {
      const message = `There is no process with the name '${name}'. Wildcards find parts of names: '*${name}*'.`;
      return new ErrorRecord(new Error(message), 'NoProcessFoundForGivenName', 'ObjectNotFound', name);
    }),
  };
}

/** Processes by id. */
export function findById(processes: readonly ProcessInfo[], ids: readonly number[]): SearchResult {
  const missing = ids.filter((id) => !processes.some((process) => process.id === id));
  return {
    found: processes.filter((process) => ids.includes(process.id)),
    missing: missing.map((id) => {
      const message = `There is no process with the id ${id}. It may have ended.`;
      return new ErrorRecord(new Error(message), 'NoProcessFoundForGivenId', 'ObjectNotFound', id);
    }),
  };
}

function patternOf(name: string): RegExp {
  const source = name
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i');
}
