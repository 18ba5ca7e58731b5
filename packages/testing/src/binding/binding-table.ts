import { AssertionError } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import {
  type BoundCall,
  bindCall,
  type CmdletClass,
  type CommandArgument,
  type ErrorRecord,
  metadataOf,
  type ParametersOf,
} from '@cmdlet/core';
import { errorIdIs, errorRecordOf } from '../error-records.js';
import type { TestSessionOptions } from '../run/run-options.js';
import { TestSession } from '../run/test-session.js';
import type { TestCase } from '../test-case.js';
import { text } from '../text.js';
import { argumentWords, wordsText } from './argument-words.js';

/** One command line, and what comes of it. */
export interface BindingRow<TClass extends CmdletClass> {
  /** Default: the command line. */
  readonly title?: string;
  /** Words as they are typed: `['Oslo', '-Days', 3]`. */
  readonly arguments?: readonly unknown[];
  /** Parameters of a structured call, beside the words. */
  readonly parameters?: ParametersOf<TClass>;
  /** A record that comes through the pipeline and is bound as well. */
  readonly input?: unknown;
  /** The parameter set that is chosen. */
  readonly set?: string;
  /**
   * Everything that is bound, and nothing else: by the names of the properties, dynamic parameters by their own names in
   * camelCase.
   */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The id of the error that comes instead, with or without the source behind it. */
  readonly errorId?: string;
}

/**
 * Tests of what a cmdlet's parameters take, as a table. No step of the cmdlet runs.
 *
 * @param options services that its constructor needs, default values …
 *
 * @example
 * defineTests(it, bindingTable(GetForecast, [
 *   { arguments: ['Oslo'], set: 'City', values: { city: 'Oslo' } },
 *   { arguments: ['-Latitude', 59.9], errorId: 'MissingMandatoryParameter' },
 * ]));
 */
export function bindingTable<TClass extends CmdletClass>(
  cmdlet: TClass,
  rows: readonly BindingRow<TClass>[],
  options: TestSessionOptions = {},
): readonly TestCase[] {
  return rows.map((row) => ({
    title: row.title ?? titleOf(cmdlet, row),
    check: async () => {
      await using session = await TestSession.create(options);
      checkRow(row, await outcomeOf(session, cmdlet, row));
    },
  }));
}

/** What came of a row, in its own words. */
interface Outcome {
  readonly set?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly error?: ErrorRecord;
}

async function outcomeOf<TClass extends CmdletClass>(
  { session }: TestSession,
  cmdlet: TClass,
  row: BindingRow<TClass>,
): Promise<Outcome> {
  const { arguments: words = [], parameters = {}, input } = row;
  const named: CommandArgument[] = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value, hasValue: true }));
  let call: BoundCall;
  try {
    call = bindCall(session, cmdlet, [...argumentWords(words), ...named], input !== undefined);
  } catch (error) {
    return { error: errorRecordOf(error) };
  }
  await using bound = call;
  const error = input === undefined ? undefined : bound.bindRecord(input);
  if (error !== undefined) return { error };
  return { set: bound.parameterSetName, values: byProperty(bound) };
}

function byProperty({ command, boundParameters }: BoundCall): Record<string, unknown> {
  const properties = new Map(command.parameters.map(({ name, property }) => [name, property]));
  return Object.fromEntries(
    Object.entries(boundParameters).map(([name, value]) => [properties.get(name) ?? dynamicProperty(name), value]),
  );
}

/** Dynamic parameters are known by their names only. */
function dynamicProperty(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Compares only what the row says something about. */
function checkRow(row: BindingRow<CmdletClass>, { set, values, error }: Outcome): void {
  const expected: Record<string, unknown> = {};
  const actual: Record<string, unknown> = {};
  if (row.errorId !== undefined || error !== undefined) {
    expected['errorId'] = row.errorId;
    actual['errorId'] =
      row.errorId !== undefined && errorIdIs(error, row.errorId) ? row.errorId : error?.fullyQualifiedErrorId;
  }
  if (row.set !== undefined) {
    expected['set'] = row.set.toLowerCase();
    actual['set'] = set?.toLowerCase();
  }
  if (row.values !== undefined) {
    expected['values'] = row.values;
    actual['values'] = values;
  }
  if (isDeepStrictEqual(actual, expected)) return;
  throw new AssertionError({ message: text.otherBinding(error?.toString()), actual, expected });
}

function titleOf<TClass extends CmdletClass>(cmdlet: TClass, row: BindingRow<TClass>): string {
  const { arguments: words = [], parameters = {}, input } = row;
  const named = Object.entries(parameters).flatMap(([name, value]) => [
    `-${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    ...(value === true ? [] : [value]),
  ]);
  const line = [metadataOf(cmdlet).name, wordsText([...words, ...named])].filter((part) => part !== '').join(' ');
  const outcome = row.errorId ?? row.set ?? (row.values === undefined ? '' : Object.keys(row.values).join(', '));
  return `${input === undefined ? '' : `${wordsText([input])} | `}${line}${outcome === '' ? '' : ` → ${outcome}`}`;
}
