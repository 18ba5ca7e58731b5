import { isFinishedState, type Job, type ProgressFacts, ProgressRecord } from '@cmdlet/core';

/**
 * Progress of jobs that has not been shown yet: of each activity only the latest record.
 *
 * Jobs do not know of each other's activity ids, so each activity gets one of its own here: the one that it has, or if
 * that is taken the lowest that is free. The activities of a job that ends are completed with it, so that nothing of
 * them stays on a display.
 */
export class LatestProgress {
  readonly #waiting = new Map<string, ProgressRecord>();
  readonly #activities = new Map<string, Activity>();
  readonly #ids = new Set<number>();
  readonly #parent: number;
  readonly #forget: (() => void)[];

  /**
   * @param recurse whether that of children counts
   * @param changed is called when there is something to show
   * @param parent the activity that all of these are a part of; -1 for none
   */
  constructor(jobs: readonly Job[], recurse: boolean, changed: () => void, parent = -1) {
    this.#parent = parent;
    if (parent >= 0) this.#ids.add(parent);
    for (const job of jobs) for (const record of recurse ? job.progress : job.log.progress) this.#keep(job, record);
    this.#forget = jobs.map((job) =>
      job.observe({
        progressWritten: (source, record) => {
          if (!recurse && source !== job) return;
          this.#keep(source, record);
          changed();
        },
        stateChanged: (source, { state }) => {
          if (isFinishedState(state) && (recurse || source === job)) this.#complete(source);
        },
      }),
    );
  }

  /** Everything that was not taken yet, the activity that changed first at the front. */
  take(): ProgressRecord[] {
    const records = [...this.#waiting].map(([key, record]) => this.#renumbered(key, record));
    this.#waiting.clear();
    return records;
  }

  /** No more is noted. */
  dispose(): void {
    for (const forget of this.#forget) forget();
  }

  #keep(job: Job, record: ProgressRecord): void {
    const key = keyOf(job, record.sourceId, record.activityId);
    this.#waiting.set(key, record);
    const activity = this.#activities.get(key) ?? { job, id: this.#freeId(record.activityId), shown: undefined };
    this.#activities.set(key, activity);
  }

  #complete(job: Job): void {
    for (const [key, activity] of this.#activities) {
      if (activity.job !== job || this.#waiting.get(key)?.recordType === 'Completed') continue;
      this.#waiting.delete(key);
      if (activity.shown?.recordType !== 'Processing') continue;
      activity.shown = copyOf(activity.shown, { completed: true });
      this.#waiting.set(key, activity.shown);
    }
  }

  #freeId(wanted: number): number {
    let id = wanted;
    if (this.#ids.has(id)) for (id = 0; this.#ids.has(id); id++);
    this.#ids.add(id);
    return id;
  }

  #renumbered(key: string, record: ProgressRecord): ProgressRecord {
    const activity = this.#activities.get(key);
    if (activity === undefined || record === activity.shown) return record;
    const parentKey = keyOf(activity.job, record.sourceId, record.parentActivityId);
    const parentActivityId = this.#activities.get(parentKey)?.id ?? this.#parent;
    activity.shown = copyOf(record, { activityId: activity.id, parentActivityId });
    return activity.shown;
  }
}

interface Activity {
  readonly job: Job;
  readonly id: number;
  /** As it was shown last. */
  shown: ProgressRecord | undefined;
}

function keyOf(job: Job, sourceId: number, activityId: number): string {
  return `${job.id} ${sourceId} ${activityId}`;
}

function copyOf(record: ProgressRecord, other: Partial<ProgressFacts>): ProgressRecord {
  const { activityId, activity, statusDescription, parentActivityId } = record;
  const { currentOperation, percentComplete, secondsRemaining } = record;
  return new ProgressRecord({
    ...{ activityId, activity, statusDescription, parentActivityId },
    ...{ currentOperation, percentComplete, secondsRemaining },
    completed: record.recordType === 'Completed',
    ...other,
  });
}
