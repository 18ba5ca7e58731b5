import { bindValue } from './bind-value.js';
import type { BindableParameter } from './bindable-parameter.js';
import { scriptBlockNoInput } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import { DelayedBinding } from './delayed-value.js';

/**
 * Binds an argument of the command line or of the user's defaults.
 *
 * A function for a parameter that takes pipeline input, and cannot hold a function or is marked for it, is kept and run
 * per record; the parameter counts as bound at once.
 *
 * @returns false if the value was not bound to the parameter, or only later will be
 * @throws ParameterBindingException
 */
export function bindArgument(
  state: BindingState,
  parameter: BindableParameter,
  value: unknown,
  convert: boolean,
): boolean {
  if (typeof value !== 'function' || !parameter.delaysFunctions || !parameter.takesInputIn(state.sets)) {
    const bound = bindValue(state, parameter, value, convert);
    if (bound) state.given?.set(parameter.metadata, value);
    return bound;
  }
  if (!state.request.expectingInput) throw scriptBlockNoInput(parameter);
  if (!state.isBound(parameter)) {
    const scriptBlock = value as (record: unknown) => unknown;
    state.delayed = [...state.delayed, { parameter, scriptBlock }];
    state.bound.set(parameter.metadata, new DelayedBinding(scriptBlock));
    state.given?.set(parameter.metadata, value);
    state.narrowTo(parameter);
  }
  return false;
}
