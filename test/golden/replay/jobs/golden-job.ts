import { Job, type JobInit, type JobSink, type JobState } from '@cmdlet/core';

/** The job class of the fixture `golden-job`: its state and records are set from outside. */
export class GoldenJob extends Job {
  constructor(init: JobInit, parent?: Job) {
    super({ psJobTypeName: 'GoldenJob', location: 'here', ...init }, parent);
  }

  set(state: JobState, reason?: Error): this {
    this.setJobState(state, reason);
    return this;
  }

  get out(): JobSink {
    return this.sink;
  }
}
