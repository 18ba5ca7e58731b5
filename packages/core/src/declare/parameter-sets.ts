import {
  ALL_PARAMETER_SETS,
  type CommandMetadata,
  type ParameterMetadata,
  type ParameterSetMetadata,
} from './metadata.js';
import { nameKey, sameName } from './names.js';

/** What is needed of a command to tell its parameter sets; its parameters may include dynamic ones. */
export type ParameterSetSource = Pick<CommandMetadata, 'parameters' | 'defaultParameterSetName'>;

/** A parameter in one set, with what is declared for that set. */
export interface ParameterInSet {
  readonly parameter: ParameterMetadata;
  readonly set: ParameterSetMetadata;
}

/** One parameter set of a command. */
export interface CommandParameterSet {
  readonly name: string;
  readonly isDefault: boolean;
  /** Those of the set and those of all sets, in merge order. */
  readonly parameters: readonly ParameterInSet[];
}

/**
 * The parameter sets of a command: the default one first, the others in the order of their first parameter.
 *
 * A command without named sets has one, called {@link ALL_PARAMETER_SETS}.
 */
export function parameterSetsOf(command: ParameterSetSource): readonly CommandParameterSet[] {
  const names = new Map<string, string>();
  const mentioned = command.parameters.flatMap(({ sets }) => sets.map((set) => set.parameterSetName));
  for (const name of [command.defaultParameterSetName ?? ALL_PARAMETER_SETS, ...mentioned]) {
    if (name !== ALL_PARAMETER_SETS && !names.has(nameKey(name))) names.set(nameKey(name), name);
  }
  const list = names.size === 0 ? [ALL_PARAMETER_SETS] : [...names.values()];
  return list.map((name) => ({
    name,
    isDefault: command.defaultParameterSetName !== undefined && sameName(name, command.defaultParameterSetName),
    parameters: command.parameters.flatMap((parameter) => {
      const set = declarationFor(parameter, name);
      return set === undefined ? [] : [{ parameter, set }];
    }),
  }));
}

/** A declaration for the set itself goes before one for all sets. */
function declarationFor(parameter: ParameterMetadata, name: string): ParameterSetMetadata | undefined {
  const named = (wanted: string) => parameter.sets.find((set) => sameName(set.parameterSetName, wanted));
  return named(name) ?? named(ALL_PARAMETER_SETS);
}
