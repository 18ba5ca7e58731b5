import { ParameterBindingException } from '../records/exceptions.js';
import type { BindableParameter } from './bindable-parameter.js';
import type { BindingState } from './binding-state.js';
import { countSets, intersect, isEmpty, isUndecided, overlap, without } from './parameter-set-mask.js';
import { checkNullOrEmpty } from './validate/check-null-or-empty.js';

/**
 * The null and empty check of a mandatory parameter, for the sets that are still possible.
 *
 * A value that only some of them refuse is in doubt until the set is known; see {@link settleDoubts}.
 *
 * @throws ParameterBindingValidationException
 */
export function checkEmptiness(state: BindingState, parameter: BindableParameter, value: unknown): void {
  const possible = isEmpty(parameter.mask) ? state.sets : intersect(state.sets, parameter.mask);
  const certain =
    parameter.mandatoryInAllSets ||
    state.historical.emptinessOfAnySet === true ||
    isEmpty(without(possible, parameter.mandatorySets));
  state.doubtful?.delete(parameter);
  if (!certain && !overlap(possible, parameter.mandatorySets)) return;
  try {
    checkNullOrEmpty(value, parameter.metadata);
  } catch (failure) {
    if (certain || !(failure instanceof ParameterBindingException)) throw failure;
    state.doubtful ??= new Map();
    state.doubtful.set(parameter, failure);
  }
}

/** Refuses null and empty values that the chosen set does not allow, if it is known. */
export function settleDoubts({ doubtful, sets }: BindingState): void {
  if (doubtful === undefined || isUndecided(sets) || countSets(sets) !== 1) return;
  for (const [parameter, failure] of doubtful) {
    if (overlap(parameter.mandatorySets, sets)) throw failure;
  }
}
