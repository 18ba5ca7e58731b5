import {
  type ErrorRecord,
  type Host,
  type InformationRecord,
  type JobSink,
  PipelineStoppedException,
  ProgressRecord,
} from '@cmdlet/core';

/** A sink that keeps what is written, as `[stream, value]`, and can hold writers and be stopped. */
export class CollectingSink implements JobSink {
  readonly records: (readonly [stream: string, value: unknown])[] = [];
  readonly closed = false;
  exitCode: number | undefined;
  readonly #controller = new AbortController();
  host: Host = {};
  /** Called after each record; a promise holds the writer. */
  hold: (count: number) => Promise<void> | undefined = () => undefined;

  get output(): unknown[] {
    return this.of('Output');
  }
  get errors(): ErrorRecord[] {
    return this.of('Error') as ErrorRecord[];
  }
  of(stream: string): unknown[] {
    return this.records.filter(([name]) => name === stream).map(([, value]) => value);
  }
  get information(): InformationRecord[] {
    return this.of('Information') as InformationRecord[];
  }
  stop(): void {
    this.#controller.abort(new PipelineStoppedException());
  }
  get signal(): AbortSignal {
    return this.#controller.signal;
  }
  get stopRequested(): boolean {
    return this.signal.aborted;
  }
  onStop(callback: () => void): () => void {
    if (this.signal.aborted) callback();
    else this.signal.addEventListener('abort', callback);
    return () => this.signal.removeEventListener('abort', callback);
  }
  accept(value: unknown): Promise<void> | undefined {
    return this.writeObject(value);
  }
  emit(stream: string, record: unknown): void {
    void this.#write(stream, record);
  }
  writeObject(value: unknown): Promise<void> | undefined {
    return this.#write('Output', value);
  }
  writeError(record: ErrorRecord): Promise<void> | undefined {
    return this.#write('Error', record);
  }
  writeWarning(warning: unknown): Promise<void> | undefined {
    return this.#write('Warning', warning);
  }
  writeVerbose(message: unknown): Promise<void> | undefined {
    return this.#write('Verbose', message);
  }
  writeDebug(message: unknown): Promise<void> | undefined {
    return this.#write('Debug', message);
  }
  writeInformation(record: InformationRecord): Promise<void> | undefined {
    return this.#write('Information', record);
  }
  writeProgress(progress: unknown): Promise<void> | undefined {
    return this.#write('Progress', ProgressRecord.is(progress) ? progress : progress);
  }
  #write(stream: string, value: unknown): Promise<void> | undefined {
    this.records.push([stream, value]);
    return this.hold(this.records.length);
  }
}
