import type { Job, Session } from '@cmdlet/core';
import { ReceiveJob } from '@cmdlet/jobs';

/** What the jobs write, as it comes, until all have ended; their messages and progress go to the session's host. */
export function receiveJobs(session: Session, jobs: readonly Job[]): AsyncIterable<unknown> {
  return session.pipeline(ReceiveJob, { job: [...jobs], wait: true });
}
