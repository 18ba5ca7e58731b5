import { type Job, ProgressRecord } from '@cmdlet/core';
import { LatestProgress } from './latest-progress.js';
import { text } from './text.js';

/** Shows how many of several jobs are done, and below it what they say themselves: of each activity as it is now. */
export class WaitProgress {
  readonly #latest: LatestProgress;
  #shown = -1;

  /**
   * @param changed is called when there is something to show
   * @param write shows a record
   */
  constructor(
    private readonly jobs: readonly Job[],
    changed: () => void,
    private readonly write: (record: ProgressRecord) => Promise<void>,
  ) {
    this.#latest = new LatestProgress(jobs, true, changed, OVERALL);
  }

  /** Shows what has changed. @param finished how many jobs are done */
  async show(finished: number): Promise<void> {
    if (finished !== this.#shown) {
      this.#shown = finished;
      await this.write(this.#overall(finished, false));
    }
    for (const record of this.#latest.take()) await this.write(record);
  }

  /** Takes everything off the display. */
  async dispose(): Promise<void> {
    this.#latest.dispose();
    if (this.#shown < 0) return;
    for (const record of this.#latest.take()) if (record.recordType === 'Completed') await this.write(record);
    await this.write(this.#overall(this.#shown, true));
  }

  #overall(finished: number, completed: boolean): ProgressRecord {
    const total = this.jobs.length;
    return new ProgressRecord({
      activityId: OVERALL,
      activity: text.waiting,
      statusDescription: text.done(finished, total),
      percentComplete: Math.floor((finished * 100) / total),
      completed,
    });
  }
}

/** Id of the activity that all others are a part of. */
const OVERALL = 0;
