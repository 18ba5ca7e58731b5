import { ParameterBindingException } from '../records/exceptions.js';
import { bindArgument } from './bind-argument.js';
import { bindValue } from './bind-value.js';
import type { BindableParameter } from './bindable-parameter.js';
import type { BindingState } from './binding-state.js';
import type { BindingSoFar } from './default-parameter-values.js';
import { intersect, isEmpty, UNDECIDED, widened } from './parameter-set-mask.js';
import { defaultValueNotBound, severalDefaultValues, severalParametersMatched } from './text.js';
import { wildcardPattern } from './wildcard-pattern.js';

/** Resolves the user's entries to parameters; called again when dynamic parameters are known. */
export function resolveDefaults(state: BindingState): void {
  const entries = state.request.defaults;
  if (entries === undefined || entries.length === 0) return;
  const resolved = new Map<BindableParameter, unknown>();
  const disputed = new Set<BindableParameter>();
  for (const { parameter: name, value } of entries) {
    const parameter = parameterOf(state, name);
    if (parameter === undefined) continue;
    if (!resolved.has(parameter)) {
      resolved.set(parameter, value);
    } else if (!Object.is(resolved.get(parameter), value)) {
      disputed.add(parameter);
      state.warn(`disputed ${parameter.name}`, { id: '', message: severalDefaultValues(name) });
    }
  }
  for (const parameter of disputed) resolved.delete(parameter);
  state.defaults = resolved;
}

/**
 * Binds the user's default values to unbound parameters that are still possible; to none if they have no set in common.
 *
 * One for a parameter that takes pipeline input waits: it is for records that leave the parameter unbound. A value that
 * does not bind is a warning.
 */
export function applyDefaults(state: BindingState): void {
  if (state.defaults.size === 0) return;
  const applicable = applicableDefaults(state).filter((parameter) => !waitsForRecords(state, parameter));
  for (const parameter of applicable) {
    if (applyDefault(state, parameter, bindArgument)) state.defaultsApplied = true;
  }
}

/** Binds default values that waited for records, to parameters that are asked for at once. */
export function applyWaitingDefaults(state: BindingState, parameters: readonly BindableParameter[]): void {
  for (const parameter of parameters) {
    if (state.defaults.has(parameter)) applyDefault(state, parameter, bindValue);
  }
}

/** Parameters whose default value waits, because a record may bind them. */
export function waitingDefaults(state: BindingState): readonly BindableParameter[] {
  if (state.defaults.size === 0 || state.historical.defaultsBlockInput === true) return [];
  return applicableDefaults(state).filter((parameter) => waitsForRecords(state, parameter));
}

/** Binds one default value, in the way that is given. @returns whether it was bound */
export function applyDefault(state: BindingState, parameter: BindableParameter, bind: typeof bindValue): boolean {
  const value = entryValue(state, state.defaults.get(parameter));
  if (value === undefined) return false;
  try {
    if (!bind(state, parameter, value, true)) return false;
  } catch (failure) {
    if (!(failure instanceof ParameterBindingException)) throw failure;
    const message = defaultValueNotBound(value, parameter.name, failure.message);
    state.warn(`default ${parameter.name}`, { id: '', message });
    return false;
  }
  if (!state.boundByDefault.includes(parameter.name)) state.boundByDefault = [...state.boundByDefault, parameter.name];
  return true;
}

function parameterOf(state: BindingState, name: string): BindableParameter | undefined {
  const exact = state.command.byName.get(name.toLowerCase());
  if (exact !== undefined || !/[*?[]/.test(name)) return exact;
  const pattern = wildcardPattern(name);
  const matching = new Set(
    state.command.names.filter(([candidate]) => pattern.test(candidate)).map(([, found]) => found),
  );
  if (matching.size > 1) {
    const names = [...matching].map((parameter) => parameter.name);
    state.warn(`several ${name}`, { id: '', message: severalParametersMatched(name, names) });
    return undefined;
  }
  return matching.values().next().value;
}

function applicableDefaults(state: BindingState): readonly BindableParameter[] {
  let common = widened(UNDECIDED, state.command.wide);
  const applicable: BindableParameter[] = [];
  for (const parameter of state.defaults.keys()) {
    if (!parameter.isIn(state.sets) || state.isBound(parameter)) continue;
    if (!isEmpty(parameter.mask)) common = intersect(common, parameter.mask);
    applicable.push(parameter);
  }
  return isEmpty(common) ? [] : applicable;
}

function waitsForRecords(state: BindingState, parameter: BindableParameter): boolean {
  return (
    state.request.expectingInput && state.historical.defaultsBlockInput !== true && parameter.takesInputIn(state.sets)
  );
}

/** The value of an entry; undefined for none. */
function entryValue(state: BindingState, entry: unknown): unknown {
  if (typeof entry !== 'function') return entry ?? null;
  const soFar: BindingSoFar = {
    boundParameters: state.bound.names(),
    boundPositionalParameters: state.boundByPosition,
    boundDefaultParameters: state.boundByDefault,
  };
  return (entry as (binding: BindingSoFar) => unknown)(soFar);
}
