import { Job, type JobInit, type JobState, type StartableJob, type SuspendOptions } from '@cmdlet/core';

/** A job of a source, which notes what it is asked to do and does it at once. */
export class SourceTestJob extends Job implements StartableJob {
  readonly calls: string[] = [];
  /** Refuses everything. */
  refuses = false;

  constructor(init: JobInit) {
    super({ location: 'source', psJobTypeName: 'GoldenSource', ...init });
  }

  override get statusMessage(): string {
    return `msg${this.id}`;
  }

  override get canSuspend(): boolean {
    return true;
  }

  set(...states: readonly JobState[]): this {
    for (const state of states) this.setJobState(state);
    return this;
  }

  async startJob(): Promise<void> {
    this.#do('Start', 'Running');
  }

  override async suspend(options?: SuspendOptions): Promise<void> {
    this.#do(options?.force === true ? 'SuspendForce' : 'Suspend', 'Suspended');
  }

  override async resume(): Promise<void> {
    this.#do('Resume', 'Running');
  }

  async unblockJob(): Promise<void> {
    this.#do('Unblock', 'Running');
  }

  override async stop(): Promise<void> {
    this.#do('Stop', 'Stopped');
  }

  #do(what: string, state: JobState): void {
    this.calls.push(what);
    if (this.refuses) throw new Error(`${what} fails`);
    this.setJobState(state);
  }
}
