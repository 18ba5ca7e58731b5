import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, type JobRetention, type PipelineResult, Session, WarningRecord } from '@cmdlet/core';
import { InlineExecutor } from '../../../packages/jobs/src/execution/inline/inline-executor.js';
import { jobPack } from '../../../packages/jobs/src/job-pack.js';
import type { FileSystem } from '../../../packages/jobs/src/scheduled/file-system.js';
import { JobScheduler } from '../../../packages/jobs/src/scheduled/job-scheduler.js';
import type { ScheduledJob } from '../../../packages/jobs/src/scheduled/scheduled-job.js';
import { ScheduledJobSettings } from '../../../packages/jobs/src/scheduled/scheduled-job-settings.js';
import { ScheduledJobs } from '../../../packages/jobs/src/scheduled/scheduled-jobs.js';
import type { SystemSession } from '../../../packages/jobs/src/scheduled/system-session.js';
import { JobExecutors } from '../../../packages/jobs/src/start-job/job-executors.js';
import { VirtualClock } from '../../core/job/virtual-clock.js';

/** Runs everything in this thread. */
class InlineExecutors extends JobExecutors {
  override inline = () => new InlineExecutor();
  override thread = () => new InlineExecutor();
  override process = () => new InlineExecutor();
}

/** Directories that the tests of a file have made. */
const directories: string[] = [];

/** An empty directory of its own for each call; all are removed by {@link removeDirectories}. */
export async function newDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'scheduled-'));
  directories.push(directory);
  return directory;
}

export async function removeDirectories(): Promise<void> {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
}

/** A session with scheduled jobs in a directory of the test. Another one with the same directory is one after a restart. */
export class ScheduledSession {
  /** What was shown to the user while nobody asked. */
  readonly warnings: string[] = [];

  static async create(
    options: {
      directory?: string;
      fileSystem?: FileSystem;
      clock?: VirtualClock;
      systemSession?: SystemSession;
      jobRetention?: JobRetention;
    } = {},
  ): Promise<ScheduledSession> {
    const directory = options.directory ?? join(await newDirectory(), 'jobs');
    const clock = options.clock ?? new VirtualClock();
    const { fileSystem, systemSession, jobRetention = {} } = options;
    const settings = new ScheduledJobSettings({
      directory,
      ...(fileSystem === undefined ? {} : { fileSystem }),
      ...(systemSession === undefined ? {} : { systemSession }),
    });
    const warnings: string[] = [];
    const host: Host = { showWarning: (record) => warnings.push(WarningRecord.is(record) ? record.message : '') };
    const session = await Session.create({
      packs: [jobPack],
      host,
      clock,
      jobRetention,
      services: [
        [ScheduledJobSettings, settings],
        [JobExecutors, new InlineExecutors()],
      ],
    });
    return new ScheduledSession(session, directory, clock, warnings);
  }

  private constructor(
    readonly session: Session,
    readonly directory: string,
    readonly clock: VirtualClock,
    warnings: string[],
  ) {
    this.warnings = warnings;
  }

  get jobs(): ScheduledJobs {
    return this.session.resolve(ScheduledJobs);
  }

  get scheduler(): JobScheduler {
    return this.session.resolve(JobScheduler);
  }

  run(command: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<PipelineResult<unknown>> {
    return this.session.pipeline(command, parameters).run();
  }

  /** Registers a job that writes its arguments. */
  register(name: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<PipelineResult<unknown>> {
    const scriptBlock = ({ args }: { args: readonly unknown[] }) => args;
    return this.run('Register-ScheduledJob', { name, scriptBlock, ...parameters });
  }

  /** Starts a definition by hand and waits until all of its run is stored. */
  async start(name: string): Promise<ScheduledJob> {
    const definition = await this.jobs.store.find(name);
    if (definition === undefined) throw new Error(`there is no definition ${name}`);
    const job = await this.jobs.newJob(definition);
    await job.startJob();
    await job.saved;
    return job;
  }

  /** The session after the program was started again. */
  async restarted(): Promise<ScheduledSession> {
    await this.session.dispose();
    return ScheduledSession.create({ directory: this.directory, clock: this.clock });
  }
}
