import type { ParameterMetadata } from '../declare/metadata.js';
import { warnObsolete } from './bind-value.js';
import type { BindableParameter } from './bindable-parameter.js';
import type { BindingState } from './binding-state.js';
import { restoreInitialValues, saveInitialValue } from './initial-values.js';

/**
 * Restores what the previous record bound, and takes it that these parameters hold a record from now on.
 *
 * @param values what is going to be assigned to them; needed only for the dictionary of bound parameters
 * @returns false if an initial value cannot be read, or to restore one could fail; nothing is done then
 */
export function prepareRecord(
  state: BindingState,
  parameters: readonly ParameterMetadata[],
  values: readonly unknown[] | undefined,
): boolean {
  if (!state.fromPipeline.every((parameter) => isPlain(state, parameter))) return false;
  const prepared = parameters.map((metadata) => parameterOf(state, metadata));
  try {
    for (const parameter of prepared) saveInitialValue(state, parameter);
  } catch {
    return false;
  }
  restoreInitialValues(state);
  state.sets = state.startSets;
  // Values are entered where somebody looks; elsewhere that is left until somebody does, and then read from the cmdlet.
  const watched = values !== undefined && state.bound.isViewed;
  for (const [index, parameter] of prepared.entries()) {
    const { metadata } = parameter;
    if (watched) state.bound.set(metadata, values[index]);
    else state.bound.adopt(metadata, state.receiverOf(parameter));
    if (metadata.obsolete !== undefined) warnObsolete(state, parameter);
  }
  state.fromPipeline = prepared;
  state.isPrepared = !watched;
  return true;
}

/** A setter may refuse its initial value, which is an error of the record that comes next: the binder's business. */
function isPlain(state: BindingState, parameter: BindableParameter): boolean {
  const property = Object.getOwnPropertyDescriptor(state.receiverOf(parameter), parameter.metadata.property);
  return property?.writable === true;
}

function parameterOf({ command }: BindingState, metadata: ParameterMetadata): BindableParameter {
  return command.parameters.find((parameter) => parameter.metadata === metadata)!;
}
