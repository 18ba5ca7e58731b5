import type { BindingWarning } from './binding-warning.js';
import { isTruthy } from './convert/is-truthy.js';
import { badDefaultValueKeys } from './text.js';
import { wildcardPattern } from './wildcard-pattern.js';

/** One entry of the user's default values, resolved for one command. */
export interface DefaultParameterValue {
  /** Name, alias or wildcard of the parameter, as the user wrote it. */
  readonly parameter: string;
  /** A function is called with what is bound so far, and gives the value. */
  readonly value: unknown;
}

/** What a function in the table is called with: names of what is bound so far. */
export interface BindingSoFar {
  readonly boundParameters: readonly string[];
  readonly boundPositionalParameters: readonly string[];
  readonly boundDefaultParameters: readonly string[];
}

/** The entries of a table that concern one command, and what is wrong with the table. */
export interface DefaultParameterValues {
  readonly values: readonly DefaultParameterValue[];
  readonly warnings: readonly BindingWarning[];
}

/** The user's table: `Command:Parameter` → value. */
export type DefaultParameterTable = ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>;

/**
 * Reads the user's table of default values (PSDefaultParameterValues) for one command.
 *
 * A key is `Command:Parameter`. Both parts may be quoted and may hold wildcards; the command part is matched with the
 * command's name and aliases. `Disabled` with a true value switches the whole table off. Keys of another form are
 * reported in one warning.
 *
 * @example
 * defaultValuesFor({ 'Get-*:TimeoutSeconds': 30 }, ['Get-Forecast']).values
 * // [{ parameter: 'TimeoutSeconds', value: 30 }]
 */
export function defaultValuesFor(
  table: DefaultParameterTable,
  commandNames: readonly string[],
): DefaultParameterValues {
  if (isEmptyTable(table)) return NONE;
  const exact: DefaultParameterValue[] = [];
  const wild: DefaultParameterValue[] = [];
  const badKeys: string[] = [];
  for (const [rawKey, value] of table instanceof Map ? table : Object.entries(table)) {
    if (typeof rawKey !== 'string') continue;
    const key = parseDefaultParameterKey(rawKey);
    if (key === undefined) {
      if (rawKey.trim().toLowerCase() !== 'disabled') badKeys.push(rawKey);
      else if (isTruthy(value)) return NONE;
      continue;
    }
    const pattern = wildcardPattern(key.command);
    if (!commandNames.some((name) => pattern.test(name))) continue;
    (isWild(rawKey) ? wild : exact).push({ parameter: key.parameter, value });
  }
  return {
    values: [...exact, ...wild],
    warnings: badKeys.length === 0 ? [] : [{ id: '', message: badDefaultValueKeys(badKeys) }],
  };
}

/** The two parts of a key; undefined if it is not of the form `Command:Parameter`. */
export function parseDefaultParameterKey(key: string): { command: string; parameter: string } | undefined {
  const parts = KEY.exec(key.trim())?.groups;
  const command = (parts?.quotedCommand ?? parts?.command)?.trim();
  const parameter = (parts?.quotedParameter ?? parts?.parameter)?.trim();
  return command && parameter ? { command, parameter } : undefined;
}

const KEY =
  /^(?:(?<commandQuote>['"])(?<quotedCommand>.*?)\k<commandQuote>|(?<command>[^:'"][^:]*))\s*:\s*(?:(?<parameterQuote>['"])(?<quotedParameter>.*?)\k<parameterQuote>|(?<parameter>[^'"].*))$/;

const NONE: DefaultParameterValues = { values: [], warnings: [] };

/** Nearly all are, and each call asks. */
function isEmptyTable(table: DefaultParameterTable): boolean {
  if (table instanceof Map) return table.size === 0;
  for (const _key in table) return false;
  return true;
}

function isWild(key: string): boolean {
  return /[*?[]/.test(key);
}
