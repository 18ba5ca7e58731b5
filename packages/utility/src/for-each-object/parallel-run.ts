import {
  type Clock,
  ErrorRecord,
  isFinishedState,
  type Job,
  type JobRecord,
  keepOwnErrorId,
  type ParallelJob,
  PipelineStoppedException,
  type PSCmdlet,
  RecordArrivals,
} from '@cmdlet/core';

/** What errors of iterations are about. */
const TARGET = 'ForEach-Object -Parallel';

/**
 * Hands on what the iterations of a parallel job write, as it comes, on the streams of the cmdlet. An iteration that fails
 * is a non-terminating error (`PSTaskException`), and the others go on.
 */
export class ParallelRun {
  readonly #arrivals: RecordArrivals<Job>;
  readonly #cancelTimeout: (() => void) | undefined;
  #timedOut = false;
  #unfinished = 0;
  /** Iterations that the end of the time stopped, and that nobody was told of. */
  #stopped = 0;

  /** @param timeoutSeconds how long all of it may take; 0 for no limit */
  constructor(
    private readonly job: ParallelJob,
    private readonly writer: PSCmdlet,
    private readonly throttleLimit: number,
    clock: Clock,
    timeoutSeconds: number,
  ) {
    this.#arrivals = new RecordArrivals<Job>([job]);
    const stop = (): void => {
      this.#timedOut = true;
      this.stop();
    };
    this.#cancelTimeout = timeoutSeconds > 0 ? clock.after(timeoutSeconds * 1000, stop) : undefined;
  }

  /** Begins the work for a record as soon as there is room, handing on what has come meanwhile. */
  async add(record: unknown): Promise<void> {
    await this.#until(() => this.#unfinished < this.throttleLimit);
    if (this.#timedOut) return;
    this.#unfinished++;
    const child = this.job.add(record);
    child.observe({
      stateChanged: (_job, { state }) => {
        if (isFinishedState(state)) this.#finished(state === 'Stopped');
      },
    });
  }

  /** No more records come: hands on the rest. */
  async end(): Promise<void> {
    this.job.close();
    await this.#until(() => isFinishedState(this.job.state));
  }

  /** Ends all iterations. */
  stop(): void {
    void this.job.stop();
    this.#arrivals.wake();
  }

  /** What is not done is stopped. */
  dispose(): void {
    this.#cancelTimeout?.();
    this.#arrivals.dispose();
    if (!isFinishedState(this.job.state)) void this.job.stop();
  }

  #finished(stopped: boolean): void {
    this.#unfinished--;
    if (stopped && this.#timedOut) this.#stopped++;
    this.#arrivals.wake();
  }

  async #until(condition: () => boolean): Promise<void> {
    for (;;) {
      const arrival = this.#arrivals.next();
      const record = arrival?.job.log.take();
      if (record !== undefined) await this.#write(record);
      else if (this.#stopped > 0) {
        this.#stopped--;
        await this.#writeFailure(new PipelineStoppedException());
      } else if (condition()) return;
      else await this.#arrivals.changed();
    }
  }

  #write(record: JobRecord): Promise<void> {
    const { writer } = this;
    switch (record.stream) {
      case 'Output':
        return writer.writeObject(record.value);
      case 'Error':
        return writer.writeError(keepOwnErrorId(record.value));
      case 'Failure':
        return this.#writeFailure(record.value);
      case 'Warning':
        return writer.writeWarning(record.value.message);
      case 'Verbose':
        return writer.writeVerbose(record.value.message);
      case 'Debug':
        return writer.writeDebug(record.value.message);
      case 'Information':
        return writer.writeInformation(record.value);
      case 'Progress':
        return writer.writeProgress(record.value);
    }
  }

  #writeFailure(reason: Error): Promise<void> {
    return this.writer.writeError(
      keepOwnErrorId(new ErrorRecord(reason, 'PSTaskException', 'InvalidOperation', TARGET)),
    );
  }
}
