import type { Job } from '@cmdlet/core';

/** Every change of state as `label: Old -> New [ReasonType: message]`. */
export class StateLog {
  readonly lines: string[] = [];

  constructor(jobs: readonly (readonly [job: Job, label: string])[]) {
    for (const [job, label] of jobs) {
      job.observe({
        stateChanged: (changed, { state, reason }, previous) => {
          if (changed !== job) return;
          const why = reason === undefined ? '' : ` [${reason.name}: ${reason.message}]`;
          this.lines.push(`${label}: ${previous.state} -> ${state}${why}`);
        },
      });
    }
  }
}
