import { type Clock, type Host, JobIdCounter, JobManager, type PipelineResult, Session } from '@cmdlet/core';
import { jobCmdlets } from '../../packages/jobs/src/job-cmdlets.js';
import { ManualJob } from '../core/job/manual-job.js';
import { VirtualClock } from '../core/job/virtual-clock.js';

/** A session that knows the `*-Job` cmdlets, whose jobs a test makes by hand. */
export class JobSession {
  readonly ids = new JobIdCounter();
  readonly clock = new VirtualClock();
  readonly session: Session;

  static async create(host: Host = {}): Promise<JobSession> {
    const clock: Clock = new VirtualClock();
    const packs = [{ name: 'jobs', cmdlets: jobCmdlets, services: [JobManager] }];
    return new JobSession(await Session.create({ packs, host, clock }), clock as VirtualClock);
  }

  private constructor(session: Session, clock: VirtualClock) {
    this.session = session;
    this.clock = clock;
  }

  get manager(): JobManager {
    return this.session.resolve(JobManager);
  }

  /** A job in the session's repository, running unless it is to be made otherwise. */
  job<TOutput = unknown>(name?: string, command?: string): ManualJob<TOutput> {
    const job = new ManualJob<TOutput>({ ids: this.ids, clock: this.clock, name, command });
    this.session.jobs.add(job);
    return job.set('Running');
  }

  /** A job that has written something and is Completed. */
  done(...output: readonly unknown[]): ManualJob {
    const job = this.job();
    for (const value of output) job.out.writeObject(value);
    return job.set('Completed');
  }

  run(command: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<PipelineResult<unknown>> {
    return this.session.pipeline(command, parameters).run();
  }

  pipe(
    input: readonly unknown[],
    command: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<PipelineResult<unknown>> {
    return this.session.from(input).pipe(command, parameters).run();
  }
}

/** The errors of a run by their full ids, the one that ended it last. */
export function errorIds(result: PipelineResult<unknown>): string[] {
  const records = result.failure === undefined ? result.errors : [...result.errors, result.failure];
  return records.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId);
}

/** Ids of jobs in output. */
export function jobIds(result: PipelineResult<unknown>): number[] {
  return result.output.map((job) => (job as ManualJob).id);
}
