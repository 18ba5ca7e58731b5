import {
  DebugRecord,
  ErrorRecord,
  InformationRecord,
  ProgressRecord,
  VerboseRecord,
  WarningRecord,
} from '@cmdlet/core';
import type { ErrorFacts } from './lifecycle-case.js';
import { exceptionName } from './lifecycle-exceptions.js';

/** A list that grows, as opposed to a fixed array; the cases tell them apart in texts. */
export class GrowableList extends Array<unknown> {}

/** A sequence that is computed while it is read, and says so. */
export class LazySequence implements Iterable<unknown> {
  constructor(
    private readonly elements: readonly unknown[],
    private readonly yields: (element: unknown) => void,
    private readonly atEnd: () => void,
  ) {}
  *[Symbol.iterator](): Generator<unknown> {
    for (const element of this.elements) {
      this.yields(element);
      yield element;
    }
    this.atEnd();
  }
}

/** An iterator that can be read once. */
class OneShotIterator implements IterableIterator<unknown> {
  #next = 0;
  constructor(private readonly elements: readonly unknown[]) {}
  next(): IteratorResult<unknown> {
    if (this.#next >= this.elements.length) return { done: true, value: undefined };
    return { done: false, value: this.elements[this.#next++] };
  }
  [Symbol.iterator](): this {
    return this;
  }
}

/** What stands behind the names that values may use. */
export interface ValueScope {
  readonly input: unknown;
  readonly record: number;
  trace(line: string): void;
}

/** A value of a case as a value of TypeScript. */
export function decode(value: unknown, scope: ValueScope = noScope): unknown {
  if (value === '$input') return scope.input;
  if (value === '$record') return scope.record;
  if (typeof value === 'string') return fill(value, scope);
  if (Array.isArray(value)) return value.map((element) => decode(element, scope));
  if (!isObject(value)) return value;
  const [tag, content] = Object.entries(value)[0] ?? [];
  switch (tag) {
    case '$automationNull':
      return undefined;
    case '$list':
      return GrowableList.from(decodeAll(content, scope));
    case '$dictionary':
      return new Map(Object.entries(content as object).map(([key, entry]) => [key, decode(entry, scope)]));
    case '$lazy':
      return new LazySequence(decodeAll(content, scope), yieldsInto(scope), () => undefined);
    case '$failingSequence':
      return new LazySequence(decodeAll(content, scope), yieldsInto(scope), failSequence);
    case '$enumerator':
      return new OneShotIterator(decodeAll(content, scope));
    default:
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, decode(entry, scope)]));
  }
}

/** Puts the current record and its number into a text. */
export function fill(text: string, scope: ValueScope): string {
  return text.replace(/\{(input|record)\}/g, (_match, name: string) =>
    name === 'input' ? textOf(scope.input) : String(scope.record),
  );
}

/** A value of TypeScript in the format of the cases. */
export function encode(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof GrowableList) return { $list: [...value].map(encode) };
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Map)
    return {
      $dictionary: Object.fromEntries([...(value as Map<string, unknown>)].map(([key, entry]) => [key, encode(entry)])),
    };
  if (value instanceof LazySequence) return { $type: 'sequence' };
  if (value instanceof OneShotIterator) return { $type: 'ArrayEnumerator' };
  if (ErrorRecord.is(value)) return { $error: encodeError(value) };
  if (WarningRecord.is(value)) return { $warning: value.message };
  if (VerboseRecord.is(value)) return { $verbose: value.message };
  if (DebugRecord.is(value)) return { $debug: value.message };
  if (InformationRecord.is(value)) return { $information: encodeInformation(value) };
  if (ProgressRecord.is(value)) return { $progress: encodeProgress(value) };
  if (value instanceof Error) return { $exception: { type: exceptionName(value), message: value.message } };
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, encode(entry)]));
}

/** A value as the trace shows it: texts as they are, everything else as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(encode(value));
}

/** The facts of an error; the flags of a case add two of them. */
export function encodeError(
  record: ErrorRecord,
  flags: { categoryLine?: boolean; iterations?: readonly number[] } = {},
): ErrorFacts {
  const { categoryInfo, errorDetails } = record;
  return {
    id: record.fullyQualifiedErrorId,
    category: categoryInfo.category,
    message: record.toString(),
    target: encode(record.targetObject),
    activity: categoryInfo.activity,
    reason: categoryInfo.reason,
    targetName: categoryInfo.targetName,
    targetType: categoryInfo.targetType,
    command: record.invocationInfo?.commandName ?? null,
    ...(errorDetails === undefined
      ? {}
      : { exceptionMessage: record.exception.message, recommendedAction: errorDetails.recommendedAction ?? '' }),
    ...(flags.categoryLine === true ? { categoryLine: categoryInfo.toString() } : {}),
    ...(flags.iterations === undefined ? {} : { pipelineIterationInfo: flags.iterations }),
  };
}

export function encodeInformation({ messageData, source, tags }: InformationRecord): unknown {
  return {
    data: tags.includes('PSHOST') ? encodeHostMessage(messageData) : encode(messageData),
    tags: [...tags],
    source,
  };
}

export function encodeProgress(record: ProgressRecord): unknown {
  const { activityId, parentActivityId, activity, statusDescription } = record;
  const { currentOperation, percentComplete, secondsRemaining, recordType } = record;
  return {
    activityId,
    parentActivityId,
    activity,
    statusDescription,
    currentOperation: currentOperation === '' ? null : currentOperation,
    percentComplete,
    secondsRemaining,
    recordType,
  };
}

function encodeHostMessage(data: unknown): unknown {
  const { message, noNewLine = false } = data as { message: string; noNewLine?: boolean };
  return { $hostMessage: message, noNewLine };
}

function decodeAll(elements: unknown, scope: ValueScope): unknown[] {
  return (elements as unknown[]).map((element) => decode(element, scope));
}

function yieldsInto(scope: ValueScope): (element: unknown) => void {
  return (element) => scope.trace(`sequence yields ${textOf(element)}`);
}

function failSequence(): never {
  throw named('InvalidOperationException', 'sequence failed');
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

const noScope: ValueScope = { input: null, record: 0, trace: () => undefined };

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
