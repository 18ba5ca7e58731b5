import { Job, JobIdCounter, type JobInit, JobRepository, type JobWork } from '@cmdlet/core';
import { defineTests, jobContract, jobSourceContract } from '@cmdlet/testing';
import { describe, it } from 'vitest';
import { ManualJob } from './manual-job.js';

/** Runs each record in a child of its own. */
class PerRecordJob extends Job {
  protected override async run(work: JobWork): Promise<void> {
    for await (const record of work.input) {
      this.startChild({ name: String(record), run: (sink) => work.invoke([record], sink) });
    }
    if (this.childJobs.length === 0) await super.run(work);
  }
}

/** Does the work itself, without children. */
class OwnWorkJob extends Job {
  protected override run(work: JobWork): Promise<void> | void {
    return work.invoke(work.input, this.sink);
  }
}

describe('What every job must do', () => {
  const classes: readonly (new (init: JobInit) => Job)[] = [Job, PerRecordJob, OwnWorkJob];
  for (const JobClass of classes) {
    defineTests(it, jobContract({ name: JobClass.name, create: (init) => new JobClass(init) }));
  }
});

describe('What every source of jobs must do', () => {
  const create = () => {
    const [source, ids] = [new JobRepository(), new JobIdCounter()];
    const jobs = [new ManualJob({ ids, name: 'Nightly' }), new ManualJob({ ids, name: 'Weekly' }).set('Running')];
    for (const job of jobs) source.add(job);
    return Promise.resolve({ source, jobs });
  };
  defineTests(it, jobSourceContract({ name: 'JobRepository', create }));
});
