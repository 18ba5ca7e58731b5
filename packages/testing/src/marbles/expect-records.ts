import { AssertionError } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { text } from '../text.js';
import { millisecondsOf, type TimeSpan } from '../time/milliseconds-of.js';
import { parseMarbles } from './parse-marbles.js';
import type { Recording, RunRecord } from './recording.js';

/** How records are compared with a diagram. */
export interface RecordComparison {
  /** How long one frame lasts. Default one millisecond. */
  readonly frame?: TimeSpan;
  /** The streams that count. Default output alone. Values of the other streams are compared by their text. */
  readonly streams?: readonly RunRecord['stream'][];
}

/**
 * Compares what a run or a job wrote, and when, with marble diagrams.
 *
 * @example
 * expectRecords(result).toEqualMarbles('a-b-(cd)|', { a: 1, b: 4, c: 9, d: 16 });
 */
export function expectRecords(written: Recording | { readonly recording: Recording }): {
  /**
   * @param notation see {@link marbles}; `|` is a completed run, `#` a failed one, `!` a stopped one
   * @throws AssertionError that lists both, moment by moment
   */
  toEqualMarbles(notation: string, values?: Readonly<Record<string, unknown>>, options?: RecordComparison): void;
} {
  const recording = 'recording' in written ? written.recording : written;
  return {
    toEqualMarbles(notation, values = {}, options = {}) {
      const expected = expectedMoments(notation, values, options);
      const actual = actualMoments(recording, values, options);
      if (isDeepStrictEqual(actual, expected)) return;
      throw new AssertionError({ message: text.otherMarbles(notation, actual), actual, expected });
    },
  };
}

const END_MARKS: Readonly<Record<string, string>> = { Completed: '|', Failed: '#', Stopped: '!' };
const MARKS = { complete: '|', error: '#', stop: '!' } as const;

function expectedMoments(
  notation: string,
  values: Readonly<Record<string, unknown>>,
  { frame = 1 }: RecordComparison,
): string[] {
  const milliseconds = millisecondsOf(frame);
  return parseMarbles(notation).map((event) =>
    moment(event.frame * milliseconds, event.kind === 'record' ? shown(event.name, values) : MARKS[event.kind]),
  );
}

function actualMoments(
  { records, state, endedAt }: Recording,
  values: Readonly<Record<string, unknown>>,
  { streams = ['Output'] }: RecordComparison,
): string[] {
  const moments = records
    .filter(({ stream }) => streams.includes(stream))
    .map((record) => moment(record.at, writtenAs(record, values)));
  const end = END_MARKS[state];
  return end === undefined || endedAt === undefined ? moments : [...moments, moment(endedAt, end)];
}

/**
 * A record as the letter of an equal value, or as its own text. A text that could be taken for a letter with a value, or
 * for an end, is told apart: the record is neither.
 */
function writtenAs({ stream, record }: RunRecord, values: Readonly<Record<string, unknown>>): string {
  const same = (value: unknown): boolean =>
    isDeepStrictEqual(value, record) || (stream !== 'Output' && value === String(record));
  const letter = Object.keys(values).find((name) => same(values[name]));
  if (letter !== undefined) return shown(letter, values);
  const own = String(record);
  return Object.hasOwn(values, own) || /^[|#!]$|^. = /u.test(own) ? `another record, ${own}` : own;
}

function shown(name: string, values: Readonly<Record<string, unknown>>): string {
  return Object.hasOwn(values, name) ? `${name} = ${String(values[name])}` : name;
}

function moment(at: number, what: string): string {
  return `${at} ms: ${what}`;
}
