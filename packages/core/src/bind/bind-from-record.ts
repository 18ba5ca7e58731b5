/**
 * Binding of one record to the parameters that take pipeline input.
 *
 * Four phases: by value as it is, by property name as it is, by value converted, by property name converted. Each phase
 * first tries the parameters of the default set, if it is still possible, and the other possible sets only if that
 * bound nothing. Within a try every fitting parameter is bound. Later phases go on with what is unbound, so one record
 * can feed several parameters in several ways. With a prioritised set, all phases run for that set alone first.
 */
import {
  ParameterBindingArgumentTransformationException,
  ParameterBindingException,
  ParameterBindingParameterDefaultValueException,
  ParameterBindingValidationException,
} from '../records/exceptions.js';
import { applyDefault, applyDefaults, waitingDefaults } from './apply-default-values.js';
import { bindValue, isConversionFailure } from './bind-value.js';
import { type BindableParameter, matches } from './bindable-parameter.js';
import type { BindingState } from './binding-state.js';
import { checkParameterSets } from './check-parameter-sets.js';
import { restoreInitialValues, saveInitialValue } from './initial-values.js';
import { isEmpty, overlap, type ParameterSetMask, without } from './parameter-set-mask.js';
import { NO_PROPERTY, recordProperty } from './record-property.js';

/**
 * Gives a record, or its properties, to unbound parameters; what the previous record bound is restored before.
 *
 * @returns whether anything was bound
 * @throws ParameterBindingException for what refuses the record, `AmbiguousParameterSet`
 */
export function bindFromRecord(state: BindingState, record: unknown): boolean {
  restoreInitialValues(state);
  state.sets = state.startSets;
  const { prioritised } = state;
  let bound = false;
  if (isEmpty(prioritised)) {
    bound = runPhases(state, record, state.sets, true);
  } else {
    bound = runPhases(state, record, prioritised, false);
    if (state.sets !== prioritised) {
      bound = runPhases(state, record, without(state.sets, prioritised), true) || bound;
    }
  }
  checkParameterSets(state, 'strict');
  if (!state.defaultsApplied) applyDefaults(state);
  if (bound || state.delayed.length > 0) bindWaitingDefaults(state);
  return bound;
}

type Source = 'value' | 'name';

function runPhases(state: BindingState, record: unknown, sets: ParameterSetMask, check: boolean): boolean {
  let possible = sets;
  let bound = false;
  for (const convert of [false, true]) {
    for (const source of SOURCES) {
      if (source === 'name' && record === null) continue;
      if (!runPhase(state, record, possible, source, convert)) continue;
      bound = true;
      if (!check) continue;
      checkParameterSets(state, 'latching');
      possible = state.sets;
    }
  }
  return bound;
}

const SOURCES: readonly Source[] = ['value', 'name'];

function runPhase(
  state: BindingState,
  record: unknown,
  sets: ParameterSetMask,
  source: Source,
  convert: boolean,
): boolean {
  const { defaultSet } = state.command;
  if (!overlap(sets, defaultSet)) return bindInSets(state, record, sets, source, convert);
  return (
    bindInSets(state, record, defaultSet, source, convert) ||
    bindInSets(state, record, without(sets, defaultSet), source, convert)
  );
}

function bindInSets(
  state: BindingState,
  record: unknown,
  sets: ParameterSetMask,
  source: Source,
  convert: boolean,
): boolean {
  let bound = false;
  for (const parameter of state.command.inputParameters) {
    if (state.isBound(parameter) || !takesFrom(parameter, sets, source)) continue;
    const value = source === 'value' ? record : recordProperty(record, parameter);
    // A property without a value is there, and gives nothing.
    if (value === NO_PROPERTY || value === undefined) continue;
    if (bindPipelineValue(state, parameter, value, source, convert)) bound = true;
  }
  return bound;
}

function takesFrom(parameter: BindableParameter, sets: ParameterSetMask, source: Source): boolean {
  return parameter.sets.some((set) => (source === 'value' ? set.byValue : set.byName) && matches(set, sets));
}

function bindPipelineValue(
  state: BindingState,
  parameter: BindableParameter,
  value: unknown,
  source: Source,
  convert: boolean,
): boolean {
  try {
    saveInitialValue(state, parameter);
    if (!bindValue(state, parameter, value, convert)) return false;
  } catch (failure) {
    if (refusesRecord(failure, source)) throw failure;
    return false;
  }
  state.fromPipeline.push(parameter);
  return true;
}

/** A value that does not fit is no failure: another parameter may take the record. */
function refusesRecord(failure: unknown, source: Source): boolean {
  if (failure instanceof ParameterBindingArgumentTransformationException) {
    return source === 'name' || !isConversionFailure(failure);
  }
  return (
    !(failure instanceof ParameterBindingException) ||
    failure instanceof ParameterBindingValidationException ||
    failure instanceof ParameterBindingParameterDefaultValueException
  );
}

/** Default values of parameters that the record could have bound, and did not. They hold for this record only. */
function bindWaitingDefaults(state: BindingState): void {
  for (const parameter of waitingDefaults(state)) {
    saveInitialValue(state, parameter);
    if (applyDefault(state, parameter, bindValue)) state.fromPipeline.push(parameter);
  }
}
