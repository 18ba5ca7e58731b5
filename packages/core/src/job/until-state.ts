import { InvalidJobStateException } from './job-exceptions.js';
import type { JobObserver } from './job-observer.js';
import { isFinishedState, type JobState } from './job-state.js';
import type { JobStateInfo } from './job-state-info.js';
import { text } from './text.js';

/** What is needed of a job to wait for its state. */
interface WatchedJob {
  readonly jobStateInfo: JobStateInfo;
  observe(observer: JobObserver<object>): () => void;
}

/** Resolves when a job is in one of the states; rejects once it is in a final one that is none of them. */
export function untilState(job: WatchedJob, wanted: readonly JobState[]): Promise<JobStateInfo> {
  return new Promise((resolve, reject) => {
    const look = (info: JobStateInfo): boolean => {
      if (wanted.includes(info.state)) resolve(info);
      else if (isFinishedState(info.state)) {
        const message = text.neverInState(String(job), info.state, wanted);
        reject(new InvalidJobStateException(message, info.state, job));
      } else return false;
      return true;
    };
    if (look(job.jobStateInfo)) return;
    const forget = job.observe({
      stateChanged(changed, current) {
        if (changed === job && look(current)) forget();
      },
    });
  });
}
