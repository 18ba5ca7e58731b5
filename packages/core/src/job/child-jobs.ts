import { ProgressRecord } from '../records/progress-record.js';
import { ChildStates } from './child-states.js';
import { reasonOfFailedChildren } from './failure-reason.js';
import type { ChildFailure } from './job-exceptions.js';
import { isFinishedState, type JobState } from './job-state.js';
import type { JobStateInfo } from './job-state-info.js';
import type { StopMethod } from './stop-method.js';
import { text } from './text.js';
import { ThrottleQueue } from './throttle-queue.js';

/** What the children of a job are asked for. */
export interface ChildJob {
  readonly id: number;
  readonly name: string;
  readonly location: string;
  readonly stopMethod: StopMethod | undefined;
}

/** The children of one job: who they are, how they stand together, and whose turn it is to work. */
export class ChildJobs<TJob extends ChildJob> {
  readonly jobs: TJob[] = [];
  readonly states = new ChildStates();
  #failures: ChildFailure[] | undefined;
  readonly #queue: ThrottleQueue;

  /** @param throttleLimit how many work at the same time */
  constructor(throttleLimit: number) {
    this.#queue = new ThrottleQueue(throttleLimit);
  }

  /** Whether some have not ended. */
  get unfinished(): boolean {
    return this.states.finished < this.states.total;
  }

  /** Why the parent is Failed, if children are the reason. */
  get reason(): Error | undefined {
    return reasonOfFailedChildren(this.#failures ?? []);
  }

  /** Their different locations. */
  get location(): string {
    return [...new Set(this.jobs.map(({ location }) => location))].join(',');
  }

  /** How many are done, unless there is one only. */
  get statusMessage(): string {
    const { total, finished } = this.states;
    return total < 2 ? '' : text.progressOfChildren(finished, total);
  }

  /** How many are done, as progress of their parent; undefined if there is one only. @param over whether there will be no more */
  progress(parent: { readonly id: number; readonly name: string }, over: boolean): ProgressRecord | undefined {
    const { total, finished } = this.states;
    if (total < 2) return undefined;
    const record = new ProgressRecord({
      activity: parent.name,
      statusDescription: this.statusMessage,
      percentComplete: Math.floor((finished * 100) / total),
      completed: over,
    });
    record.sourceId = -parent.id; // of no command, so of no number that commands have
    return record;
  }

  add(child: TJob, state: JobState): void {
    this.jobs.push(child);
    this.states.add();
    this.states.change('NotStarted', state);
  }

  /** Lets a child begin now or when its turn comes. @param start returns false if it needs none any more */
  enter(start: () => boolean): void {
    this.#queue.enter(start);
  }

  /** Notes that a child has changed its state. @param began whether it has had its turn */
  changed(child: TJob, current: JobStateInfo, previous: JobStateInfo, began: boolean): void {
    this.states.change(previous.state, current.state);
    if (current.state === 'Failed' && current.reason !== undefined) {
      this.#failures ??= [];
      this.#failures.push({ name: child.name, id: child.id, reason: current.reason });
    }
    if (began && isFinishedState(current.state)) this.#queue.release();
  }
}
