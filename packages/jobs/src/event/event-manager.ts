import { CmdletException, ErrorRecord, inject, JobIdCounter, Session } from '@cmdlet/core';
import { type Observable, Subject } from 'rxjs';
import { messageOf } from '../job-error.js';
import { functionText } from '../script-block/function-text.js';
import type { EventAction } from './event-action.js';
import { EventQueue } from './event-queue.js';
import { type EventSource, eventNamesOf, eventSource } from './event-source.js';
import { PSEventArgs } from './ps-event-args.js';
import { PSEventJob } from './ps-event-job.js';
import type { PSEventSubscriber } from './ps-event-subscriber.js';
import { text } from './text.js';

/** Who wants to be told of which events, and how. */
export interface EventRegistration {
  /** The object that raises the events and its name for them; without both they are those that `New-Event` makes. */
  readonly source?: { readonly object: object; readonly eventName: string } | undefined;
  /** Name of the subscription and its events. Default: a new UUID. */
  readonly sourceIdentifier?: string | undefined;
  /** Is run at each event, in a job of the session. Default: events go to the queue. */
  readonly action?: EventAction | undefined;
  /** The text of the action, for people. Default: what stands between the braces of the function. */
  readonly command?: string | undefined;
  /** Handed on with each event that has no message of its own. */
  readonly messageData?: unknown;
  /** Works behind the scenes: its job is no job of the session. Default false. */
  readonly supportEvent?: boolean | undefined;
  /** Events go to {@link EventManager.forwarded$}, and not to the queue. Default false. */
  readonly forward?: boolean | undefined;
  /** The subscription ends after so many events. Default, also for 0 and less: no limit. */
  readonly maxTriggerCount?: number | undefined;
}

/**
 * The events of one session: who is told of them, and those that wait in the queue.
 *
 * It ends with the session, which takes its listeners away from all objects.
 *
 * What fails while nobody waits for it, as an Observable whose events go to the queue, is `EventSourceFailed`, category
 * NotSpecified: listed among the errors of the session, and shown by its host.
 *
 * @example
 * const events = session.resolve(EventManager);
 * const subscriber = events.subscribe({ source: { object: server, eventName: 'close' }, sourceIdentifier: 'Closed' });
 * events.forwarded$.subscribe(send); // what subscriptions with `forward` bring
 * await events.unsubscribe(subscriber);
 */
export class EventManager implements AsyncDisposable {
  /** The events that nobody took. */
  readonly queue = new EventQueue();
  readonly #session = inject(Session);
  readonly #ids = inject(JobIdCounter);
  readonly #subscriptions = new Map<PSEventSubscriber, Subscription>();
  readonly #forwarded = new Subject<PSEventArgs>();
  #lastEvent = 0;
  #lastSubscription = 0;

  /** All subscribers, those that work behind the scenes too, in order of registration; a copy. */
  get subscribers(): readonly PSEventSubscriber[] {
    return [...this.#subscriptions.keys()];
  }

  /** The events of subscriptions that forward, for whoever carries them elsewhere. */
  get forwarded$(): Observable<PSEventArgs> {
    return this.#forwarded;
  }

  /** Whether somebody subscribes under a source identifier, ignoring case. */
  isInUse(sourceIdentifier: string): boolean {
    return this.subscribers.some((subscriber) => sameText(subscriber.sourceIdentifier, sourceIdentifier));
  }

  /**
   * Tells somebody of events from now on.
   *
   * @throws CmdletException `INVALID_REGISTRATION` if the object has no such event, or refuses to be listened to: then
   *   there is neither subscription nor job
   */
  subscribe(registration: EventRegistration): PSEventSubscriber {
    const { source, action, supportEvent = false, forward = false, maxTriggerCount = 0 } = registration;
    const sourceIdentifier = registration.sourceIdentifier || crypto.randomUUID();
    const listen = source === undefined ? undefined : knownSource(source);
    const job =
      action === undefined
        ? undefined
        : this.#jobFor(action, registration.command, sourceIdentifier, () => this.#end(subscriber));
    const subscriber: PSEventSubscriber = {
      subscriptionId: ++this.#lastSubscription,
      sourceIdentifier,
      sourceObject: source?.object,
      eventName: source?.eventName,
      action: job,
      supportEvent,
      forwardEvent: forward,
    };
    const { messageData = null } = registration;
    const triggers = maxTriggerCount > 0 ? maxTriggerCount : Number.POSITIVE_INFINITY;
    const subscription: Subscription = { remove: undefined, triggers, messageData };
    this.#subscriptions.set(subscriber, subscription);
    if (job !== undefined && !supportEvent) this.#session.jobs.add(job);
    try {
      subscription.remove = listen?.({
        raise: (args) => void this.raise(sourceIdentifier, source?.object, args, messageData),
        fail: (error) => this.#failed(subscriber, error),
      });
    } catch (error) {
      this.#end(subscriber);
      if (job !== undefined) this.#session.jobs.removeJob(job);
      throw refused(sourceIdentifier, source?.object, error);
    }
    // An Observable may have brought the last event already.
    if (!this.#subscriptions.has(subscriber)) this.#remove(subscriber, subscription);
    return subscriber;
  }

  /**
   * Ends a subscription: its listener is gone at once, and its job is Stopped. One that has ended is left as it is.
   *
   * @returns resolves when the action, if it runs just now, has ended, or was given up after its grace period
   */
  async unsubscribe(subscriber: PSEventSubscriber): Promise<void> {
    this.#end(subscriber);
    await subscriber.action?.stop();
  }

  /** Makes an event and tells all who subscribe under its source identifier; without any it goes to the queue. */
  raise(
    sourceIdentifier: string,
    sender: unknown = null,
    args: readonly unknown[] = [],
    messageData: unknown = null,
  ): PSEventArgs {
    const time = new Date(this.#session.clock.now());
    const event = new PSEventArgs(++this.#lastEvent, sourceIdentifier, sender, args, messageData, time);
    let taken = false;
    for (const subscriber of this.subscribers) {
      if (!sameText(subscriber.sourceIdentifier, sourceIdentifier)) continue;
      if (this.#tell(subscriber, event)) taken = true;
    }
    if (!taken) this.queue.add(event);
    return event;
  }

  /** Ends all subscriptions; resolves when no action runs any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    const { subscribers } = this;
    for (const subscriber of subscribers) this.#end(subscriber);
    this.#forwarded.complete();
    this.queue.clear();
    await Promise.allSettled(subscribers.map(async (subscriber) => subscriber.action?.stop()));
  }

  /** @returns whether the event is taken, and does not belong in the queue */
  #tell(subscriber: PSEventSubscriber, original: PSEventArgs): boolean {
    const subscription = this.#subscriptions.get(subscriber);
    if (subscription === undefined) return false;
    const event = original.messageData === null ? original.withMessageData(subscription.messageData) : original;
    const { action } = subscriber;
    action?.raise(event, subscriber);
    if (subscriber.forwardEvent) this.#forwarded.next(event);
    if (--subscription.triggers <= 0) {
      this.#end(subscriber);
      action?.end();
    }
    return action !== undefined || subscriber.forwardEvent;
  }

  #jobFor(action: EventAction, command: string | undefined, name: string, unsubscribe: () => void): PSEventJob {
    const { clock, jobRetention } = this.#session;
    return new PSEventJob({
      ...jobRetention,
      // The next event is not to wait for a reader.
      recordWindow: undefined,
      ids: this.#ids,
      name,
      command: command ?? commandOf(action),
      clock,
      action,
      session: this.#session,
      unsubscribe,
    });
  }

  /** Takes the listener away and forgets the subscriber. Never throws. */
  #end(subscriber: PSEventSubscriber): void {
    const subscription = this.#subscriptions.get(subscriber);
    this.#subscriptions.delete(subscriber);
    if (subscription !== undefined) this.#remove(subscriber, subscription);
  }

  #remove(subscriber: PSEventSubscriber, { remove }: Subscription): void {
    try {
      remove?.();
    } catch (error) {
      this.#tellOfFailure(subscriber, error);
    }
  }

  /** An Observable has failed, and brings no more events: so does the job; where nobody would see that, it is told. */
  #failed(subscriber: PSEventSubscriber, error: unknown): void {
    const { action, supportEvent } = subscriber;
    action?.fail(error);
    if (action === undefined) this.#end(subscriber);
    if (action === undefined || supportEvent) this.#tellOfFailure(subscriber, error);
  }

  #tellOfFailure({ sourceIdentifier, sourceObject }: PSEventSubscriber, error: unknown): void {
    const exception = new Error(text.sourceFailed(sourceIdentifier, messageOf(error)), { cause: error });
    const record = new ErrorRecord(exception, 'EventSourceFailed', 'NotSpecified', sourceObject);
    this.#session.errors.add(record);
    this.#session.host.showError?.(record);
  }
}

interface Subscription {
  remove: (() => void) | undefined;
  /** How many events it may still be told of. */
  triggers: number;
  readonly messageData: unknown;
}

function knownSource({ object, eventName }: { readonly object: object; readonly eventName: string }): EventSource {
  const source = eventSource(object, eventName);
  if (source !== undefined) return source;
  throw new CmdletException(text.noSuchEvent(eventName, eventNamesOf(object)), {
    errorId: 'INVALID_REGISTRATION',
    category: 'InvalidArgument',
    target: object,
  });
}

function refused(sourceIdentifier: string, target: unknown, error: unknown): CmdletException {
  return new CmdletException(text.sourceRefused(sourceIdentifier, messageOf(error)), {
    errorId: 'INVALID_REGISTRATION',
    category: 'InvalidArgument',
    target,
    cause: error,
  });
}

function commandOf(action: EventAction): string {
  try {
    return functionText(action).body;
  } catch {
    return String(action); // One without a text that can be read, as a bound one.
  }
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
