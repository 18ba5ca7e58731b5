import type { ParameterMetadata } from '../declare/metadata.js';
import { type BindableParameter, matches } from './bindable-parameter.js';
import type { BindingState } from './binding-state.js';
import { countSets, isEmpty, isUndecided } from './parameter-set-mask.js';

/** A parameter that records may give a value to. */
export interface InputParameter {
  readonly parameter: ParameterMetadata;
  readonly byValue: boolean;
  readonly byName: boolean;
  /** A record that leaves it unbound is refused. */
  readonly mandatory: boolean;
}

/**
 * From where the binding of every record starts.
 *
 * If none of the four flags is set, nothing has to be decided per record: it is bound by giving each input parameter
 * its value or leaving it alone. One that binds nothing, or leaves a mandatory parameter unbound, is refused.
 */
export interface RecordState {
  /** Parameters that take pipeline input in a possible set and were not given otherwise, in the order they are tried. */
  readonly inputParameters: readonly InputParameter[];
  /** The set is chosen anew for each record. */
  readonly severalSets: boolean;
  /** One of the sets is tried before the others. */
  readonly prioritisedSet: boolean;
  /** Functions compute parameters from each record. */
  readonly delayedValues: boolean;
  /** Default values of the user apply to records that leave a parameter unbound, or were not tried yet. */
  readonly defaultsPending: boolean;
}

/** Reads the state off a binding that is complete. */
export function recordStateOf(state: BindingState): RecordState {
  const { startSets } = state;
  const hasWaitingDefault = (parameter: BindableParameter) =>
    state.historical.defaultsBlockInput !== true && state.defaults.has(parameter);
  const free = state.command.inputParameters.filter(
    (parameter) =>
      parameter.takesInputIn(startSets) && (!state.isBound(parameter) || state.fromPipeline.includes(parameter)),
  );
  return {
    inputParameters: free.map((parameter) => ({
      parameter: parameter.metadata,
      byValue: parameter.sets.some((set) => set.byValue && matches(set, startSets)),
      byName: parameter.sets.some((set) => set.byName && matches(set, startSets)),
      mandatory: parameter.isMandatoryIn(startSets),
    })),
    severalSets: !free.every(isInAllSets) && choosesSet(state),
    prioritisedSet: !isEmpty(state.prioritised),
    delayedValues: state.delayed.length > 0,
    defaultsPending: state.defaults.size > 0 && (!state.defaultsApplied || free.some(hasWaitingDefault)),
  };
}

/** Whether a record that gives it a value leaves the choice of the set as it is: every record then leads to the same. */
function isInAllSets({ sets }: BindableParameter): boolean {
  return sets.every(({ inAllSets }) => inAllSets);
}

function choosesSet({ command, startSets }: BindingState): boolean {
  if (!isUndecided(startSets)) return countSets(startSets) > 1;
  const onlyDefault = command.setCount === 1 && !isEmpty(command.defaultSet);
  return command.setCount > 0 && !onlyDefault;
}
