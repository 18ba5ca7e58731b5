import { type ForcedEnd, Job, JobFailedException, type JobInit, type JobWork } from '@cmdlet/core';
import { EMPTY } from 'rxjs';
import type { Execution, Executor, WorkRequest } from '../execution/executor.js';
import type { JobQueue } from './job-queue.js';
import { text } from './text.js';

/** What a {@link WorkJob} does, and where. */
export interface WorkPlan {
  readonly executor: Executor;
  readonly request: WorkRequest;
  /** The queue in which the job waits for its turn. */
  readonly queue: JobQueue;
  /** Whether another exit code than 0 makes the job Failed. Default false. */
  readonly failOnExitCode?: boolean | undefined;
}

/**
 * A job that does one piece of work itself, where an executor runs it, when it is its turn in a queue. Until then it is
 * NotStarted.
 */
export class WorkJob<TOutput = unknown> extends Job<TOutput> {
  readonly #plan: WorkPlan;
  #execution: Execution | undefined;

  constructor(init: JobInit, plan: WorkPlan, parent?: Job<TOutput>) {
    super(init, parent);
    this.#plan = plan;
  }

  /** Id of the process that the work runs in, once there is one of its own. */
  get processId(): number | undefined {
    return this.#execution?.processId;
  }

  /** Starts the inspector where the work runs; resolves with its URL, or undefined where nothing runs that can be inspected. */
  async openInspector(): Promise<string | undefined> {
    return this.#execution?.openInspector?.();
  }

  /** Begins the work now or when its turn comes. */
  begin(): void {
    this.#plan.queue.enter((place) => {
      if (this.state !== 'NotStarted') return false;
      void this.finished.then(() => place.leave());
      place.run(() => this.start(NO_CALL));
      return true;
    });
    // A job that is stopped before its turn has input that nobody will read.
    void this.finished.then(() => letGo(this.#plan.request.input));
  }

  protected override async run(): Promise<void> {
    const { executor, request, failOnExitCode } = this.#plan;
    const { sink } = this;
    this.#execution = executor.execute({ ...request, jobInstanceId: this.instanceId }, sink);
    const { exitCode } = await this.#execution.finished;
    sink.exitCode = exitCode;
    if (failOnExitCode === true && exitCode !== undefined && exitCode !== 0) {
      throw new JobFailedException(text.exitCode(this.toString(), exitCode));
    }
  }

  protected override get forcedEnd(): ForcedEnd {
    return {
      terminate: () => this.#execution?.terminate(),
      kill: () => this.#execution?.kill?.() ?? this.#execution?.terminate(),
    };
  }
}

/** Input that nobody reads any more does not hold its producer. */
async function letGo(input: AsyncIterable<unknown> | undefined): Promise<void> {
  await input?.[Symbol.asyncIterator]().return?.();
}

/** Such a job is given its work when it is made. */
export const NO_CALL: JobWork<never, never> = {
  input: { async *[Symbol.asyncIterator]() {} },
  input$: EMPTY,
  args: [],
  parameters: {},
  command: '',
  invoke: () => undefined,
};
