import { Job, type JobInit } from '@cmdlet/core';
import { NO_CALL } from '../no-call.js';
import { WorkJob, type WorkPlan } from './work-job.js';

/**
 * What `Start-Job` gives: a job whose one child does the work in a process of its own.
 *
 * It is Running from the beginning; the child is NotStarted until it is its turn among the jobs of the session.
 */
export class BackgroundJob<TOutput = unknown> extends Job<TOutput> {
  readonly #child: WorkJob<TOutput>;

  /** @param init its `timeLimitMilliseconds` counts from the beginning of the work, not while it waits for its turn */
  constructor(init: JobInit, plan: WorkPlan) {
    const { timeLimitMilliseconds, ...own } = init;
    const { location } = plan.executor;
    super({ location, psJobTypeName: 'BackgroundJob', ...own });
    const { name: _name, ...ofChild } = init;
    this.#child = new WorkJob<TOutput>({ location, ...ofChild, psJobTypeName: '' }, plan, this);
    this.addChildJob(this.#child);
  }

  /** Id of the process that the work runs in, once there is one. */
  get processId(): number | undefined {
    return this.#child.processId;
  }

  /** Starts the inspector where the work runs; resolves with its URL, or undefined where nothing runs that can be inspected. */
  openInspector(): Promise<string | undefined> {
    return this.#child.openInspector();
  }

  /** Begins the work, once. */
  begin(): void {
    this.start(NO_CALL);
  }

  protected override run(): void {
    this.#child.begin();
  }
}
