import { containsErrorRecord, type ErrorRecord, PipelineStoppedException } from '@cmdlet/core';
import { type ErrorRecordFacts, errorRecordFacts, restoreErrorRecord } from './record-facts.js';

/** What structured clone loses of an error, and which is no value of the user. */
export interface KnownErrorFacts {
  readonly name: string;
  readonly stopped: boolean;
  readonly aggregate: boolean;
  /** Type names; empty for the errors of the language. */
  readonly names?: readonly string[];
}

/** An error of the language with the same message and stack. */
export function nativeErrorOf(error: Error): Error {
  const Native = NATIVE.find((Class) => error instanceof Class) ?? Error;
  const message = String(error.message);
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const native = new Native(message);
  Error.stackTraceLimit = limit;
  native.stack = typeof error.stack === 'string' ? error.stack : `${error.name}: ${message}`;
  return native;
}

/** What else there is to an error: its name and kind, and the values that it holds, its cause and record included. */
export function errorFacts(error: Error): {
  readonly known: KnownErrorFacts;
  readonly properties: Readonly<Record<string, unknown>>;
} {
  const properties: Record<string, unknown> = Object.fromEntries(Object.entries(error));
  if (Object.hasOwn(error, 'cause')) properties['cause'] = error.cause;
  if (Object.hasOwn(error, 'code')) properties['code'] = Reflect.get(error, 'code');
  const aggregate = error instanceof AggregateError;
  if (aggregate) properties['errors'] = error.errors;
  if (containsErrorRecord(error)) {
    const { exception: own, ...facts } = errorRecordFacts(error.errorRecord);
    // Most exceptions are the exception of their record.
    properties[RECORD] = own === error ? facts : { ...facts, exception: own };
  }
  const known = { name: error.name, stopped: PipelineStoppedException.is(error), aggregate };
  return { known, properties };
}

/** Gives a cloned error back what the clone has lost. */
export function restoreError(error: Error, known: KnownErrorFacts, properties: Record<string, unknown>): void {
  if (error.name !== known.name) hide(error, 'name', known.name);
  if (known.aggregate) Object.setPrototypeOf(error, AggregateError.prototype);
  if (known.names !== undefined && known.names.length > 0) hide(error, TYPE_NAMES, known.names);
  const { [RECORD]: recordFacts, ...rest } = properties;
  for (const [name, value] of Object.entries(rest)) {
    if (name === 'cause' || name === 'errors') hide(error, name, value);
    else Object.defineProperty(error, name, { value, enumerable: true, configurable: true, writable: true });
  }
  if (known.stopped) hide(error, STOPPED, true);
  if (recordFacts !== undefined) giveRecord(error, recordFacts as Omit<ErrorRecordFacts, 'exception'>);
}

function giveRecord(error: Error, facts: Omit<ErrorRecordFacts, 'exception'> & { exception?: Error }): void {
  let record: ErrorRecord | undefined;
  hide(error, CONTAINS_RECORD, true);
  Object.defineProperty(error, 'errorRecord', {
    get: () => {
      record ??= restoreErrorRecord({ exception: error, ...facts });
      return record;
    },
    configurable: true,
  });
}

function hide(error: Error, name: PropertyKey, value: unknown): void {
  Object.defineProperty(error, name, { value, enumerable: false, configurable: true, writable: true });
}

const RECORD = '@cmdlet/errorRecord';
// Brands of the core: all copies of it in a process know an object by them.
const STOPPED = Symbol.for('@cmdlet/core/PipelineStoppedException');
const CONTAINS_RECORD = Symbol.for('@cmdlet/core/ContainsErrorRecord');
const TYPE_NAMES = Symbol.for('@cmdlet/core/TypeNames');
const NATIVE = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError] as const;
