import { type ForcedEnd, Job, JobFailedException, type JobInit } from '@cmdlet/core';
import type { Execution, Executor, WorkRequest } from '../execution/executor.js';
import { errorRecordOf } from '../execution/work/error-record-of.js';
import { NO_CALL } from '../no-call.js';
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
  #released: Promise<void> | undefined;

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
    void this.finished.then(() => this.#letGo());
  }

  protected override async run(): Promise<void> {
    const { executor, request, failOnExitCode } = this.#plan;
    const { sink } = this;
    this.#execution = executor.execute({ ...request, jobInstanceId: this.instanceId }, sink);
    try {
      sink.exitCode = (await this.#execution.finished).exitCode;
    } finally {
      // Time for the job to tell what that throws; input that does not let go is not waited for.
      await Promise.race([this.#letGo(), nextTurn()]);
    }
    const { exitCode } = sink;
    if (failOnExitCode === true && exitCode !== undefined && exitCode !== 0) {
      throw new JobFailedException(text.exitCode(this.toString(), exitCode));
    }
  }

  /** Input that nobody reads any more does not hold its producer. What it throws then is an error of the job until that ends. */
  #letGo(): Promise<void> {
    this.#released ??= letGo(this.#plan.request.input).catch((error: unknown) => {
      void this.sink.writeError(errorRecordOf(error));
    });
    return this.#released;
  }

  protected override get forcedEnd(): ForcedEnd {
    return {
      terminate: () => this.#execution?.terminate(),
      kill: () => this.#execution?.kill?.() ?? this.#execution?.terminate(),
    };
  }
}

async function letGo(input: AsyncIterable<unknown> | undefined): Promise<void> {
  await input?.[Symbol.asyncIterator]().return?.();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
