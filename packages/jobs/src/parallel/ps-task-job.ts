import { isFinishedState, Job, type JobInit, type ParallelJob } from '@cmdlet/core';
import type { Executor, WorkRequest } from '../execution/executor.js';
import { NO_CALL } from '../no-call.js';
import { JobQueue } from '../start-job/job-queue.js';
import { WorkJob, type WorkPlan } from '../start-job/work-job.js';

/** What is done for each record, and where. */
export interface TaskPlan {
  readonly executor: Executor;
  readonly requestFor: (record: unknown) => WorkRequest;
  /** Whether each task gets a thread of its own. */
  readonly useNewRunspace: boolean;
}

/** What `ForEach-Object -Parallel -AsJob` gives: one child per record, so many of them at a time as the limit says. */
export class PSTaskJob<TOutput = unknown> extends Job<TOutput> implements ParallelJob {
  readonly #init: JobInit;
  readonly #plan: TaskPlan;
  readonly #queue: JobQueue;
  #close!: () => void;
  readonly #closed = new Promise<void>((resolve) => {
    this.#close = resolve;
  });
  #idle = 0;
  #allocated = 0;

  constructor(init: JobInit, plan: TaskPlan) {
    super({ psJobTypeName: 'PSTaskJob', location: 'PowerShell', ...init });
    this.#init = init;
    this.#plan = plan;
    this.#queue = new JobQueue(this.throttleLimit);
  }

  /** Threads are used again unless each task gets one of its own. */
  get allocatedRunspaceCount(): number {
    return this.#allocated;
  }

  /** Begins; children can be added from now on. */
  begin(): void {
    this.start(NO_CALL);
  }

  add(record: unknown): Job<TOutput> {
    const { executor, requestFor } = this.#plan;
    const child = new PSTaskChildJob<TOutput>(
      this.#init,
      { executor, request: requestFor(record), queue: this.#queue },
      this,
    );
    this.addChildJob(child);
    child.observe({
      stateChanged: (_job, { state }) => {
        if (state === 'Running') this.#occupy();
        else if (isFinishedState(state)) this.#free(child);
      },
    });
    child.begin();
    return child;
  }

  close(): void {
    this.#close();
  }

  protected override run(): Promise<void> {
    this.sink.onStop(() => this.#close());
    return this.#closed;
  }

  #occupy(): void {
    if (this.#idle > 0) this.#idle--;
    else this.#allocated++;
  }

  /** A child that never worked has occupied nothing. */
  #free(child: Job): void {
    if (child.psBeginTime !== undefined && !this.#plan.useNewRunspace) this.#idle++;
  }
}

/** The work for one record. */
export class PSTaskChildJob<TOutput = unknown> extends WorkJob<TOutput> {
  constructor({ ids, command, clock, stopGraceMilliseconds }: JobInit, plan: WorkPlan, parent: Job<TOutput>) {
    const own = { ids, command, clock, stopGraceMilliseconds };
    super({ ...own, psJobTypeName: 'PSTaskChildJob', location: 'PowerShell' }, plan, parent);
  }
}
