import { Duration, Version } from '@cmdlet/core';
import { type UtilityCase, type UtilityExpectation, type UtilityOutcome } from './utility-case.js';
import { commandNames } from './utility-commands.js';
import { differenceOf } from './utility-compare.js';
import { mentions } from './utility-values.js';

const SIZED_NUMBERS = ['$double', '$single', '$long', '$short', '$byte', '$decimal', '$uint', '$ulong'];

/** Why a case is about something that TypeScript values do not have; undefined if it is not. */
export function whyNotApplicable({ command, parameters = {}, input }: UtilityCase): string | undefined {
  if (!commandNames.has(command)) return `there is no ${command}`;
  const testsType = parameters.Is === true || parameters.IsNot === true;
  if (testsType && SIZED_NUMBERS.some((tag) => mentions(input, tag))) return 'numbers have one type in TypeScript';
  const namesEnums = parameters.EnumsAsStrings === true && mentions([input, parameters.InputObject], '$enum');
  return namesEnums ? 'a value of an enum is a number in TypeScript' : undefined;
}

/** What a case that comes out otherwise hangs on that TypeScript values cannot tell; undefined if nothing. */
export function whyForeign({ input, parameters }: UtilityCase): string | undefined {
  const values = [input, parameters];
  if (mentions(values, '$enum')) return 'a value of an enum is a number in TypeScript';
  if (mentions(values, '$char')) return 'a character is a text in TypeScript';
  if (mentions(values, '$decimal')) return 'there are no decimals in TypeScript';
  return mentions(values, '$single') ? 'numbers have one precision in TypeScript' : undefined;
}

/**
 * Rules by which our result differs from PowerShell's on purpose. Each says what the result must then be, so that it
 * explains a difference only where our own expectation is met.
 */
export function departureOf(given: UtilityCase, outcome: UtilityOutcome): string | undefined {
  return departures.find((rule) => rule.holds(given, outcome))?.reason;
}

interface Departure {
  readonly reason: string;
  holds(given: UtilityCase, outcome: UtilityOutcome): boolean;
}

const departures: readonly Departure[] = [
  {
    reason: '4.4 string: a date is ISO 8601 text',
    holds: ({ expect }, outcome) => matchesWith(expect, outcome, withIsoDates),
  },
  {
    reason: '4.4 string: the text of a list is its elements; a dictionary is called by the name of its class',
    holds: ({ expect }, outcome) => matchesWith(expect, outcome, withAnyTypeName),
  },
  {
    reason: '4.4 numbers: the shortest exact text, with an exponent as the language writes it',
    holds: ({ expect }, outcome) => matchesWith(expect, outcome, withOwnExponents),
  },
  {
    reason: '4.4 date: ISO 8601 text only',
    holds: ({ parameters = {}, expect }, { terminating }) =>
      expect.terminating === undefined &&
      terminating?.id === 'CannotConvertArgumentNoMessage' &&
      ['Date', 'Start', 'End'].some(
        (name) => typeof parameters[name] === 'string' && !/^\d{4}-\d\d/.test(parameters[name]),
      ),
  },
  {
    reason: 'A date is a moment; where a format tells the zone it does',
    holds: ({ command, expect }, outcome) =>
      command === 'Get-Date' &&
      matchesWith(expect, outcome, (text) =>
        NET_ROUND_TRIP.test(text) ? { $pattern: `^${text}[-+]\\d\\d:\\d\\d$` } : text,
      ),
  },
  {
    reason: 'Members are those of TypeScript objects: without the methods of .NET, types by our names',
    holds: ({ command, expect }, outcome) => command === 'Get-Member' && hasMembers(expect, outcome),
  },
  {
    reason: 'JSON of TypeScript values: numbers as the language writes them, dates in UTC, a class by its toJSON',
    holds: ({ command, expect }, outcome) =>
      command === 'ConvertTo-Json' &&
      differenceOf({ ...expect, output: outcome.output }, outcome) === undefined &&
      isSameJson(outcome.output[0], expect.output?.[0]),
  },
  {
    reason: 'What a function throws is reported under the name of its class',
    holds: ({ parameters, expect }, { terminating, ...outcome }) =>
      mentions(parameters, '$script') &&
      expect.terminating?.category === 'OperationStopped' &&
      terminating?.message === expect.terminating.message &&
      differenceOf(withoutTerminating(expect), { ...outcome, terminating: undefined }) === undefined,
  },
];

function matchesWith(expect: UtilityExpectation, outcome: UtilityOutcome, change: (text: string) => unknown): boolean {
  const changed = changeTexts(expect.output ?? [], change) as readonly unknown[];
  return differenceOf({ ...expect, output: changed }, outcome) === undefined;
}

function changeTexts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => changeTexts(part, change));
  if (typeof value !== 'object' || value === null || '$date' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === '$type' ? part : changeTexts(part, change)]),
  );
}

const NET_DATE = /(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d)(?:[\s\u202f]([AP])M)?/g;

/** `1/2/2024 3:04:05 PM` and `01/02/2024 15:04:05`, in the culture of the captured session. */
function withIsoDates(text: string): string {
  return text.replace(NET_DATE, (_, ...parts: string[]) => {
    const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = parts.slice(0, 6).map(Number);
    const half = parts[6];
    const hours = half === undefined ? hour : (hour % 12) + (half === 'P' ? 12 : 0);
    return new Date(year, month - 1, day, hours, minute, second).toISOString();
  });
}

/** `1E+21` is `1e+21`, `1E-07` is `1e-7`. */
function withOwnExponents(text: string): string {
  return text.replace(/\b(\d(?:\.\d+)?)E([-+])0*(\d+)\b/g, '$1e$2$3');
}

const NET_TYPE = /System\.(?:[\w.]+)(?:`\d\[.*?\])?(?:\[\])*/g;

function withAnyTypeName(text: string): unknown {
  if (text.search(NET_TYPE) < 0) return text;
  const parts = text.split(NET_TYPE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { $pattern: `^${parts.join('[^"]*')}$` };
}

const NET_ROUND_TRIP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/;

interface ExpectedMember {
  readonly $object: {
    readonly Name: string;
    readonly MemberType: { readonly $enum: string };
    readonly Definition: string;
  };
}

/** The same properties in the same order; the values of texts, numbers and booleans too. */
function hasMembers(expect: UtilityExpectation, outcome: UtilityOutcome): boolean {
  if (differenceOf({ ...expect, output: outcome.output }, outcome) !== undefined) return false;
  const expected = (expect.output as readonly ExpectedMember[]).filter(
    ({ $object }) => !/Method$/.test($object.MemberType.$enum),
  );
  const own = outcome.output as readonly {
    readonly name: string;
    readonly memberType: string;
    readonly definition: string;
  }[];
  const properties = own.filter(({ memberType }) => memberType !== 'Method');
  return (
    properties.length === expected.length &&
    expected.every(({ $object: { Name, Definition } }, index) => {
      const { name = '', definition = '' } = properties[index] ?? {};
      const isPlain = /^(?:string|bool|int|long|double) /.test(Definition);
      const [theirs, ours] = [Definition, definition].map((text) => text.replace(/^(?:int|long|double) /, 'number '));
      return (
        name === Name && (isPlain ? ours === theirs : definition.includes(` ${name}=`) || !Definition.includes('='))
      );
    })
  );
}

function isSameJson(ours: unknown, captured: unknown): boolean {
  if (typeof ours !== 'string' || typeof captured !== 'string') return false;
  try {
    return isSameValue(JSON.parse(ours), JSON.parse(captured));
  } catch {
    return false;
  }
}

function isSameValue(ours: unknown, captured: unknown): boolean {
  if (ours === captured) return true;
  if (typeof ours === 'string' && typeof captured === 'string') return isSameText(ours, captured);
  if (typeof captured !== 'object' || captured === null) return false;
  if (typeof ours !== 'object' || ours === null) return isOwnJson(ours, captured);
  const [own, expected] = [Object.entries(ours), Object.entries(captured)];
  return (
    own.length === expected.length &&
    own.every(([key, part], index) => key === expected[index]?.[0] && isSameValue(part, expected[index]?.[1]))
  );
}

function isSameText(ours: string, captured: string): boolean {
  const date = new Date(captured);
  if (/^\d{4}-\d\d-\d\dT/.test(captured)) return new Date(ours).getTime() === date.getTime();
  if (URL.canParse(captured) && new URL(captured).href === ours) return true;
  const pattern = withAnyTypeName(captured);
  return typeof pattern === 'object' && new RegExp((pattern as { $pattern: string }).$pattern).test(ours);
}

/** Objects that .NET shows by their properties, and that are text or a boolean here. */
function isOwnJson(ours: unknown, captured: object): boolean {
  const bag = captured as Readonly<Record<string, unknown>>;
  if ('IsPresent' in bag) return ours === bag.IsPresent;
  if (typeof ours !== 'string') return false;
  if ('Ticks' in bag) return Math.round((Duration.parse(ours)?.milliseconds ?? Number.NaN) * 10_000) === bag.Ticks;
  if ('Major' in bag) return ours.startsWith(`${bag.Major}.${bag.Minor}`) && Version.parse(ours) !== undefined;
  return ours === bag.Guid;
}

function withoutTerminating({ terminating: _, ...expect }: UtilityExpectation): UtilityExpectation {
  return expect;
}
