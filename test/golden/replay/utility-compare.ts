import { Duration, enumerableElements, textOfValue, typeNamesOf, Version } from '@cmdlet/core';
import type { ExpectedError, OutcomeError, UtilityExpectation, UtilityOutcome } from './utility-case.js';
import { dateOf, decode, enumNumber, type Tagged, tagOf } from './utility-values.js';

/** In words what is not as expected; undefined if all is. */
export function differenceOf(expect: UtilityExpectation, outcome: UtilityOutcome): string | undefined {
  return (
    outputDifference(expect.output ?? [], outcome.output) ??
    errorsDifference('errors', expect.errors ?? [], outcome.errors) ??
    errorsDifference('terminating', [expect.terminating ?? []].flat(), [outcome.terminating ?? []].flat()) ??
    warningsDifference(expect.warnings ?? [], outcome.warnings) ??
    variablesDifference(expect.variables ?? {}, outcome)
  );
}

/** Whether one of our values is the captured one. */
export function isCaptured(ours: unknown, captured: unknown): boolean {
  if (captured === null) return ours === null || ours === undefined;
  if (Array.isArray(captured)) return isList(ours, captured);
  const tag = tagOf(captured);
  if (tag === undefined) return isPlain(ours, captured);
  const tagged = captured as Tagged;
  const comparer = comparers[tag];
  return comparer === undefined ? isPlain(ours, decode(captured)) : comparer(ours, tagged[tag], tagged);
}

type Comparer = (ours: unknown, content: unknown, tagged: Tagged) => boolean;

const isSameList: Comparer = (ours, content) => isList(ours, content as unknown[]);
const isSameMap: Comparer = (ours, content) => isMap(ours, content, false);

const comparers: Readonly<Record<string, Comparer>> = {
  $array: isSameList,
  $list: isSameList,
  $arraylist: isSameList,
  $hashtable: isSameMap,
  $map: isSameMap,
  $ordered: (ours, content) => isMap(ours, content, true),
  $object: (ours, content, { $type }) => isBag(ours, content as Tagged, $type),
  // Made by a rule of our departures, not in the files.
  $pattern: (ours, content) => typeof ours === 'string' && new RegExp(String(content)).test(ours),
  $new: (ours, content, { props }) =>
    typeNamesOf(ours)[0] === content && isBag(ours, (props ?? {}) as Tagged, undefined),
  $date: (ours, content, { kind }) =>
    ours instanceof Date && ours.getTime() === dateOf(String(content), kind === 'local').getTime(),
  $dateoffset: (ours, content) => ours instanceof Date && ours.getTime() === new Date(String(content)).getTime(),
  $enum: (ours, content, { of }) => ours === content || ours === enumNumber(content, of),
  $extended: (ours, content, { properties }) =>
    isCaptured(isBoxed(ours) ? ours.valueOf() : ours, content) && hasProperties(ours, properties as Tagged, false),
};

function isPlain(ours: unknown, value: unknown): boolean {
  if (typeof value === 'number') {
    return (
      (typeof ours === 'number' || typeof ours === 'bigint') &&
      (Object.is(Number(ours), value) || Number(ours) === value)
    );
  }
  if (typeof value === 'bigint')
    return (typeof ours === 'bigint' || typeof ours === 'number') && BigInt(ours) === value;
  if (value instanceof Duration || value instanceof Version) return value.equals(ours);
  if (value instanceof Date) return ours instanceof Date && ours.getTime() === value.getTime();
  if (value instanceof URL || value instanceof RegExp) return String(ours) === String(value);
  return ours === value || (value === null && ours === undefined);
}

function isList(ours: unknown, captured: readonly unknown[]): boolean {
  const elements = ours instanceof Uint8Array ? ours : enumerableElements(ours);
  if (elements === undefined) return false;
  const own = [...elements];
  return own.length === captured.length && own.every((element, index) => isCaptured(element, captured[index]));
}

function isMap(ours: unknown, content: unknown, ordered: boolean): boolean {
  if (!(ours instanceof Map)) return false;
  const expected = Array.isArray(content) ? (content as [unknown, unknown][]) : Object.entries(content as Tagged);
  const own = [...ours];
  if (own.length !== expected.length) return false;
  return expected.every(([key, value], index) => {
    const entry = ordered ? own[index] : own.find(([ownKey]) => isCaptured(ownKey, key));
    return entry !== undefined && isCaptured(entry[0], key) && isCaptured(entry[1], value);
  });
}

/** Classes of results have our own spelling of names, and their order has no meaning. */
function isBag(ours: unknown, content: Tagged, type: unknown): boolean {
  if (typeof ours !== 'object' || ours === null || Array.isArray(ours) || ours instanceof Map) return false;
  const name = typeof type === 'string' ? type : Array.isArray(type) ? String(type[0]) : undefined;
  const isResult = name === undefined ? isMatch(content) : name.startsWith('Microsoft.PowerShell.');
  if (name !== undefined && !hasTypeName(ours, name)) return false;
  if (!isResult && Object.keys(ours).length !== Object.keys(content).length && Object.keys(ours).length > 0)
    return false;
  return hasProperties(ours, content, !isResult);
}

function hasTypeName(ours: object, name: string): boolean {
  if (name.startsWith('Selected.System.')) return true;
  const short = name.slice(name.lastIndexOf('.') + 1);
  return typeNamesOf(ours).some(
    (own) => own === name || own === short || (own === 'Object' && short === 'PSCustomObject'),
  );
}

/** A match of a regular expression, or a group of one, has no type name in the format. */
function isMatch(content: Tagged): boolean {
  return 'Success' in content && 'Index' in content && 'Length' in content;
}

function hasProperties(ours: unknown, content: Tagged, exactly: boolean): boolean {
  const own = Object.entries(ours as object);
  return Object.entries(content).every(([name, value], index) => {
    const [ownName, ownValue] = (exactly ? own[index] : undefined) ?? [name, propertyOf(ours as object, name)];
    return (!exactly || ownName === name) && isCaptured(ownValue, value);
  });
}

function propertyOf(ours: object, name: string): unknown {
  for (let level: unknown = ours; typeof level === 'object' && level !== null; level = Object.getPrototypeOf(level)) {
    const key = Object.getOwnPropertyNames(level).find((own) => own.toLowerCase() === name.toLowerCase());
    if (key !== undefined) return Reflect.get(ours, key);
  }
  return undefined;
}

function isBoxed(value: unknown): value is object {
  return value instanceof Number || value instanceof String || value instanceof Boolean;
}

function outputDifference(expected: readonly unknown[], output: readonly unknown[]): string | undefined {
  const matches =
    output.length === expected.length && expected.every((value, index) => isCaptured(output[index], value));
  return matches ? undefined : `output is ${shown(output)}, not ${JSON.stringify(expected)}`;
}

function errorsDifference(
  what: string,
  expected: readonly ExpectedError[],
  errors: readonly OutcomeError[],
): string | undefined {
  const matches =
    errors.length === expected.length && expected.every((error, index) => isSameError(errors[index]!, error));
  return matches ? undefined : `${what} are ${shown(errors)}, not ${JSON.stringify(expected)}`;
}

function isSameError(ours: OutcomeError, expected: ExpectedError): boolean {
  if (ours.category !== expected.category) return false;
  // The name of an exception in the place of an id: it had none.
  const hasId = !expected.id.startsWith('System.');
  if (hasId && ours.id !== expected.id) return false;
  if (expected.target !== undefined && hasId && !isCaptured(ours.target, withoutSelected(expected.target)))
    return false;
  return !hasId || isBinding(expected.id) || factsOf(expected.message).every((fact) => ours.message.includes(fact));
}

/** Messages of binding are compared by the topic `binding`. */
function isBinding(id: string): boolean {
  return /^Parameter|^Ambiguous|^CannotConvert|^Missing|^NamedParameter/.test(id);
}

/** What stands in double quotes in a message. */
function factsOf(message: string): string[] {
  return Array.from(message.matchAll(/"([^"]*)"/g), ([, fact]) => fact ?? '').filter(
    (fact) => !/System\.|The input|\(/.test(fact),
  );
}

function withoutSelected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSelected);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, part]) => key !== '$type' || !String(part).startsWith('Selected.'),
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutSelected(part)]));
}

function warningsDifference(expected: readonly string[], warnings: readonly string[]): string | undefined {
  return warnings.length === expected.length ? undefined : `warnings are ${JSON.stringify(warnings)}`;
}

function variablesDifference(expected: Readonly<Record<string, unknown>>, outcome: UtilityOutcome): string | undefined {
  for (const [name, value] of Object.entries(expected)) {
    if (!isCaptured(outcome.variable(name), value)) return `$${name} is ${shown(outcome.variable(name))}`;
  }
  return undefined;
}

/** A value in a report. */
function shown(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`;
    if (part instanceof Map) return { $map: [...part] };
    return typeof part === 'number' && !Number.isFinite(part) ? textOfValue(part) : part;
  });
}
