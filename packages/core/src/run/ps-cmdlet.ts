import { from, isObservable, type Observable } from 'rxjs';
import type { ErrorRecord } from '../records/error-record.js';
import type { InformationRecord } from '../records/information-record.js';
import type { InvocationInfo } from '../records/invocation-info.js';
import type { ProgressFacts, ProgressRecord } from '../records/progress-record.js';
import type { CmdletRuntime } from './cmdlet-runtime.js';
import { claimRuntime } from './construction.js';
import { leftToStep } from './left-to-step.js';
import type { PagingParameters } from './paging-parameters.js';
import { DONE } from './receiver.js';
import type { SessionState } from './session-state.js';

/** What a step may return: nothing, a promise, or values to write one after the other. */
export type StepResult<TOutput> = void | Promise<void> | Iterable<TOutput> | AsyncIterable<TOutput>;

/**
 * Base of every cmdlet.
 *
 * Override the steps you need. The steps may be plain, async, or generators whose values are written to output.
 * Instead of `processRecord`, `processStream` may handle all bound records as one Observable.
 *
 * @typeParam TOutput what the cmdlet writes to output
 *
 * @example
 * @Cmdlet('Get', 'Square')
 * class GetSquare extends PSCmdlet<number> {
 *   @Parameter({ mandatory: true, position: 0, valueFromPipeline: true }) number!: number;
 *   override processRecord(): void {
 *     this.writeObject(this.number ** 2);
 *   }
 * }
 */
export abstract class PSCmdlet<TOutput = unknown> {
  /** Carries the output type for inference; never set. */
  declare readonly ['~output']: () => TOutput;

  /** What stands behind every write; replaceable for tests. */
  readonly commandRuntime: CmdletRuntime = claimRuntime();

  /** Once, before the first record: set-up that needs command-line parameters. Pipeline parameters are not set yet. */
  beginProcessing?(): StepResult<TOutput>;
  /** Once per bound record; once in all without pipeline input. */
  processRecord?(): StepResult<TOutput>;
  /** Instead of `processRecord`: all bound records as one stream; each emission is this instance with its record bound. */
  processStream?(records$: Observable<this>): Observable<TOutput>;
  /** Once, after the last record. Not called after a failure or a stop. */
  endProcessing?(): StepResult<TOutput>;
  /** At most once, while another step may be running: interrupt what blocks. Must not write. */
  stopProcessing?(): void;
  /** Once, always, at the very end: release what the cmdlet holds. No writing, no questions. */
  dispose?(): void | Promise<void>;
  /** Parameters for this invocation only: an object whose class declares parameters, or a dictionary of definitions. */
  getDynamicParameters?(): object | undefined;

  /** The parameter set in use. Provisional in begin while several are possible, final in process. */
  get parameterSetName(): string {
    return this.commandRuntime.parameterSetName;
  }

  /** How this command was called. */
  get myInvocation(): InvocationInfo {
    return this.commandRuntime.invocation;
  }

  /** What the user said with `-First`, `-Skip` and `-IncludeTotalCount`; null without `supportsPaging`. */
  get pagingParameters(): PagingParameters | null {
    return this.commandRuntime.paging;
  }

  /** The session as far as a cmdlet can reach it: the caller's variables. */
  get sessionState(): SessionState {
    return this.commandRuntime.sessionState;
  }

  /** The value of one of the caller's variables; without one the default. Names ignore case. */
  getVariableValue(name: string, defaultValue: unknown = null): unknown {
    const { variables } = this.commandRuntime.sessionState;
    return variables.has(name) ? variables.get(name) : defaultValue;
  }

  /**
   * What comes in through the pipeline, record by record, before it is bound; completes before the end step.
   *
   * Subscribe in `beginProcessing`; records that have passed do not come again. Without pipeline input it only completes.
   */
  get input$(): Observable<unknown> {
    return this.commandRuntime.input$;
  }

  /** The argument list: what the parameter holds that takes the remaining arguments; empty if there is none. */
  get args(): readonly unknown[] {
    const { argumentList } = this.commandRuntime;
    if (argumentList === undefined || argumentList === null) return NO_ARGUMENTS;
    return Array.isArray(argumentList) ? (argumentList as readonly unknown[]) : [argumentList];
  }

  /** The same one after the other, also where it is an Observable or an async iterable that produces them over time. */
  get args$(): Observable<unknown> {
    const { argumentList } = this.commandRuntime;
    return isProduced(argumentList) ? from(argumentList) : from(this.args);
  }

  /** Fires when the run is stopped, fails, or no longer needs what this command writes. */
  get stopping(): AbortSignal {
    return this.commandRuntime.stopping;
  }

  /**
   * Writes one object to output.
   *
   * @param value the object; a list is one object unless `enumerate` is set. `undefined` is no object: nothing is written
   * @param enumerate writes the elements of an iterable or async iterable one by one, one level deep
   * @returns resolves when everything downstream is finished with it
   */
  writeObject(value: TOutput): Promise<void>;
  writeObject(value: Iterable<TOutput> | AsyncIterable<TOutput>, enumerate: true): Promise<void>;
  writeObject(value: unknown, enumerate = false): Promise<void> {
    if (value === undefined) return DONE;
    return enumerate ? this.commandRuntime.writeEnumerated(value) : this.commandRuntime.writeObject(value);
  }

  /**
   * Reports a failure that concerns this record only; the run goes on with the next.
   *
   * @param error a record, with an id of your choice; of an exception the id is its name, or its own if it knows one
   *
   * @example
   * await this.writeError(new ErrorRecord(exception, 'HasDigits', 'InvalidArgument', this.text));
   */
  writeError(error: ErrorRecord | Error): Promise<void> {
    return this.commandRuntime.writeError(error);
  }

  /** Writes to the warning stream. */
  writeWarning(message: string): Promise<void> {
    return this.commandRuntime.writeWarning(message);
  }

  /** Writes to the verbose stream; shown with `-Verbose`. */
  writeVerbose(message: string): Promise<void> {
    return this.commandRuntime.writeVerbose(message);
  }

  /** Writes to the debug stream; shown with `-Debug`. */
  writeDebug(message: string): Promise<void> {
    return this.commandRuntime.writeDebug(message);
  }

  /** Writes to the information stream. */
  writeInformation(record: InformationRecord): Promise<void>;
  writeInformation(messageData: unknown, tags?: readonly string[]): Promise<void>;
  writeInformation(data: unknown, tags: readonly string[] = []): Promise<void> {
    return this.commandRuntime.writeInformation(data, tags);
  }

  /** Shows how far an activity is. */
  writeProgress(progress: ProgressRecord | ProgressFacts): Promise<void> {
    return this.commandRuntime.writeProgress(progress);
  }

  /** Ends the run with an error of the author's choice. */
  throwTerminatingError(error: ErrorRecord | Error): never {
    return this.commandRuntime.throwTerminatingError(error);
  }

  /**
   * Whether to go on and change something. Ask once per target, directly before the change.
   *
   * Needs `supportsShouldProcess`; without it this is an `InvalidOperation`.
   */
  shouldProcess(target: string, action?: string): Promise<boolean>;
  shouldProcess(description: string, question: string, caption: string): Promise<boolean>;
  shouldProcess(...texts: [string, string?, string?]): Promise<boolean> {
    return leftToStep(this.commandRuntime.shouldProcess(texts).then((answer) => answer.proceed));
  }

  /** As {@link shouldProcess} with three texts, and tells why the answer was no. */
  shouldProcessWithReason(
    description: string,
    question: string,
    caption: string,
  ): Promise<{ proceed: boolean; reason: 'None' | 'WhatIf' }> {
    return this.commandRuntime.shouldProcess([description, question, caption]);
  }

  /**
   * Asks about an unexpected consequence, whatever the confirmation settings. Offer a `-Force` beside it.
   *
   * @param memory remembers "to all" answers; keep one object for all records
   */
  shouldContinue(query: string, caption: string, memory?: ShouldContinueMemory): Promise<boolean> {
    return this.commandRuntime.shouldContinue(query, caption, memory);
  }

  /**
   * Says that no more input is needed, and unwinds what stands upstream; those commands get no end.
   *
   * The own end step is not called either: do first what is left to do. Commands downstream end as usual.
   */
  stopUpstream(): never {
    return this.commandRuntime.stopUpstream();
  }
}

const NO_ARGUMENTS: readonly unknown[] = Object.freeze([]);

function isProduced(value: unknown): value is Observable<unknown> | AsyncIterable<unknown> {
  return isObservable(value) || (typeof value === 'object' && value !== null && Symbol.asyncIterator in value);
}

/** "To all" answers of {@link PSCmdlet.shouldContinue}, kept by the author. */
export interface ShouldContinueMemory {
  yesToAll: boolean;
  noToAll: boolean;
  /** Makes No the default. */
  readonly hasSecurityImpact?: boolean;
}
