import type { BindableParameter } from './bindable-parameter.js';
import type { BindingState } from './binding-state.js';
import { TransformedArguments, transformed } from './transformed-arguments.js';

/**
 * An argument as the parameter's transformations make it; they run once per argument, however often it is tried.
 *
 * @throws ParameterBindingArgumentTransformationException `ParameterArgumentTransformationError`
 */
export function transformArgument(state: BindingState, parameter: BindableParameter, argument: unknown): unknown {
  if (parameter.metadata.transformations.length === 0) return argument;
  if (state.historical.repeatedTransformations === true) return transformed(parameter, argument);
  state.transformed ??= new TransformedArguments();
  return state.transformed.of(parameter, argument);
}
