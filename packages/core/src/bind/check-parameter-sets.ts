import type { ParameterBindingException } from '../records/exceptions.js';
import { matches } from './bindable-parameter.js';
import { ambiguousParameterSet } from './binding-errors.js';
import type { BindingState } from './binding-state.js';
import { explainAmbiguity } from './explain-ambiguity.js';
import {
  countSets,
  intersect,
  isEmpty,
  isUndecided,
  overlap,
  type ParameterSetMask,
  unite,
  without,
} from './parameter-set-mask.js';

/**
 * - `lenient`: input may still decide; the default set is only named
 * - `latching`: input may still decide, but the default set is chosen where it is among several
 * - `strict`: one set must be chosen now
 */
type SetCheck = 'lenient' | 'latching' | 'strict';

/**
 * Checks that at least one parameter set is left, and chooses one where the rules allow it.
 *
 * @returns how many sets are possible; while nothing is decided, as many as declared (at least one)
 * @throws ParameterBindingException `AmbiguousParameterSet`
 */
export function checkParameterSets(state: BindingState, check: SetCheck): number {
  const { command } = state;
  const applyDefault = check !== 'lenient';
  const inputMayDecide = check !== 'strict';
  let count = countSets(state.sets);
  if (count === 0) throw ambiguity(state);

  if (count > 1) {
    if (overlap(state.sets, command.defaultSet)) {
      state.parameterSetName = command.setNameOf(command.defaultSet);
      if (!applyDefault) return count;
      state.sets = command.defaultSet;
      return 1;
    }
    if (inputMayDecide && takesInput(state)) return count;
    return resolveByMandatory(state);
  }

  if (isUndecided(state.sets)) {
    count = Math.max(command.setCount, 1);
    if (!(inputMayDecide && takesInput(state))) {
      if (!isEmpty(command.defaultSet)) {
        if (applyDefault) {
          state.sets = command.defaultSet;
          count = 1;
        }
      } else if (count > 1) {
        return resolveByMandatory(state);
      }
    }
  }
  state.showSetName();
  return count;
}

/**
 * Makes sure that one set is chosen if several are declared.
 *
 * @throws ParameterBindingException `AmbiguousParameterSet`
 */
export function verifyParameterSetSelected(state: BindingState): void {
  if (state.command.setCount < 2 || !isUndecided(state.sets)) return;
  if (isEmpty(state.command.defaultSet)) throw ambiguity(state);
  state.sets = state.command.defaultSet;
}

/** The possible sets without those that cannot take pipeline input; all of them if none can, or every set can. */
export function setsTakingInput(state: BindingState): ParameterSetMask {
  let taking = state.command.none;
  for (const { parameter } of state.delayed) taking = unite(taking, parameter.mask);
  for (const parameter of state.command.inputParameters) {
    if (state.isBound(parameter)) continue;
    for (const set of parameter.sets) {
      if (!(set.byValue || set.byName) || !matches(set, state.sets)) continue;
      if (set.inAllSets) return state.sets;
      taking = unite(taking, set.mask);
    }
  }
  return isEmpty(taking) ? state.sets : intersect(state.sets, taking);
}

export function ambiguity(state: BindingState): ParameterBindingException {
  return ambiguousParameterSet(explainAmbiguity(state));
}

/** Whether an unbound parameter could take pipeline input in a possible set. */
function takesInput(state: BindingState): boolean {
  return state.command.inputParameters.some(
    (parameter) => !state.isBound(parameter) && parameter.takesInputIn(state.sets),
  );
}

/** Chooses the only set in which nothing mandatory is missing. */
function resolveByMandatory(state: BindingState): number {
  const { command } = state;
  let complete = intersect(state.sets, command.populatedSets);
  for (const parameter of command.mandatoryParameters) {
    if (!state.isBound(parameter)) complete = without(complete, parameter.mandatorySets);
  }
  if (countSets(complete) !== 1) throw ambiguity(state);
  state.sets = complete;
  state.showSetName();
  return 1;
}
