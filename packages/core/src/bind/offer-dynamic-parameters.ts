import { mergeParameters } from '../declare/build/merge-parameters.js';
import { PipelineStoppedException } from '../records/exceptions.js';
import { dynamicParametersFailed } from './binding-errors.js';
import type { DynamicParameters } from './binding-request.js';
import type { BindingState } from './binding-state.js';

/**
 * Asks the command for its dynamic parameters, and makes them part of the call.
 *
 * @returns whether there are any
 * @throws ParameterBindingException `GetDynamicParametersException`
 * @throws MetadataException for a name or an alias that another parameter has
 */
export function offerDynamicParameters(state: BindingState): boolean {
  const dynamic = askFor(state);
  if (dynamic === undefined || dynamic.parameters.length === 0) return false;
  const { className, parameters } = state.command.metadata;
  state.dynamic = dynamic;
  state.continueWith(state.command.withParameters(mergeParameters(className, parameters, dynamic.parameters)));
  return true;
}

function askFor(state: BindingState): DynamicParameters | undefined {
  try {
    return state.request.dynamicParameters?.(state.bound.view);
  } catch (cause) {
    if (PipelineStoppedException.is(cause)) throw cause;
    throw dynamicParametersFailed(cause);
  }
}
