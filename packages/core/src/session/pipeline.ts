import { Observable, type Subscriber } from 'rxjs';
import type { Job } from '../job/job.js';
import { InvalidOperationException } from '../records/exceptions.js';
import type { PipelineInput } from '../run/feed.js';
import type {
  AsJobParameters,
  CmdletClass,
  InlineParameters,
  ParametersOf,
  PipedOutput,
  StageParameters,
  TypedStage,
} from '../run/inference.js';
import type { PipelineRun } from '../run/pipeline-run.js';
import type { PSCmdlet } from '../run/ps-cmdlet.js';
import { RecordList, type RecordReceiver } from '../run/receiver.js';
import { RecordQueue } from '../run/record-queue.js';
import type { VariableScope } from '../run/variables.js';
import { collector, ToldRecordList } from './collected-streams.js';
import { type CommandSource, callOf } from './command-call.js';
import { OutputConsumer, type TakeOutput } from './output-consumer.js';
import { exceptionOf, type PipelineResult } from './pipeline-result.js';
import { type CommandCall, type PipelineContext, Preparation } from './prepared-pipeline.js';
import { mergeOf, type Redirections } from './redirections.js';
import type { OutputRecord, StreamListener, StreamRecord } from './run-streams.js';
import { type StopSignal, stopWith } from './stop-with.js';
import { OutputObserver, RecordsObserver } from './stream-observers.js';
import { text } from './text.js';

/** What a pipeline needs from the session it is built on. */
export interface PipelineSession extends CommandSource {
  /** @param variables what the commands see instead of the session's variables */
  contextFor(listener: StreamListener | undefined, variables?: VariableScope): PipelineContext;
  /** Takes note of a run that goes on; the result says that it is over. */
  runGoesOn(run: PipelineRun): () => void;
}

/** Settings of one run. */
export interface RunOptions {
  /** Stops the run when it fires: an AbortSignal, or what behaves like one. */
  readonly signal?: StopSignal;
  /** How many results may wait for a consumer that pulls. Default 1024. */
  readonly window?: number;
  /** The variables that the commands read and set. Default: the session's. */
  readonly variables?: VariableScope;
}

/** Runs a pipeline and gives its output, without a promise where the run is done at once. For this folder only. */
export let collectOutput: <TOutput>(pipeline: Pipeline<TOutput>) => TOutput[] | Promise<TOutput[]>;

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

  /** Appends a command that tells its own types: what leaves it follows from what comes in and what is given here. */
  pipe<TClass extends CmdletClass<PSCmdlet & TypedStage>, const TGiven extends StageParameters<TClass, TOutput>>(
    cmdlet: TClass,
    // Once more, so that names that are no parameters are noticed.
    parameters: TGiven & StageParameters<TClass, TOutput>,
  ): Pipeline<PipedOutput<TClass, TOutput, TGiven>>;
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
    const calls = [...this.#calls.slice(0, -1), { ...last, merge: { ...last.merge, ...mergeOf(streams) } }];
    return new Pipeline(this.#session, calls, this.#input, this.#options);
  }

  /** The same pipeline with other settings. */
  with(options: RunOptions): Pipeline<TOutput> {
    return new Pipeline(this.#session, this.#calls, this.#input, { ...this.#options, ...options });
  }

  /** All output as an array; rejects with the failure if the run fails or is stopped. */
  async toArray(): Promise<TOutput[]> {
    const output = this.#collect();
    return output instanceof Promise ? await output : output;
  }

  /** As {@link toArray}, without a promise where the run is done when this returns. Its failure is thrown then. */
  #collect(): TOutput[] | Promise<TOutput[]> {
    const output = new RecordList<TOutput>();
    const run = this.#run(output, undefined);
    if (run instanceof Promise) {
      return run.then((ended) => {
        throwFailure(ended);
        return output.records;
      });
    }
    throwFailure(run);
    return output.records;
  }

  static {
    collectOutput = (pipeline) => pipeline.#collect();
  }

  /**
   * Runs to the end and hands each object of the output to a function at the moment it is written: nothing is collected. A
   * promise that the function gives holds the commands back until it resolves.
   *
   * Rejects with the failure if the run fails or is stopped. What the function throws, or rejects with, stops the run; then
   * this rejects with it, and the function is not called again.
   *
   * @example
   * await session.pipeline(GetReading).forEach(async ({ value }) => {
   *   await file.appendFile(`${value}\n`);
   * });
   */
  async forEach(take: TakeOutput<TOutput>): Promise<void> {
    const consumer = new OutputConsumer(take);
    const run = await this.#run(consumer, undefined, consumer);
    if (consumer.aborted) throw consumer.reason as Error;
    throwFailure(run);
  }

  /** The only result. None, or more than one, is an `InvalidOperation` error. */
  async single(): Promise<TOutput> {
    const output = await this.toArray();
    if (output.length !== 1) throw new InvalidOperationException(text.notExactlyOne(output.length));
    return output[0] as TOutput;
  }

  /**
   * Runs to the end and gives everything that came out on all streams. A failed run is a result too.
   *
   * @param listener is told of every record when it is written, output included
   */
  async run(listener?: (record: StreamRecord | OutputRecord<TOutput>) => void): Promise<PipelineResult<TOutput>> {
    const output = listener === undefined ? new RecordList<TOutput>() : new ToldRecordList<TOutput>(listener);
    const streams = collector(listener);
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
    return this.#observe<TOutput>((subscriber) => [new OutputObserver(subscriber), undefined]);
  }

  /** Everything that is written, output and the other streams, in order, each record with its stream. */
  get records$(): Observable<StreamRecord | OutputRecord<TOutput>> {
    return this.#observe((subscriber) => [
      new RecordsObserver<TOutput>(subscriber),
      (record) => subscriber.next(record),
    ]);
  }

  #observe<TEmitted>(
    receiversFor: (
      subscriber: Subscriber<TEmitted>,
    ) => readonly [output: RecordReceiver, others: StreamListener | undefined],
  ): Observable<TEmitted> {
    return new Observable((subscriber) => {
      const stop = new AbortController();
      // Before the run begins: one that never waits could not be left otherwise.
      subscriber.add(() => stop.abort());
      const [output, others] = receiversFor(subscriber);
      this.#runLater(output, others, stop.signal).then(
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
    own?: StopSignal,
  ): PipelineRun | Promise<PipelineRun> {
    if (this.#started) throw new InvalidOperationException(text.pipelineStarted);
    this.#started = true;
    const { signal, variables } = this.#options;
    const context = this.#session.contextFor(listener, variables);
    const expectingInput = this.#input !== undefined;
    const preparation = new Preparation(this.#calls, expectingInput, sink, context);
    const { run } = preparation;
    const release = signal === undefined && own === undefined ? undefined : stopWith(run, [signal, own]);
    let pending: Promise<void> | undefined;
    try {
      pending = preparation.prepare()?.then(() => run.execute(this.#input)) ?? run.execute(this.#input);
    } finally {
      if (pending === undefined) release?.();
    }
    return pending === undefined ? run : this.#goOn(run, pending, release);
  }

  /** The session knows the run until it is over, so that it can stop it. */
  async #goOn(run: PipelineRun, pending: Promise<void>, release: (() => void) | undefined): Promise<PipelineRun> {
    const over = this.#session.runGoesOn(run);
    try {
      await pending;
    } finally {
      over();
      release?.();
    }
    return run;
  }
}

function throwFailure(run: PipelineRun): void {
  const error = exceptionOf(run.state, run.failure, run.stopReason);
  if (error !== undefined) throw error;
}
