import type { ErrorRecord } from '../records/error-record.js';
import { PipelineStoppedException } from '../records/exceptions.js';
import type { InformationRecord } from '../records/information-record.js';
import { DebugRecord, VerboseRecord, WarningRecord } from '../records/message-records.js';
import { type ProgressFacts, ProgressRecord } from '../records/progress-record.js';
import { writtenErrorRecord } from '../run/error-record-of.js';
import type { Host } from '../run/host.js';
import type { RecordReceiver } from '../run/receiver.js';
import type { MessageStream, StreamSink } from '../run/run-environment.js';
import type { TimeSlices } from '../run/time-slices.js';
import { BlockedHost } from './blocked-host.js';
import { StreamTag } from './job-record.js';
import { isFinishedState } from './job-state.js';
import { appendRecord, logOf, type RecordedJob, setBlocked, setExitCode } from './recorded-job.js';
import { StopToken } from './stop-token.js';

/**
 * What work sees of the job it runs in: where it writes, whom it asks, when it must end.
 *
 * A write returns a promise only if the job limits how many records may wait to be read, and then work that awaits it
 * is held until somebody reads. What is written after the job has ended is dropped.
 */
export interface JobSink<TOutput = unknown> extends RecordReceiver, StreamSink {
  writeObject(value: TOutput): Promise<void> | undefined;
  writeError(error: ErrorRecord | Error): Promise<void> | undefined;
  writeWarning(warning: string | WarningRecord): Promise<void> | undefined;
  writeVerbose(message: string | VerboseRecord): Promise<void> | undefined;
  writeDebug(message: string | DebugRecord): Promise<void> | undefined;
  writeInformation(record: InformationRecord): Promise<void> | undefined;
  writeProgress(progress: ProgressRecord | ProgressFacts): Promise<void> | undefined;
  /** Whether the job has ended and drops what is written. */
  readonly closed: boolean;
  /** With what number the work ends, for work that has one; it shows on the job. Undefined to begin with. */
  exitCode: number | undefined;
  /** Answers the work's questions: they wait until somebody receives the job, which is Blocked meanwhile. */
  readonly host: Host;
  /** Whether the work was asked to end. */
  readonly stopRequested: boolean;
  /** Fires when the work must end; its reason is a PipelineStoppedException. */
  readonly signal: AbortSignal;
  /** Calls back when the work must end, at once if it must already; cheaper than a signal. The result takes it back. */
  onStop(callback: () => void): () => void;
}

/** The sink of one job. */
export class JobLogSink<TOutput> implements JobSink<TOutput> {
  #token: StopToken | undefined;
  #host: BlockedHost | undefined;
  #drained: Promise<void> | undefined;
  /** Whether the work can be paused: it is the call of a cmdlet, which waits between two records when it is to. */
  canPause = false;
  #slices: TimeSlices | undefined;
  /** Is told when the work waits; set while it is to. */
  #paused: (() => void) | undefined;
  #unpause: (() => void) | undefined;

  constructor(
    private readonly job: RecordedJob<TOutput>,
    private readonly window: number | undefined,
  ) {}

  get closed(): boolean {
    return isFinishedState(this.job.state);
  }

  get exitCode(): number | undefined {
    return this.job.exitCode;
  }
  set exitCode(exitCode: number | undefined) {
    if (!this.closed) setExitCode(this.job, exitCode);
  }

  get host(): BlockedHost {
    if (this.#host === undefined) {
      this.#host = new BlockedHost((blocked) => setBlocked(this.job, blocked));
      if (this.stopRequested) this.#host.stop();
    }
    return this.#host;
  }

  /** Whether the work waits for an answer. */
  get hasQuestions(): boolean {
    return this.#host?.hasQuestions === true;
  }

  get stopRequested(): boolean {
    return this.#token?.requested === true;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  onStop(callback: () => void): () => void {
    return this.#stop.onStop(callback);
  }

  /** By what the work, which has begun, can be paused. @returns whether it is to pause at once */
  pauseBy(slices: TimeSlices): boolean {
    this.#slices = slices;
    if (this.#paused === undefined) return false;
    this.#unpause = slices.hold(this.#paused);
    return true;
  }

  /** Pauses the work at its next record. @param paused is told when it waits */
  pause(paused: () => void): void {
    if (this.#paused !== undefined) return;
    this.#paused = paused;
    this.#unpause = this.#slices?.hold(paused);
  }

  /** Lets the work go on. */
  unpause(): void {
    this.#paused = undefined;
    this.#unpause?.();
  }

  /** Asks the work to end; its questions are over, and so is a pause. */
  requestStop(): void {
    this.#stop.request();
    this.unpause();
    this.#host?.stop();
  }

  /** Lets a host answer what the work asks and asked. */
  answerQuestions(host: Host, signal: AbortSignal): Promise<void> {
    return this.#host?.answer(host, signal) ?? Promise.resolve();
  }

  /** Output as the end of a pipeline takes it: throws the stop signal once the job has ended. */
  accept(value: unknown): Promise<void> | undefined {
    if (this.closed) throw new PipelineStoppedException();
    return this.#write(StreamTag.Output, value);
  }

  /** Records of the other streams that the preferences want to be seen, and information whether they want it or not. */
  emit(stream: MessageStream, record: unknown, shown: boolean): void {
    // Messages hold nobody back: only who writes output waits for a reader.
    if (shown || stream === 'Information') void this.#write(StreamTag[stream], record);
  }

  writeObject(value: TOutput): Promise<void> | undefined {
    return this.#write(StreamTag.Output, value);
  }

  writeError(error: ErrorRecord | Error): Promise<void> | undefined {
    return this.#write(StreamTag.Error, writtenErrorRecord(error));
  }

  writeWarning(warning: string | WarningRecord): Promise<void> | undefined {
    return this.#write(StreamTag.Warning, WarningRecord.is(warning) ? warning : new WarningRecord(String(warning)));
  }

  writeVerbose(message: string | VerboseRecord): Promise<void> | undefined {
    return this.#write(StreamTag.Verbose, VerboseRecord.is(message) ? message : new VerboseRecord(String(message)));
  }

  writeDebug(message: string | DebugRecord): Promise<void> | undefined {
    return this.#write(StreamTag.Debug, DebugRecord.is(message) ? message : new DebugRecord(String(message)));
  }

  writeInformation(record: InformationRecord): Promise<void> | undefined {
    return this.#write(StreamTag.Information, record);
  }

  writeProgress(progress: ProgressRecord | ProgressFacts): Promise<void> | undefined {
    return this.#write(StreamTag.Progress, ProgressRecord.is(progress) ? progress : new ProgressRecord(progress));
  }

  get #stop(): StopToken {
    this.#token ??= new StopToken();
    return this.#token;
  }

  #write(tag: StreamTag, value: unknown): Promise<void> | undefined {
    if (this.closed) return undefined;
    appendRecord(this.job, tag, value);
    if (this.window === undefined || logOf(this.job).unreadCount < this.window) return undefined;
    this.#drained ??= this.#whenDrained(this.window);
    return this.#drained;
  }

  /** Resolves when half of the window is free, or nobody needs to wait because the work must end. */
  #whenDrained(window: number): Promise<void> {
    const log = logOf(this.job);
    return new Promise((resolve) => {
      const done = (): void => {
        log.onTaken(undefined);
        forget();
        this.#drained = undefined;
        resolve();
      };
      const forget = this.onStop(() => queueMicrotask(done));
      log.onTaken(() => {
        if (log.unreadCount <= window / 2) done();
      });
    });
  }
}
