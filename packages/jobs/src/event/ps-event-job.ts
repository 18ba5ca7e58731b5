import { AsyncLocalStorage } from 'node:async_hooks';
import {
  isFinishedState,
  Job,
  type JobInit,
  PipelineStoppedException,
  type Session,
  type StopOptions,
} from '@cmdlet/core';
import { NO_CALL } from '../no-call.js';
import { type EventAction, runEventAction } from './event-action.js';
import type { PSEventArgs } from './ps-event-args.js';
import type { PSEventSubscriber } from './ps-event-subscriber.js';

/** What an event job needs beside what every job does. */
export interface PSEventJobInit extends JobInit {
  readonly action: EventAction;
  /** Shows what goes wrong in actions. */
  readonly session: Pick<Session, 'host' | 'errors'>;
  /** Ends the subscription; does nothing if it has ended. */
  unsubscribe(): void;
}

/**
 * The job of a subscription: runs its action at each event, one event after the other.
 *
 * NotStarted until the first event, then Running, and never Completed: it is Stopped when the subscription ends, and
 * stopping it ends the subscription. An action that throws makes it Failed. Actions may stop and remove their own job:
 * that ends it after the action, and the action does not wait for it.
 */
export class PSEventJob extends Job {
  readonly #init: PSEventJobInit;
  readonly #events: { readonly event: PSEventArgs; readonly subscriber: PSEventSubscriber }[] = [];
  #wake: () => void = () => {};
  /** Whether the last event has come. */
  #last = false;
  #failure: { readonly error: unknown } | undefined;

  constructor(init: PSEventJobInit) {
    super({ ...init, psJobTypeName: '', location: '' });
    this.#init = init;
  }

  override get statusMessage(): string {
    return '';
  }

  /** Runs the action for an event, after those of earlier ones. A job that has ended ignores it. */
  raise(event: PSEventArgs, subscriber: PSEventSubscriber): void {
    if (isFinishedState(this.state) || this.#last) return;
    this.#events.push({ event, subscriber });
    this.#go();
  }

  /** The source has failed: so does the job, after the events that have come. */
  fail(error: unknown): void {
    if (isFinishedState(this.state) || this.#last) return;
    this.#failure = { error };
    this.#go();
  }

  /** No event comes any more: the job is Stopped after those that have come. */
  end(): void {
    this.#last = true;
    this.#wake();
  }

  override async stop(reason?: Error, options?: StopOptions): Promise<void> {
    this.#init.unsubscribe();
    const stopped = super.stop(reason, options);
    if (!this.#isCaller) await stopped;
  }

  override async dispose(): Promise<void> {
    await this.stop();
    if (this.#isCaller) void this.finished.then(() => super.dispose());
    else await super.dispose();
  }

  protected override async run(): Promise<void> {
    const { sink } = this;
    const { action, session } = this.#init;
    const forget = sink.onStop(() => this.#wake());
    try {
      for (;;) {
        const next = this.#events.shift();
        if (sink.stopRequested || (next === undefined && this.#last)) throw new PipelineStoppedException();
        if (next !== undefined) {
          await acting.run(this, () => runEventAction(action, next.event, next.subscriber, sink, session));
        } else if (this.#failure !== undefined) throw this.#failure.error;
        else await this.#more();
      }
    } finally {
      this.#events.length = 0;
      forget();
    }
  }

  /** Whether an action of this job is what calls. */
  get #isCaller(): boolean {
    return acting.getStore() === this;
  }

  #go(): void {
    if (this.state === 'NotStarted') this.start(NO_CALL);
    else this.#wake();
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** The job whose action runs, for whatever it calls. */
const acting = new AsyncLocalStorage<PSEventJob>();
