import type { PSEventJob } from './ps-event-job.js';

/** Somebody who is told of the events of one source. */
export interface PSEventSubscriber {
  /** Its number in the session, from 1. */
  readonly subscriptionId: number;
  /** Name of the subscription and of its events. */
  readonly sourceIdentifier: string;
  /** The object that raises the events; undefined for those that `New-Event` makes. */
  readonly sourceObject: object | undefined;
  /** The object's name for the event. */
  readonly eventName: string | undefined;
  /** The job that runs the action at each event; undefined where events are forwarded, or wait in the queue. */
  readonly action: PSEventJob | undefined;
  /** Whether it works behind the scenes: listed only with `-Force`, and its job not at all. */
  readonly supportEvent: boolean;
  /** Whether events are handed to `EventManager.forwarded$` and not to the queue. */
  readonly forwardEvent: boolean;
}
