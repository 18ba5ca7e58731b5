import { bindArgument } from './bind-argument.js';
import { parameterAlreadyBound, parameterNotInParameterSet } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import type { CommandArgument } from './command-argument.js';
import { findParameter, type NameRules } from './find-parameter.js';

/**
 * Binds the arguments that name a parameter, in order.
 *
 * A splatted argument gives way to an explicit one for the same parameter.
 *
 * @returns the arguments that are left
 * @throws ParameterBindingException
 */
export function bindNamedArguments(state: BindingState, rules: NameRules): readonly CommandArgument[] {
  const startSets = state.sets;
  const left: CommandArgument[] = [];
  let explicit: ReadonlySet<string> | undefined;
  for (const argument of state.unused) {
    const parameter = argument.name === undefined ? undefined : findParameter(state.command, argument.name, rules);
    if (parameter === undefined || argument.name === undefined) {
      left.push(argument);
      continue;
    }
    if (argument.splatted === true) {
      explicit ??= new Set(state.bound.names());
      if (explicit.has(parameter.name)) continue;
    }
    if (state.isBound(parameter)) throw parameterAlreadyBound(parameter, argument.name);
    if (!parameter.isIn(startSets)) {
      throw parameterNotInParameterSet(parameter, argument.name, state.command.setNameOf(startSets));
    }
    bindArgument(state, parameter, argument.value, true);
  }
  return left;
}
