import { Job } from '@cmdlet/core';
import { JobStateEventArgs } from '../job-state-event-args.js';

/** What a source tells its listener. */
export interface EventListener {
  /** An event has happened. */
  readonly raise: (args: readonly unknown[]) => void;
  /** The source has failed and raises no more events: an Observable's error. */
  readonly fail: (error: unknown) => void;
}

/** One event of one object. Listening to it gives what takes the listener away. */
export type EventSource = (listener: EventListener) => () => void;

/**
 * One event of an object: an Observable it has under that name, with or without `$` and in any case; the `StateChanged`
 * of a job; an event of an EventEmitter or an EventTarget. Undefined if the object has no such event.
 */
export function eventSource(object: object, eventName: string): EventSource | undefined {
  const observable = observableNames(object).find((name) => name === eventName || sameName(name, eventName));
  if (observable !== undefined) return observableSource(Reflect.get(object, observable) as ObservableLike);
  if (object instanceof Job) return sameName(STATE_CHANGED, eventName) ? jobSource(object) : undefined;
  if (isEventEmitter(object)) {
    return ({ raise }) => {
      const listener = (...args: unknown[]): void => raise(args);
      object.on(eventName, listener);
      return () => object.off(eventName, listener);
    };
  }
  if (!isEventTarget(object)) return undefined;
  return ({ raise }) => {
    const listener = (event: Event): void => raise([event]);
    object.addEventListener(eventName, listener);
    return () => object.removeEventListener(eventName, listener);
  };
}

/** The names of events that an object is known to have. */
export function eventNamesOf(source: object): readonly string[] {
  const names = observableNames(source);
  return source instanceof Job ? [STATE_CHANGED, ...names] : names;
}

const STATE_CHANGED = 'StateChanged';

function jobSource(job: Job): EventSource {
  return ({ raise }) =>
    job.observe({
      stateChanged: (changed, current, previous) => {
        if (changed === job) raise([new JobStateEventArgs(job, current, previous)]);
      },
    });
}

function observableSource(observable: ObservableLike): EventSource {
  return ({ raise, fail }) => {
    const subscription = observable.subscribe({ next: (value) => raise([value]), error: fail });
    return () => subscription.unsubscribe();
  };
}

interface ObservableLike {
  subscribe(observer: { next: (value: unknown) => void; error: (error: unknown) => void }): { unsubscribe(): void };
}

/** Own and inherited properties whose values are Observables. Getters are asked only if their names end in `$`. */
function observableNames(source: object): string[] {
  const names = new Set<string>();
  for (let level: unknown = source; level !== null && level !== Object.prototype; ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(level as object))) {
      const value: unknown = descriptor.get === undefined || name.endsWith('$') ? propertyOf(source, name) : undefined;
      if (isObservableLike(value)) names.add(name);
    }
    level = Object.getPrototypeOf(level);
  }
  return [...names];
}

/** A property that cannot be read is no Observable. */
function propertyOf(source: object, name: string): unknown {
  try {
    return Reflect.get(source, name);
  } catch {
    return undefined;
  }
}

function isObservableLike(value: unknown): value is ObservableLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'subscribe') === 'function' &&
    typeof Reflect.get(value, 'pipe') === 'function'
  );
}

function isEventEmitter(source: object): source is {
  on(name: string, listener: (...args: unknown[]) => void): void;
  off(name: string, listener: (...args: unknown[]) => void): void;
} {
  return typeof Reflect.get(source, 'on') === 'function' && typeof Reflect.get(source, 'off') === 'function';
}

function isEventTarget(source: object): source is EventTarget {
  return (
    typeof Reflect.get(source, 'addEventListener') === 'function' &&
    typeof Reflect.get(source, 'removeEventListener') === 'function'
  );
}

function sameName(property: string, eventName: string): boolean {
  const plain = (name: string): string => name.replace(/\$$/, '').toLowerCase();
  return plain(property) === plain(eventName);
}
