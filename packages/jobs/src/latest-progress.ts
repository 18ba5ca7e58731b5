import type { Job, ProgressRecord } from '@cmdlet/core';

/** Progress of jobs that has not been shown yet: of each activity only the latest record. */
export class LatestProgress {
  readonly #records = new Map<string, ProgressRecord>();
  readonly #forget: (() => void)[];

  /**
   * @param recurse whether that of children counts
   * @param changed is called when there is something to show
   */
  constructor(jobs: readonly Job[], recurse: boolean, changed: () => void) {
    for (const job of jobs) for (const record of recurse ? job.progress : job.log.progress) this.#keep(job, record);
    this.#forget = jobs.map((job) =>
      job.observe({
        progressWritten: (source, record) => {
          if (!recurse && source !== job) return;
          this.#keep(source, record);
          changed();
        },
      }),
    );
  }

  /** Everything that was not taken yet, the activity that changed first at the front. */
  take(): ProgressRecord[] {
    const records = [...this.#records.values()];
    this.#records.clear();
    return records;
  }

  /** No more is noted. */
  dispose(): void {
    for (const forget of this.#forget) forget();
  }

  #keep(job: Job, record: ProgressRecord): void {
    this.#records.set(`${job.id} ${record.sourceId} ${record.activityId}`, record);
  }
}
