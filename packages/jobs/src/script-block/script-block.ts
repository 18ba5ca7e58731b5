import type { ErrorRecord, Host, InformationRecord, ProgressFacts, ProgressRecord } from '@cmdlet/core';
import type { Observable } from 'rxjs';

/**
 * What a script block sees of the job it runs in.
 *
 * It may run in another thread, process or computer: everything here is a copy, but for the block that runs inline.
 *
 * @typeParam TInput records of `-InputObject` and the pipeline
 * @typeParam TArguments elements of `-ArgumentList`
 * @typeParam TUsing values that the caller gave by name
 * @typeParam TOutput what the block writes to output
 */
export interface ScriptBlockContext<
  TInput = unknown,
  TArguments extends readonly unknown[] = readonly unknown[],
  TUsing extends object = Readonly<Record<string, unknown>>,
  TOutput = unknown,
> {
  /** The records of the caller's pipeline, to be read once; they come while the block runs, and hold their producer. */
  readonly input: AsyncIterable<TInput>;
  /** The same as an Observable; reading one reads the other. */
  readonly input$: Observable<TInput>;
  /** The elements of `-ArgumentList`. */
  readonly args: TArguments;
  /** The same as an Observable. */
  readonly args$: Observable<TArguments[number]>;
  /** Values of the caller, by the names he gave them. */
  readonly using: TUsing;
  /** Fires when the block must end; its reason is a PipelineStoppedException. */
  readonly signal: AbortSignal;
  /** Whoever receives the job: it is Blocked until he has answered. */
  readonly host: Host;
  /** Path of the script file; undefined for a function. */
  readonly scriptPath: string | undefined;
  /** Writes one object to output; resolves when there is room for the next one. */
  writeObject(value: TOutput): Promise<void>;
  writeError(error: ErrorRecord | Error | string): Promise<void>;
  writeWarning(message: string): Promise<void>;
  writeVerbose(message: string): Promise<void>;
  writeDebug(message: string): Promise<void>;
  writeInformation(message: unknown, tags?: readonly string[] | InformationRecord): Promise<void>;
  writeProgress(progress: ProgressRecord | ProgressFacts): Promise<void>;
  /** Ends the block here and now: the job is Completed with this exit code. */
  exit(exitCode?: number): never;
}

/**
 * Work as a function. It writes by the context, or gives output back: a value, a promise, a (possibly async) iterable or an
 * Observable whose elements are output. An array that is returned is output element by element; `undefined` is nothing.
 *
 * A block that is sent elsewhere is sent as text: it must not use variables of the place where it was written. What it
 * needs comes by `args`, `using`, or its own `await import()`.
 */
export type ScriptBlockFunction<
  TInput = unknown,
  TArguments extends readonly unknown[] = readonly unknown[],
  TUsing extends object = Readonly<Record<string, unknown>>,
  TOutput = unknown,
> = (context: ScriptBlockContext<TInput, TArguments, TUsing, TOutput>) => unknown;
