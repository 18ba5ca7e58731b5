import { bindDelayedValues } from './bind-delayed-values.js';
import { bindFromRecord } from './bind-from-record.js';
import { inputObjectMissingMandatory, inputObjectNotBound } from './binding-errors.js';
import { type BindingFailure, bindingFailureOf } from './binding-failure.js';
import type { BindingState } from './binding-state.js';
import { verifyParameterSetSelected } from './check-parameter-sets.js';
import { settleDoubts } from './doubtful-values.js';
import { restoreInitialValues } from './initial-values.js';
import { missingMandatory } from './missing-mandatory.js';
import { countSets } from './parameter-set-mask.js';

/**
 * Binds one record: delayed values first, then the record itself and its properties; the set must be decided then, and
 * nothing mandatory missing.
 *
 * @throws ParameterBindingException, RecordPropertyFailure
 */
export function bindRecord(state: BindingState, record: unknown): void {
  state.transformed = undefined;
  bindDelayedValues(state, record);
  const bound = bindFromRecord(state, record);
  verifyParameterSetSelected(state);
  if (!bound && state.delayed.length === 0) {
    throw inputObjectNotBound(state.command.inputParameters.filter((parameter) => !state.isBound(parameter)));
  }
  settleDoubts(state);
  const missing = missingMandatory(state, countSets(state.sets), false);
  if (missing.length > 0) throw inputObjectMissingMandatory(missing);
}

/** Cleans up after a record that was not bound, and says why it was not. */
export function recordFailure(state: BindingState, thrown: unknown): BindingFailure {
  const failure = bindingFailureOf(thrown);
  if (failure === undefined) throw thrown;
  // A record that bound, but not enough, leaves its values until the next one.
  if (failure.errorId === 'InputObjectMissingMandatory') return failure;
  try {
    restoreInitialValues(state);
  } catch {
    // The record failed already, and a setter that refuses its own initial value is no second failure of it.
  }
  return failure;
}
