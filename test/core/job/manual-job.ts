import { from } from 'rxjs';
import { Job } from '../../../packages/core/src/job/job.js';
import { JobIdCounter } from '../../../packages/core/src/job/job-id-counter.js';
import type { JobInit } from '../../../packages/core/src/job/job-init.js';
import type { JobSink } from '../../../packages/core/src/job/job-sink.js';
import type { JobState } from '../../../packages/core/src/job/job-state.js';
import type { JobStateInfo } from '../../../packages/core/src/job/job-state-info.js';
import type { ChildWork, JobWork } from '../../../packages/core/src/job/job-work.js';

/** A job whose state and records a test sets. */
export class ManualJob<TOutput = unknown> extends Job<TOutput> {
  constructor(init: Partial<JobInit> = {}, parent?: Job<TOutput>) {
    super({ ids: new JobIdCounter(), ...init }, parent);
  }

  set(state: JobState, reason?: Error): this {
    this.setJobState(state, reason);
    return this;
  }

  setInfo(info: JobStateInfo): void {
    this.changeState(info, false);
  }

  get out(): JobSink<TOutput> {
    return this.sink;
  }

  add(work: ChildWork<TOutput>): Job<TOutput> {
    return this.startChild(work);
  }

  adopt(child: Job<TOutput>): void {
    this.addChildJob(child);
  }

  report(message: string): void {
    this.statusMessage = message;
  }
}

/** Work that a test ends by hand. */
export class Gate<TOutput = unknown> implements ChildWork<TOutput> {
  readonly name: string | undefined;
  readonly location: string | undefined;
  sink: JobSink<TOutput> | undefined;
  resolve: () => void = () => {};
  reject: (error: unknown) => void = () => {};
  /** Calls of `run`. */
  runs = 0;

  constructor(facts: { name?: string; location?: string } = {}) {
    this.name = facts.name;
    this.location = facts.location;
  }

  run(sink: JobSink<TOutput>): Promise<void> {
    this.runs++;
    this.sink = sink;
    return new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** What the work writes to; fails the test if it has not begun. */
  get out(): JobSink<TOutput> {
    if (this.sink === undefined) throw new Error('the work has not begun');
    return this.sink;
  }
}

/** Work for a job whose steps are one function. */
export function workOf<TOutput>(
  invoke: JobWork<unknown, TOutput>['invoke'],
  records: readonly unknown[] = [],
): JobWork<unknown, TOutput> {
  const input = (async function* (): AsyncGenerator<unknown> {
    yield* records;
  })();
  return { input, input$: from(input), args: [], parameters: {}, givenParameters: {}, command: 'Test-Work', invoke };
}

/** Every change of state as `name: Old -> New`, with the reason's message in brackets. */
export class StateLog {
  readonly lines: string[] = [];

  constructor(...jobs: readonly Job[]) {
    for (const job of jobs) {
      job.observe({
        stateChanged: (changed, current, previous) => {
          if (changed !== job) return;
          const reason = current.reason === undefined ? '' : ` [${current.reason.message}]`;
          this.lines.push(`${job.name}: ${previous.state} -> ${current.state}${reason}`);
        },
      });
    }
  }
}
