import type { Host, Job } from '@cmdlet/core';
import { type RecordWriter, writeNextRecord, writeRecord } from './record-writer.js';

/** How jobs are received that nobody waits for. */
export interface ReceiveOptions {
  /** Reads without taking. */
  readonly keep: boolean;
  /** Whether children are received too. */
  readonly recurse: boolean;
  /** Answers what the jobs ask. */
  readonly host: Host;
}

/**
 * Hands on what jobs have written so far: children first, then the job itself, each in the order in which it was
 * written, the reason of a failure last. Whoever stops reading loses nothing: what was not handed on stays.
 *
 * @param received the jobs handed on already by this command; none is handed on twice
 */
export async function receiveJob(
  job: Job,
  options: ReceiveOptions,
  writer: RecordWriter,
  received: Set<Job> = new Set(),
): Promise<void> {
  if (received.has(job)) return;
  received.add(job);
  if (options.recurse) for (const child of job.childJobs) await receiveJob(child, options, writer, received);
  if (options.keep) {
    for (const record of job.log.unread()) await writeRecord(writer, record);
  } else {
    // So many as there are now: a job that writes faster than it is read must not hold the command.
    for (let left = job.log.unreadCount; left > 0; left--) {
      if (!(await writeNextRecord(job, writer))) break;
    }
  }
  if (job.state === 'Blocked') await job.answerQuestions(options.host, writer.stopping);
}

/** The children of a job that run at one of the locations, which are compared ignoring case. */
export function childrenAt(job: Job, locations: readonly string[]): Job[] {
  const wanted = new Set(locations.map((location) => location.toLowerCase()));
  return job.childJobs.filter((child) => wanted.has(child.location.toLowerCase()));
}

/** The children of a job that run over one of the connections. */
export function childrenOf(job: Job, sessions: readonly unknown[]): Job[] {
  return job.childJobs.filter((child) => child.session !== undefined && sessions.includes(child.session));
}
