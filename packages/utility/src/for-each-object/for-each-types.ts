import type { StageTypes } from '@cmdlet/core';
import type { PropertyName, Several } from '../objects/property-types.js';

/** What a function gives to output: the elements of what it returns, one level deep; nothing for undefined. */
type Written<TResult> =
  Awaited<TResult> extends infer TGiven
    ? TGiven extends undefined | void
      ? never
      : TGiven extends string | ReadonlyMap<unknown, unknown>
        ? TGiven
        : TGiven extends Iterable<infer TElement> | AsyncIterable<infer TElement>
          ? TElement
          : TGiven
    : never;

/** What a block of `-Parallel` gets beside the record. See `ScriptBlockContext` of `@cmdlet/jobs` for all of it. */
export interface ParallelContext {
  readonly using: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  writeObject(value: unknown): Promise<void>;
  writeWarning(message: string): Promise<void>;
  writeVerbose(message: string): Promise<void>;
}

/** The parameters of `ForEach-Object` for records of a type. */
export interface ForEachParameters<TRecord> {
  readonly inputObject?: TRecord;
  /** Is called before the first record. */
  readonly begin?: () => unknown;
  /** Is called with each record. */
  readonly process?: Several<((record: TRecord) => unknown) | null> | null;
  /** Is called after the last record. */
  readonly end?: () => unknown;
  readonly remainingScripts?: Several<((record: TRecord) => unknown) | null> | null;
  /** A property to read of each record, or a method to call. */
  readonly memberName?: PropertyName<TRecord>;
  /** Arguments of the method. */
  readonly argumentList?: Several<unknown>;
  /** Is called with each record, elsewhere and for several at a time: it sees no variables of the place where it stands. */
  readonly parallel?: (record: TRecord, context: ParallelContext) => unknown;
  readonly using?: Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;
  readonly throttleLimit?: number;
  readonly timeoutSeconds?: number;
  readonly asJob?: boolean;
  readonly useNewRunspace?: boolean;
}

/** What a call gives for records of a type. */
type OutputFor<TRecord, TGiven> = TGiven extends { readonly process: (record: never) => infer TResult }
  ? Written<TResult>
  : TGiven extends { readonly memberName: infer TName extends keyof TRecord }
    ? TRecord[TName]
    : unknown;

/** The types of `ForEach-Object` in a typed pipeline. */
export interface ForEachTypes extends StageTypes {
  readonly parameters: ForEachParameters<this['record']>;
  readonly output: OutputFor<this['record'], this['given']>;
}
