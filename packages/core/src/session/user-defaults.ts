import {
  type DefaultParameterTable,
  type DefaultParameterValues,
  defaultValuesFor,
} from '../bind/default-parameter-values.js';
import type { CommandMetadata } from '../declare/metadata.js';
import type { VariableScope } from '../run/variables.js';

/** The variable that holds the user's default values. */
export const DEFAULT_VALUES_VARIABLE = 'PSDefaultParameterValues';

/** The user's default values for a command: the table in the variable, if it is one. */
export function defaultsFor({ name, aliases }: CommandMetadata, variables: VariableScope): DefaultParameterValues {
  const table = variables.get(DEFAULT_VALUES_VARIABLE);
  if (typeof table !== 'object' || table === null) return { values: [], warnings: [] };
  return defaultValuesFor(table as DefaultParameterTable, [name, ...aliases]);
}
