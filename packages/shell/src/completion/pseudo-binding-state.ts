import type { ParameterDescription } from '@cmdlet/core';
import type { ParameterSets } from './parameter-sets.js';
import type { ParsedArgument } from './parsed-arguments.js';

/** What a parameter got: an argument, several as the rest of the line, or what comes down the pipeline. */
export type BoundArgument = ParsedArgument | readonly ParsedArgument[] | 'pipeline';

/** What changes while a call is bound. */
export interface BindingState {
  readonly sets: ParameterSets;
  valid: bigint;
  readonly bound: Map<ParameterDescription, BoundArgument>;
  unbound: ParameterDescription[];
}

/** @param flags the sets that remain possible; 0 for all that were */
export function bindOne(
  state: BindingState,
  parameter: ParameterDescription,
  argument: BoundArgument,
  flags: bigint,
): void {
  if (flags !== 0n) state.valid &= flags;
  state.unbound = state.unbound.filter((each) => each !== parameter);
  if (!state.bound.has(parameter)) state.bound.set(parameter, argument);
}
