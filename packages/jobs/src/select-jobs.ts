import type { Job, JobState } from '@cmdlet/core';

/** What narrows and widens the jobs that a key has found. */
export interface JobSelection {
  /** Adds the children of every job found. */
  readonly includeChildJob: boolean;
  /** Adds only the children in this state, whatever {@link includeChildJob} says; their parents stay. */
  readonly childJobState: JobState | undefined;
  /** Keeps the jobs whose `hasMoreData` is this. */
  readonly hasMoreData: boolean | undefined;
  /** Keeps the jobs that ended before; one that has not ended is dropped. */
  readonly before: Date | undefined;
  /** Keeps the jobs that ended after; one that has not ended is dropped. */
  readonly after: Date | undefined;
  /** Keeps so many of those that ended last; one that has not ended counts as the latest. */
  readonly newest: number | undefined;
}

/** Applies a selection, children first, then what narrows; in order of ids. */
export function selectJobs(found: readonly Job[], selection: JobSelection): Job[] {
  const { hasMoreData, before, after, newest } = selection;
  const selected = withChildren(found, selection)
    .filter((job) => hasMoreData === undefined || job.hasMoreData === hasMoreData)
    .filter((job) => before === undefined || (job.psEndTime !== undefined && job.psEndTime < before))
    .filter((job) => after === undefined || (job.psEndTime !== undefined && job.psEndTime > after));
  return latest(selected, newest).sort((a, b) => a.id - b.id);
}

function withChildren(found: readonly Job[], { includeChildJob, childJobState }: JobSelection): Job[] {
  if (!includeChildJob && childJobState === undefined) return [...found];
  const known = new Set(found);
  const children = found
    .flatMap((job) => job.childJobs)
    .filter((child) => !known.has(child) && (childJobState === undefined || child.state === childJobState));
  return [...found, ...children];
}

function latest(jobs: Job[], count: number | undefined): Job[] {
  if (count === undefined) return jobs;
  const ended = (job: Job): number => job.psEndTime?.getTime() ?? Number.POSITIVE_INFINITY;
  const byEnd = jobs.sort((a, b) => (ended(a) === ended(b) ? b.id - a.id : ended(b) - ended(a)));
  return byEnd.slice(0, Math.max(0, count));
}
