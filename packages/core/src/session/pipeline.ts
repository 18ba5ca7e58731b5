import { Observable, type Subscriber } from 'rxjs';
import { argumentsOf } from '../bind/arguments-of.js';
import type { Job } from '../job/job.js';
import { CmdletException } from '../records/cmdlet-exception.js';
import { InvalidOperationException } from '../records/exceptions.js';
import type { PipelineInput } from '../run/feed.js';
import type { AsJobParameters, CmdletClass, InlineParameters, ParametersOf, PipedOutput } from '../run/inference.js';
import type { PipelineRun } from '../run/pipeline-run.js';
import { RecordList, type RecordReceiver } from '../run/receiver.js';
import { RecordQueue } from '../run/record-queue.js';
import type { MessageStream } from '../run/run-environment.js';
import type { Merge } from '../run/stream-writer.js';
import type { VariableScope } from '../run/variables.js';
import type { CommandInfo } from './command-table.js';
import { exceptionOf, type PipelineResult } from './pipeline-result.js';
import { type CommandCall, type PipelineContext, preparePipeline } from './prepared-pipeline.js';
import type { StreamListener, StreamRecord } from './run-streams.js';
import { text } from './text.js';

/** What a pipeline needs from the session it is built on. */
export interface PipelineSession {
  commandOf(cmdlet: CmdletClass | string): CommandInfo;
  /** @param variables what the commands see instead of the session's variables */
  contextFor(listener: StreamListener | undefined, variables?: VariableScope): PipelineContext;
  /** Takes note of a run that goes on; the result says that it is over. */
  runGoesOn(run: PipelineRun): () => void;
}

/** Settings of one run. */
export interface RunOptions {
  /** Stops the run when it fires. */
  readonly signal?: AbortSignal;
  /** How many results may wait for a consumer that pulls. Default 1024. */
  readonly window?: number;
  /** The variables that the commands read and set. Default: the session's. */
  readonly variables?: VariableScope;
}

/** Where streams of a command go instead of to the caller: into its output, or nowhere. */
export type Redirections = Readonly<
  Partial<Record<'all' | 'error' | 'warning' | 'verbose' | 'debug' | 'information', 'output' | 'null'>>
>;

/**
 * Commands one after the other, to be run once.
 *
 * Nothing happens before the pipeline is awaited, iterated, subscribed to or run. Awaiting gives all output as an array;
 * iterating pulls, and holds the producer back while the consumer is slow.
 *
 * @typeParam TOutput what leaves the last command
 *
 * @example
 * const rows = await session.pipeline(GetForecast, { city: 'Oslo' }).pipe(SelectObject, { first: 1 });
 */
export class Pipeline<TOutput> implements PromiseLike<TOutput[]>, AsyncIterable<TOutput> {
  readonly #session: PipelineSession;
  readonly #calls: readonly CommandCall[];
  readonly #input: PipelineInput | undefined;
  readonly #options: RunOptions;
  #started = false;

  constructor(
    session: PipelineSession,
    calls: readonly CommandCall[],
    input: PipelineInput | undefined,
    options: RunOptions = {},
  ) {
    this.#session = session;
    this.#calls = calls;
    this.#input = input;
    this.#options = options;
  }

  /** Appends a command that runs in the background: what leaves the pipeline is the job. */
  pipe<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: AsJobParameters<TClass, TOutput>,
  ): Pipeline<Job<PipedOutput<TClass, TOutput>>>;
  /**
   * Appends a command. Its parameters are checked by its class, its results by what it writes; a function in place of a
   * value gets what comes down the pipeline.
   */
  pipe<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters?: InlineParameters<TClass, TOutput>,
  ): Pipeline<PipedOutput<TClass, TOutput>>;
  /** Appends a command of which is not known before the program runs whether it gives a job. */
  pipe<TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: ParametersOf<TClass, TOutput>,
  ): Pipeline<PipedOutput<TClass, TOutput> | Job<PipedOutput<TClass, TOutput>>>;
  /** Appends a command by name, for calls whose parameters are not known before the program runs. */
  pipe(command: string, parameters?: Readonly<Record<string, unknown>>): Pipeline<unknown>;
  pipe(command: CmdletClass | string, parameters: Readonly<Record<string, unknown>> = {}): Pipeline<unknown> {
    return new Pipeline(
      this.#session,
      [...this.#calls, callOf(this.#session, command, parameters)],
      this.#input,
      this.#options,
    );
  }

  /**
   * Sends streams of the last command into its output, or nowhere: `{ error: 'output', warning: 'null' }`.
   *
   * What goes nowhere is not shown by the host, but is still in the result of {@link run}. Another stream or target is
   * `RedirectionNotSupported`.
   */
  merge(streams: Redirections): Pipeline<unknown> {
    const last = this.#calls.at(-1);
    if (last === undefined) return this;
    const merge: Merge = {};
    for (const [name, target] of Object.entries(streams)) {
      for (const stream of streamsOf(name)) merge[stream] = targetOf(target);
    }
    const calls = [...this.#calls.slice(0, -1), { ...last, merge: { ...last.merge, ...merge } }];
    return new Pipeline(this.#session, calls, this.#input, this.#options);
  }

  /** The same pipeline with other settings. */
  with(options: RunOptions): Pipeline<TOutput> {
    return new Pipeline(this.#session, this.#calls, this.#input, { ...this.#options, ...options });
  }

  /** All output as an array; rejects with the failure if the run fails or is stopped. */
  async toArray(): Promise<TOutput[]> {
    const output = new RecordList<TOutput>();
    const run = this.#run(output, undefined);
    throwFailure(run instanceof Promise ? await run : run);
    return output.records;
  }

  /** The only result. None, or more than one, is an `InvalidOperation` error. */
  async single(): Promise<TOutput> {
    const output = await this.toArray();
    if (output.length !== 1) throw new InvalidOperationException(text.notExactlyOne(output.length));
    return output[0] as TOutput;
  }

  /** Runs to the end and gives everything that came out on all streams. A failed run is a result too. */
  async run(): Promise<PipelineResult<TOutput>> {
    const output = new RecordList<TOutput>();
    const streams = collector();
    const run = await this.#run(output, streams.take);
    const { state, failure, hadErrors } = run;
    return { state, failure, hadErrors, output: output.records, ...streams.collected };
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting a pipeline is running it.
  then<TResult = TOutput[], TRejected = never>(
    onFulfilled?: ((output: TOutput[]) => TResult | PromiseLike<TResult>) | null,
    onRejected?: ((reason: unknown) => TRejected | PromiseLike<TRejected>) | null,
  ): Promise<TResult | TRejected> {
    return this.toArray().then(onFulfilled, onRejected);
  }

  /** Output as it comes. The producer waits while more than the window is unread; leaving the loop stops the run. */
  [Symbol.asyncIterator](): AsyncIterableIterator<TOutput> {
    const stop = new AbortController();
    const done: { run?: Promise<void> } = {};
    const queue = new RecordQueue<TOutput>(this.#options.window, async () => {
      stop.abort();
      await done.run;
    });
    done.run = this.#runLater(queue, undefined, stop.signal).then(
      (run) => {
        const error = exceptionOf(run.state, run.failure, run.stopReason);
        queue.end(error === undefined ? undefined : { error });
      },
      (error: unknown) => queue.end({ error }),
    );
    return queue;
  }

  /** Output as an Observable. Subscribing starts the run, unsubscribing stops it. */
  get output$(): Observable<TOutput> {
    return this.#observe<TOutput>((subscriber) => [(record) => subscriber.next(record), undefined]);
  }

  /** Everything that is written, output and the other streams, in order, each record with its stream. */
  get records$(): Observable<StreamRecord | { readonly stream: 'Output'; readonly record: TOutput }> {
    return this.#observe((subscriber) => [
      (record) => subscriber.next({ stream: 'Output', record }),
      (record) => subscriber.next(record),
    ]);
  }

  #observe<TEmitted>(
    receiversFor: (
      subscriber: Subscriber<TEmitted>,
    ) => readonly [output: (record: TOutput) => void, others: StreamListener | undefined],
  ): Observable<TEmitted> {
    return new Observable((subscriber) => {
      const stop = new AbortController();
      // Before the run begins: one that never waits could not be left otherwise.
      subscriber.add(() => stop.abort());
      const [output, others] = receiversFor(subscriber);
      const sink: RecordReceiver = {
        accept: (record) => {
          output(record as TOutput);
          return undefined;
        },
      };
      this.#runLater(sink, others, stop.signal).then(
        (run) => {
          const error = exceptionOf(run.state, run.failure, run.stopReason);
          if (error === undefined) subscriber.complete();
          else subscriber.error(error);
        },
        (error: unknown) => subscriber.error(error),
      );
    });
  }

  /** As {@link #run}, a promise whatever happens. */
  async #runLater(sink: RecordReceiver, listener: StreamListener | undefined, own: AbortSignal): Promise<PipelineRun> {
    return this.#run(sink, listener, own);
  }

  /** A run that is done when this returns comes back as it is; otherwise its promise. */
  #run(
    sink: RecordReceiver,
    listener: StreamListener | undefined,
    own?: AbortSignal,
  ): PipelineRun | Promise<PipelineRun> {
    if (this.#started) throw new InvalidOperationException(text.pipelineStarted);
    this.#started = true;
    const { signal, variables } = this.#options;
    const context = this.#session.contextFor(listener, variables);
    let release: (() => void) | undefined;
    const watch = (started: PipelineRun): void => {
      if (signal !== undefined || own !== undefined) release = stopWith(started, [signal, own]);
    };
    const prepared = preparePipeline(this.#calls, this.#input !== undefined, sink, context, watch);
    if (prepared instanceof Promise) {
      return prepared.then(async (run) => {
        const over = this.#session.runGoesOn(run);
        await run.execute(this.#input);
        over();
        release?.();
        return run;
      });
    }
    const pending = prepared.execute(this.#input);
    if (pending === undefined) {
      release?.();
      return prepared;
    }
    const over = this.#session.runGoesOn(prepared);
    return pending.then(() => {
      over();
      release?.();
      return prepared;
    });
  }
}

/** A call of a command by class or by name. */
export function callOf(
  session: PipelineSession,
  command: CmdletClass | string,
  parameters: Readonly<Record<string, unknown>>,
): CommandCall {
  const given = { arguments: argumentsOf(parameters) };
  if (typeof command === 'string')
    return { ...given, lookUp: () => session.commandOf(command), invocationName: command };
  const info = session.commandOf(command);
  return { ...given, lookUp: () => info, invocationName: info.name };
}

/** Stops a run when one of the signals fires; the result takes that back. */
function stopWith(run: PipelineRun, signals: readonly (AbortSignal | undefined)[]): () => void {
  const listeners: (() => void)[] = [];
  for (const signal of signals) {
    if (signal === undefined) continue;
    const stop = (): void => run.stop(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    listeners.push(() => signal.removeEventListener('abort', stop));
  }
  return () => {
    for (const remove of listeners) remove();
  };
}

function throwFailure(run: PipelineRun): void {
  const error = exceptionOf(run.state, run.failure, run.stopReason);
  if (error !== undefined) throw error;
}

function collector() {
  const collected: Omit<PipelineResult<never>, 'state' | 'failure' | 'hadErrors' | 'output'> = {
    errors: [],
    warnings: [],
    verbose: [],
    debug: [],
    information: [],
    progress: [],
  };
  const take = (item: StreamRecord): void => {
    switch (item.stream) {
      case 'Error':
        collected.errors.push(item.record);
        break;
      case 'Warning':
        collected.warnings.push(item.record);
        break;
      case 'Verbose':
        collected.verbose.push(item.record);
        break;
      case 'Debug':
        collected.debug.push(item.record);
        break;
      case 'Information':
        collected.information.push(item.record);
        break;
      case 'Progress':
        collected.progress.push(item.record);
        break;
    }
  };
  return { collected, take };
}

const STREAMS: Readonly<Record<string, MessageStream>> = {
  error: 'Error',
  warning: 'Warning',
  verbose: 'Verbose',
  debug: 'Debug',
  information: 'Information',
};

function streamsOf(name: string): readonly MessageStream[] {
  if (name === 'all') return Object.values(STREAMS);
  const stream = Object.hasOwn(STREAMS, name) ? STREAMS[name] : undefined;
  if (stream === undefined) throw redirectionNotSupported(text.notMergeable(name, ['all', ...Object.keys(STREAMS)]));
  return [stream];
}

function targetOf(target: string): 'output' | 'null' {
  if (target === 'output' || target === 'null') return target;
  throw redirectionNotSupported(text.badMergeTarget(target));
}

function redirectionNotSupported(message: string): CmdletException {
  return new CmdletException(message, { errorId: 'RedirectionNotSupported', category: 'InvalidArgument' });
}
