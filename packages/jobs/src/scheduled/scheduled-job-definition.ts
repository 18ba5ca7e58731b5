import { JobDefinition } from '@cmdlet/core';
import type { WorkSource } from '../execution/executor.js';
import type { ScheduledJobTrigger } from './job-trigger.js';

/** The kind of source that scheduled jobs come from. */
export const SCHEDULED_JOB_TYPE = 'PSScheduledJob';

/** What a scheduled job does. */
export interface ScheduledWork {
  /** Code, or the path of a script file, which is read when the job runs. */
  readonly source: Exclude<WorkSource, { kind: 'live' }> | { readonly kind: 'file'; readonly path: string };
  /** Runs before. */
  readonly initialization?: Exclude<WorkSource, { kind: 'live' }> | undefined;
  readonly args: readonly unknown[];
  readonly using: Readonly<Record<string, unknown>>;
  /** Absolute path. */
  readonly workingDirectory: string;
}

/** What is done about times that passed while nobody was there to start the job. */
export type MissedRunPolicy = 'Skip' | 'RunOnce';

/** What is done when the job is to run and has not ended from the last time. */
export type MultipleInstancePolicy = 'IgnoreNew' | 'Parallel' | 'StopExisting' | 'Queue';

/** What a definition is made of. */
export interface ScheduledJobFacts {
  readonly name: string;
  /** Text of the work, for people. */
  readonly command: string;
  readonly work: ScheduledWork;
  readonly jobTriggers: readonly ScheduledJobTrigger[];
  /** Whether triggers count. It can be started by hand all the same. */
  readonly enabled: boolean;
  /** How many results are kept; the oldest go. */
  readonly maxResultCount: number;
  readonly missedRun: MissedRunPolicy;
  readonly multipleInstancePolicy: MultipleInstancePolicy;
  /** Times before do not count. */
  readonly registered: Date;
  /** A UUID. */
  readonly instanceId: string;
}

/** Something that is done again and again, or when somebody says so, and what of it is stored. */
export class ScheduledJobDefinition extends JobDefinition {
  readonly work: ScheduledWork;
  readonly jobTriggers: readonly ScheduledJobTrigger[];
  readonly enabled: boolean;
  readonly maxResultCount: number;
  readonly missedRun: MissedRunPolicy;
  readonly multipleInstancePolicy: MultipleInstancePolicy;
  readonly registered: Date;

  /**
   * @param id of the definition in this session
   * @param directory where it and its results are stored
   */
  constructor(
    facts: ScheduledJobFacts,
    readonly id: number,
    readonly directory: string,
  ) {
    const { name, command, instanceId } = facts;
    super({ name, command, instanceId, jobSourceAdapterTypeName: SCHEDULED_JOB_TYPE, moduleName: '@cmdlet/jobs' });
    this.work = facts.work;
    this.jobTriggers = facts.jobTriggers;
    this.enabled = facts.enabled;
    this.maxResultCount = facts.maxResultCount;
    this.missedRun = facts.missedRun;
    this.multipleInstancePolicy = facts.multipleInstancePolicy;
    this.registered = facts.registered;
  }

  /** Name. */
  override toString(): string {
    return this.name;
  }
}
