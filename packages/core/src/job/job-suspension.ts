import { InvalidJobStateException } from './job-exceptions.js';
import type { JobObserver } from './job-observer.js';
import type { JobLogSink } from './job-sink.js';
import type { JobState } from './job-state.js';
import type { JobStateInfo } from './job-state-info.js';
import { isLegalTransition } from './job-state-transitions.js';
import type { SuspendOptions } from './suspendable-job.js';
import { text } from './text.js';
import { untilState } from './until-state.js';

/** The part of a sink that pauses who writes to it. */
type PausableSink = Pick<JobLogSink<unknown>, 'canPause' | 'hasQuestions' | 'pause' | 'unpause'>;

/** A job as its suspension sees it. */
export interface SuspensionSubject {
  readonly job: {
    readonly state: JobState;
    readonly jobStateInfo: JobStateInfo;
    observe(observer: JobObserver<object>): () => void;
  };
  /** The suspensions of the children. */
  children(): readonly JobSuspension[];
  /** The sink of what the job does itself; undefined before it has begun. */
  sink(): PausableSink | undefined;
  /** Whether the job does something itself, and has not ended it. */
  isWorking(): boolean;
  change(state: JobState, reason?: Error): void;
}

/**
 * Pauses the work of a job between two records, and lets it go on: what it does itself, and what its children do. A job's
 * state follows from those of its children, so only jobs without children change theirs here.
 */
export class JobSuspension {
  /** Whether the work is to pause; that of children whose turn comes too. */
  requested = false;

  constructor(private readonly subject: SuspensionSubject) {}

  get #state(): JobState {
    return this.subject.job.state;
  }

  /** Whether all of the work that has begun can pause. */
  get isPossible(): boolean {
    const children = this.subject.children();
    if (children.length === 0) return this.subject.sink()?.canPause === true;
    const begun = children.filter((child) => child.#state !== 'NotStarted');
    return begun.length > 0 && begun.every((child) => child.isPossible);
  }

  async suspend({ force = false, reason }: SuspendOptions): Promise<void> {
    const { job } = this.subject;
    if (job.state === 'Suspended') return;
    if (!this.isPossible || (job.state !== 'Running' && job.state !== 'Suspending')) {
      throw new InvalidJobStateException(text.cannotSuspend(String(job), job.state), job.state, job);
    }
    this.request(force, reason);
    await untilState(job, ['Suspended', 'Running', 'Blocked', 'Completed', 'Failed', 'Stopped']);
  }

  async resume(): Promise<void> {
    const { job } = this.subject;
    if (!this.#isPausing) throw new InvalidJobStateException(text.cannotResume(String(job), job.state), job.state, job);
    this.#release();
    await untilState(job, ['Running', 'Blocked', 'Completed', 'Failed', 'Stopped']);
  }

  /** Asks the work to pause. */
  request(force: boolean, reason: Error | undefined): void {
    const { subject } = this;
    this.requested = true;
    const children = subject.children();
    for (const child of children) {
      if (child.#state === 'Running' || child.#state === 'Suspending') child.request(force, reason);
    }
    if (children.length > 0 || !subject.isWorking()) return;
    const suspended = (): void => {
      if (isLegalTransition(this.#state, 'Suspended')) subject.change('Suspended', reason);
    };
    if (this.#state === 'Running') subject.change('Suspending', reason);
    subject.sink()?.pause(suspended);
    if (force) suspended();
  }

  get #isPausing(): boolean {
    return this.#state === 'Suspended' || this.#state === 'Suspending';
  }

  #release(): void {
    const { subject } = this;
    this.requested = false;
    const children = subject.children();
    for (const child of children) child.#release();
    if (children.length > 0 || !this.#isPausing) return;
    const sink = subject.sink();
    subject.change('Running');
    if (sink?.hasQuestions === true) subject.change('Blocked');
    sink?.unpause();
  }
}
