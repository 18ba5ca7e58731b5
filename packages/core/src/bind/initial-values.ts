import {
  type ParameterBindingException,
  ParameterBindingParameterDefaultValueException,
} from '../records/exceptions.js';
import type { BindableParameter } from './bindable-parameter.js';
import { about, parameterBindingFailed, reasonOf } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import { defaultValueNotReadable } from './text.js';

/**
 * Keeps what a parameter holds before the pipeline first gives it a value.
 *
 * @throws ParameterBindingParameterDefaultValueException `GetDefaultValueFailed`
 */
export function saveInitialValue(state: BindingState, parameter: BindableParameter): void {
  const { metadata } = parameter;
  state.initialValues ??= new Map();
  if (state.initialValues.has(metadata)) return;
  try {
    state.initialValues.set(metadata, state.receiverOf(parameter)[metadata.property]);
  } catch (cause) {
    throw new ParameterBindingParameterDefaultValueException(defaultValueNotReadable(parameter.name, reasonOf(cause)), {
      errorId: 'GetDefaultValueFailed',
      category: 'ReadError',
      ...about(parameter),
      cause,
    });
  }
}

/**
 * Gives parameters that hold a value of the previous record their initial value back; they are unbound then.
 *
 * @throws ParameterBindingException `ParameterBindingFailed` if a setter throws
 */
export function restoreInitialValues(state: BindingState): void {
  const { fromPipeline } = state;
  state.isPrepared = false;
  if (fromPipeline.length === 0) return;
  state.fromPipeline = [];
  const keepEntry = state.historical.staleBoundParameters === true;
  let failure: ParameterBindingException | undefined;
  for (const parameter of fromPipeline) {
    const { metadata } = parameter;
    state.bound.delete(metadata, keepEntry);
    state.doubtful?.delete(parameter);
    const value = state.initialValues?.get(metadata);
    try {
      state.receiverOf(parameter)[metadata.property] = value;
    } catch (cause) {
      failure ??= parameterBindingFailed(parameter, value, reasonOf(cause), cause);
    }
  }
  if (failure !== undefined) throw failure;
}
