import {
  DebugRecord,
  ErrorRecord,
  type Host,
  InformationRecord,
  PipelineStoppedException,
  type ProgressFacts,
  ProgressRecord,
  VerboseRecord,
  WarningRecord,
} from '@cmdlet/core';
import type { Observable } from 'rxjs';
import type { ScriptBlockContext } from '../../script-block/script-block.js';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import { errorRecordOf } from './error-record-of.js';
import { ExitSignal } from './exit-signal.js';
import { ReadOnceInput } from './read-once-input.js';
import type { WorkOutput } from './work-output.js';

/** What a script block is given. */
export interface ScriptContextInit {
  readonly input: AsyncIterable<unknown> | undefined;
  readonly args: readonly unknown[];
  readonly using: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  readonly scriptPath: string | undefined;
  readonly host: Host;
  readonly output: WorkOutput;
  /** rxjs's `from`; asked for when it is needed, since it takes time to load. */
  readonly observe: (values: readonly unknown[] | AsyncIterable<unknown>) => Observable<unknown>;
}

/** The context of a script block, wherever it runs. */
export class ScriptContext implements ScriptBlockContext {
  readonly args: readonly unknown[];
  readonly using: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  readonly scriptPath: string | undefined;
  readonly host: Host;
  readonly input: AsyncIterable<unknown>;
  readonly #output: WorkOutput;
  readonly #observe: ScriptContextInit['observe'];
  #input$: Observable<unknown> | undefined;
  #args$: Observable<unknown> | undefined;

  constructor(init: ScriptContextInit) {
    this.args = init.args;
    this.using = init.using;
    this.signal = init.signal;
    this.scriptPath = init.scriptPath;
    this.host = init.host;
    this.input = new ReadOnceInput(init.input);
    this.#output = init.output;
    this.#observe = init.observe;
    // A block takes what it needs out of the context, and calls it without.
    this.writeObject = this.writeObject.bind(this);
    this.writeError = this.writeError.bind(this);
    this.writeWarning = this.writeWarning.bind(this);
    this.writeVerbose = this.writeVerbose.bind(this);
    this.writeDebug = this.writeDebug.bind(this);
    this.writeInformation = this.writeInformation.bind(this);
    this.writeProgress = this.writeProgress.bind(this);
  }

  get input$(): Observable<unknown> {
    this.#input$ ??= this.#observe(this.input);
    return this.#input$;
  }

  get args$(): Observable<unknown> {
    this.#args$ ??= this.#observe(this.args);
    return this.#args$;
  }

  writeObject(value: unknown): Promise<void> {
    if (this.signal.aborted) {
      const stopped = Promise.reject<undefined>(new PipelineStoppedException());
      // Who does not await it is not to be failed by it: the work is over anyway.
      stopped.catch(() => undefined);
      return stopped;
    }
    return this.#write(value, Stream.Output);
  }

  writeError(error: ErrorRecord | Error | string): Promise<void> {
    return this.#write(errorRecordOf(error), Stream.Error);
  }

  writeWarning(message: string): Promise<void> {
    return this.#write(new WarningRecord(String(message)), Stream.Warning);
  }

  writeVerbose(message: string): Promise<void> {
    return this.#write(new VerboseRecord(String(message)), Stream.Verbose);
  }

  writeDebug(message: string): Promise<void> {
    return this.#write(new DebugRecord(String(message)), Stream.Debug);
  }

  writeInformation(message: unknown, tags: readonly string[] | InformationRecord = []): Promise<void> {
    const record = [message, tags].find((value) => InformationRecord.is(value));
    return this.#write(record ?? new InformationRecord(message, '', tags as readonly string[]), Stream.Information);
  }

  writeProgress(progress: ProgressRecord | ProgressFacts): Promise<void> {
    return this.#write(ProgressRecord.is(progress) ? progress : new ProgressRecord(progress), Stream.Progress);
  }

  exit(exitCode?: number): never {
    throw new ExitSignal(exitCode ?? 0);
  }

  #write(value: unknown, stream: StreamNumber): Promise<void> {
    return this.#output(value, stream) ?? DONE;
  }
}

const DONE = Promise.resolve();
