import type { BindableParameter } from './bindable-parameter.js';
import type { BindingState } from './binding-state.js';
import { intersect, isEmpty, maskOfSet, overlap, setIndexes } from './parameter-set-mask.js';
import { conflictingParameters, missingOfSet, noParameterSet, severalParameterSets } from './text.js';

/** Says which parameters exclude each other, or which sets are left and what each of them still needs. */
export function explainAmbiguity(state: BindingState): string {
  const { command } = state;
  if (isEmpty(state.sets)) {
    const conflicting = conflictingAmong(state.command.parameters.filter((parameter) => state.isBound(parameter)));
    return conflicting.length === 0
      ? noParameterSet()
      : conflictingParameters(conflicting.map(({ name, mask }) => [name, command.setNamesOf(mask)]));
  }
  const possible = intersect(state.sets, command.namedSets);
  const missing = setIndexes(possible).flatMap((index) => {
    const set = maskOfSet(index, command.wide);
    const names = command.mandatoryParameters
      .filter((parameter) => !state.isBound(parameter) && overlap(parameter.mandatorySets, set))
      .map((parameter) => parameter.name);
    return names.length === 0 ? [] : [missingOfSet(command.setNames[index] ?? '', names)];
  });
  return severalParameterSets(command.setNamesOf(possible), missing);
}

/** The parameters without which no set would have been ruled out; all with named sets if no pair excludes each other. */
function conflictingAmong(bound: readonly BindableParameter[]): readonly BindableParameter[] {
  const named = bound.filter((parameter) => !isEmpty(parameter.mask));
  const pairs = named.filter((parameter) => named.some((other) => !overlap(parameter.mask, other.mask)));
  return pairs.length > 0 ? pairs : named;
}
