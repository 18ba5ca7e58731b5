import { Duration, Version } from '@cmdlet/core';
import { dateText } from '../views/date-text.js';

/** The properties of a class built into the language or into core, under the names that PowerShell gives them. */
export interface BuiltInProperties {
  readonly names: readonly string[];
  /** Whether these are all: fields and indexes of the value are none. */
  readonly hidesOwn: boolean;
  /** @param name one of `names`, spelled as there */
  read(value: unknown, name: string): unknown;
}

/** Those of a value's class; undefined for numbers, booleans, plain objects and classes of one's own. */
export function builtInProperties(value: unknown): BuiltInProperties | undefined {
  if (typeof value === 'string') return text;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === Object.prototype)
    return undefined;
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && Symbol.iterator in value)) return list;
  if (value instanceof Date) return date;
  if (value instanceof Map) return dictionary;
  if (value instanceof Set) return set;
  if (value instanceof Duration) return duration;
  if (value instanceof Version) return version;
  if (value instanceof Error) return error;
  return undefined;
}

function propertiesOf<T>(readers: Readonly<Record<string, (value: T) => unknown>>, hidesOwn = true): BuiltInProperties {
  return {
    names: Object.keys(readers),
    hidesOwn,
    read: (value, name) => withoutMinusZero(readers[name]?.(value as T)),
  };
}

const text = propertiesOf<string>({ Length: (value) => value.length });
const list = propertiesOf<ArrayLike<unknown>>({ Length: (value) => value.length, Count: (value) => value.length });
const dictionary = propertiesOf<ReadonlyMap<unknown, unknown>>({
  Keys: (value) => [...value.keys()],
  Values: (value) => [...value.values()],
  Count: (value) => value.size,
});
const set = propertiesOf<ReadonlySet<unknown>>({ Count: (value) => value.size });

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const date = propertiesOf<Date>({
  Date: (value) => new Date(value.getFullYear(), value.getMonth(), value.getDate()),
  Day: (value) => value.getDate(),
  DayOfWeek: (value) => DAYS[value.getDay()],
  DayOfYear: (value) =>
    Math.round(
      (Date.UTC(value.getFullYear(), value.getMonth(), value.getDate()) - Date.UTC(value.getFullYear(), 0, 0)) /
        86_400_000,
    ),
  Hour: (value) => value.getHours(),
  Kind: () => 'Unspecified',
  Millisecond: (value) => value.getMilliseconds(),
  Microsecond: () => 0,
  Nanosecond: () => 0,
  Minute: (value) => value.getMinutes(),
  Month: (value) => value.getMonth() + 1,
  Second: (value) => value.getSeconds(),
  Ticks: (value) => BigInt(value.getTime() - value.getTimezoneOffset() * 60_000) * 10_000n + 621_355_968_000_000_000n,
  TimeOfDay: (value) =>
    new Duration(value.getTime() - new Date(value.getFullYear(), value.getMonth(), value.getDate()).getTime()),
  Year: (value) => value.getFullYear(),
  DateTime: (value) => dateText(value, 'F'),
});

const duration = propertiesOf<Duration>({
  Days: ({ milliseconds }) => whole(milliseconds / 86_400_000),
  Hours: ({ milliseconds }) => whole(milliseconds / 3_600_000) % 24,
  Minutes: ({ milliseconds }) => whole(milliseconds / 60_000) % 60,
  Seconds: ({ milliseconds }) => whole(milliseconds / 1_000) % 60,
  Milliseconds: ({ milliseconds }) => whole(milliseconds) % 1_000,
  Ticks: ({ milliseconds }) => Math.round(milliseconds * 10_000),
  TotalDays: ({ milliseconds }) => milliseconds / 86_400_000,
  TotalHours: ({ milliseconds }) => milliseconds / 3_600_000,
  TotalMinutes: ({ milliseconds }) => milliseconds / 60_000,
  TotalSeconds: ({ milliseconds }) => milliseconds / 1_000,
  TotalMilliseconds: ({ milliseconds }) => milliseconds,
});

/** Minus zero is a number of TypeScript's own. */
function withoutMinusZero(value: unknown): unknown {
  return value === 0 ? 0 : value;
}

/** Towards zero. */
function whole(value: number): number {
  return Math.trunc(value);
}

const version = propertiesOf<Version>({
  Major: ({ major }) => major,
  Minor: ({ minor }) => minor,
  Build: ({ build }) => build ?? -1,
  Revision: ({ revision }) => revision ?? -1,
  MajorRevision: ({ revision }) => (revision === undefined ? -1 : revision >> 16),
  MinorRevision: ({ revision }) => (revision === undefined ? -1 : revision & 0xffff),
});

const error = propertiesOf<Error>(
  {
    Message: ({ message }) => message,
    InnerException: ({ cause }) => cause,
    StackTrace: ({ stack }) => stack,
  },
  false,
);
