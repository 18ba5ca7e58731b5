import { MetadataException } from '../../records/exceptions.js';
import { ALL_PARAMETER_SETS, type ParameterMetadata } from '../metadata.js';
import { nameKey, sameName } from '../names.js';
import { text } from '../text.js';

/**
 * Checks what parameters say about sets and positions, in regard to each other.
 *
 * @throws MetadataException `ParameterDeclaredInParameterSetMultipleTimes`, `ParameterSetNameSpelledTwoWays`,
 *   `DefaultParameterSetNameReserved`, `AmbiguousPositionalParameterNoName`
 */
export function checkSets(
  className: string,
  parameters: readonly ParameterMetadata[],
  defaultParameterSetName: string | undefined,
): void {
  checkDefaultSet(className, defaultParameterSetName);
  for (const parameter of parameters) checkSetsOnce(className, parameter);
  const names = namedSets(className, parameters, defaultParameterSetName);
  for (const set of names.length === 0 ? [ALL_PARAMETER_SETS] : names) checkPositions(className, parameters, set);
}

function checkDefaultSet(className: string, name: string | undefined): void {
  if (name !== undefined && sameName(name, ALL_PARAMETER_SETS)) {
    throw new MetadataException('DefaultParameterSetNameReserved', text.reservedDefaultSet(className, name));
  }
}

function checkSetsOnce(className: string, parameter: ParameterMetadata): void {
  const seen = new Set<string>();
  for (const { parameterSetName } of parameter.sets) {
    if (seen.has(nameKey(parameterSetName))) {
      throw new MetadataException(
        'ParameterDeclaredInParameterSetMultipleTimes',
        text.setTwice(className, parameter.name, parameterSetName),
      );
    }
    seen.add(nameKey(parameterSetName));
  }
}

/** All named sets, the default one first, each spelled one way. */
function namedSets(
  className: string,
  parameters: readonly ParameterMetadata[],
  defaultParameterSetName: string | undefined,
): readonly string[] {
  const spellings = new Map<string, string>();
  const mentioned = parameters.flatMap(({ sets }) => sets.map((set) => set.parameterSetName));
  for (const name of [defaultParameterSetName ?? ALL_PARAMETER_SETS, ...mentioned]) {
    if (name === ALL_PARAMETER_SETS) continue;
    const spelling = spellings.get(nameKey(name)) ?? name;
    if (spelling !== name) {
      throw new MetadataException('ParameterSetNameSpelledTwoWays', text.setSpelling(className, spelling, name));
    }
    spellings.set(nameKey(name), name);
  }
  return [...spellings.values()];
}

function checkPositions(className: string, parameters: readonly ParameterMetadata[], set: string): void {
  const holders = new Map<number, ParameterMetadata>();
  for (const parameter of parameters) {
    for (const { parameterSetName, position, valueFromRemainingArguments } of parameter.sets) {
      const applies = parameterSetName === ALL_PARAMETER_SETS || parameterSetName === set;
      if (!applies || position === undefined || valueFromRemainingArguments) continue;
      const holder = holders.get(position);
      if (holder !== undefined && holder !== parameter) {
        throw new MetadataException(
          'AmbiguousPositionalParameterNoName',
          text.equalPositions(className, position, set, holder.name, parameter.name),
        );
      }
      holders.set(position, parameter);
    }
  }
}
