import { type CommandDescription, type ParameterDescription, sharedParameters } from '@cmdlet/core';

/**
 * The parameters of a command in the order in which they are proposed: its own, those it got on request, those of jobs,
 * and the common ones.
 */
export function allParameters(description: CommandDescription): readonly ParameterDescription[] {
  const own = description.parameters.filter((each) => !isCommon(each));
  const known = new Set(own.map(({ name }) => name));
  return [...own, ...sharedParameters(description).filter(({ name }) => !known.has(name))];
}

/** Whether a parameter is one that every command has. Of two that a prefix fits, a command's own one is meant. */
export function isCommon({ name }: ParameterDescription): boolean {
  return commonNames.has(name);
}

const commonNames = new Set(sharedParameters({ asJob: false }).map(({ name }) => name));
