import { fstatSync } from 'node:fs';
import type { CommandDescription, ParameterDescription } from '@cmdlet/core';

/**
 * Whether a command line needs records from standard input though nobody said so.
 *
 * Only where there is something to read for certain, a pipe or a file, and the first command is made to work on
 * records: a parameter that takes them is mandatory, or is called InputObject, and is not given. Other commands would
 * wait for a pipe that whoever started the process has merely left open.
 */
export function wantsInput({ parameters, defaultParameterSet }: CommandDescription, words: readonly string[]): boolean {
  const given = words
    .filter((word) => /^--?[\p{L}_]/u.test(word))
    .map((word) => word.replace(/^--?/u, '').split(/[:=]/u)[0]);
  const positional = words.filter((word) => !word.startsWith('-')).length;
  const isGiven = ({ name, aliases, sets }: ParameterDescription): boolean => {
    const named = [name, ...aliases].some((each) =>
      given.some((word) => word !== undefined && each.toLowerCase().startsWith(word.toLowerCase())),
    );
    return named || sets.some(({ position }) => position !== null && position < positional && given.length === 0);
  };
  const takesInput = parameters.filter(({ sets }) =>
    sets.some((set) => set.valueFromPipeline || set.valueFromPipelineByPropertyName),
  );
  const needs = takesInput.filter(
    ({ name, sets }) =>
      name === 'InputObject' ||
      sets.some(
        ({ mandatory, set }) =>
          mandatory && (set === '__AllParameterSets' || defaultParameterSet === null || set === defaultParameterSet),
      ),
  );
  return needs.length > 0 && !needs.some(isGiven);
}

/** Whether a file descriptor is a pipe or a file, so that it has an end. */
export function hasInput(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isFile() || stats.isSocket();
  } catch {
    return false;
  }
}
