import type { ParameterDescription } from '@cmdlet/core';
import type { ElementValue } from './completion-line.js';
import type { ParsedArgument } from './parsed-arguments.js';
import { type BindingState, bindOne } from './pseudo-binding-state.js';

/**
 * Binds values without a name by position.
 *
 * For a value the default set is tried first, if the types are the same without conversion; for names of parameters all
 * sets are equal, so that as many names as possible stay.
 *
 * @returns the values that no position is left for
 */
export function bindPositional(
  state: BindingState,
  given: readonly ParsedArgument[],
  wanted: 'name' | 'value',
): ParsedArgument[] {
  const positions = positionsOf(state);
  if (positions.length === 0) return [...given];
  const values = given.filter(({ value }) => value?.isSplatted !== true);
  for (const position of positions) {
    const candidates = (valid: bigint): ParameterDescription[] =>
      state.unbound.filter((each) =>
        state.sets.declarationsIn(each, valid & state.valid).some((inSet) => inSet.position === position),
      );
    if (candidates(state.valid).length === 0) continue;
    const argument = values.shift();
    if (argument === undefined) break;
    const isDefaultPossible = wanted === 'value' && (state.valid & state.sets.default) !== 0n;
    const preferred = isDefaultPossible
      ? candidates(state.sets.default).filter(({ type }) => isOfType(argument.value, type))
      : [];
    const chosen = preferred.length > 0 ? preferred : candidates(state.valid);
    const flags = chosen.reduce((all, each) => all | state.sets.flagsOf(each), 0n);
    for (const parameter of chosen) bindOne(state, parameter, argument, 0n);
    if (flags !== 0n) state.valid &= flags;
  }
  return values;
}

/** All positions of parameters that are still to be bound, in order. */
function positionsOf({ unbound, sets, valid }: BindingState): readonly number[] {
  const positions = unbound.flatMap((each) =>
    sets.declarationsIn(each, valid).flatMap(({ position }) => (position === null ? [] : [position])),
  );
  return [...new Set(positions)].sort((left, right) => left - right);
}

/** Whether a value needs no conversion; one that is not known might be anything. */
function isOfType(value: ElementValue | undefined, type: string): boolean {
  if (value === undefined || !value.isKnown) return true;
  const element = type.endsWith('[]') ? type.slice(0, -2) : undefined;
  if (Array.isArray(value.value)) return element !== undefined;
  const name = typeNameOf(value.value);
  return name === undefined || type === name || element === name || type.toLowerCase() === 'object';
}

function typeNameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return typeof value === 'boolean' ? 'bool' : undefined;
}
