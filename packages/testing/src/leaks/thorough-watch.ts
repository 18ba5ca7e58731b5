import { AsyncResource, createHook, executionAsyncId } from 'node:async_hooks';
import { Observable, type Subscription } from 'rxjs';
import { nextTurn } from '../time/event-loop.js';
import { Leak, type LeakKind } from './leak.js';
import { Origin } from './origin.js';

/** Turns of the event loop in which what is on its way may still arrive. */
const GRACE_TURNS = 3;

/** What Node calls the things that are looked for. */
const KINDS: Readonly<Record<string, LeakKind>> = { PROMISE: 'promise', Timeout: 'timer', Immediate: 'timer' };

/**
 * Runs something, and finds what it leaves behind: promises that nobody settles, timers of Node's own, subscriptions.
 *
 * What belongs to it is told by Node's record of who began what, so that nothing is blamed on it that something else does
 * at the same time. What libraries begin for themselves, with no frame of the user's own code on the stack, is left out.
 */
export async function thoroughly<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly found: readonly Leak[] }> {
  const watch = new ThoroughWatch();
  try {
    const value = await watch.run(work);
    for (let turn = 0; turn < GRACE_TURNS; turn++) await nextTurn();
    return { value, found: watch.found };
  } finally {
    watch.close();
  }
}

class ThoroughWatch {
  readonly #resource = new AsyncResource('@cmdlet/testing');
  /** Everything that the work began, directly or not. */
  readonly #members = new Set([this.#resource.asyncId()]);
  readonly #open = new Map<number, { readonly kind: LeakKind; readonly origin: Origin }>();
  readonly #subscriptions = new Map<Subscription, Origin>();
  readonly #hook = createHook({
    init: (id, type) => {
      if (!this.#isOwn) return;
      this.#members.add(id);
      const kind = KINDS[type];
      if (kind !== undefined) this.#open.set(id, { kind, origin: new Origin() });
    },
    destroy: (id) => void this.#open.delete(id),
    promiseResolve: (id) => void this.#open.delete(id),
  });
  readonly #unwatchSubscriptions: () => void;

  constructor() {
    this.#unwatchSubscriptions = watchSubscriptions((subscription) => {
      if (this.#isOwn) this.#subscriptions.set(subscription, new Origin());
    });
    this.#hook.enable();
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#resource.runInAsyncScope(work);
  }

  get found(): readonly Leak[] {
    const leaks: Leak[] = [];
    const places = new Set<string>();
    const add = (kind: LeakKind, origin: Origin): void => {
      const { place } = origin;
      // An async function makes several promises at one place.
      if (place === undefined || places.has(kind + place)) return;
      places.add(kind + place);
      leaks.push(new Leak(kind, '', origin));
    };
    for (const [subscription, origin] of this.#subscriptions) if (!subscription.closed) add('subscription', origin);
    for (const { kind, origin } of this.#open.values()) add(kind, origin);
    return leaks;
  }

  close(): void {
    this.#hook.disable();
    this.#unwatchSubscriptions();
  }

  get #isOwn(): boolean {
    return this.#members.has(executionAsyncId());
  }
}

type Watcher = (subscription: Subscription) => void;

const watchers = new Set<Watcher>();
let restoreSubscribe: (() => void) | undefined;

/** Tells of every subscription that somebody makes; those that an operator makes while it is subscribed to are left out. */
function watchSubscriptions(watcher: Watcher): () => void {
  watchers.add(watcher);
  restoreSubscribe ??= replaceSubscribe();
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    restoreSubscribe?.();
    restoreSubscribe = undefined;
  };
}

function replaceSubscribe(): () => void {
  const subscribe: unknown = Reflect.get(Observable.prototype, 'subscribe');
  let depth = 0;
  Observable.prototype.subscribe = function (this: Observable<unknown>, ...observer: never[]): Subscription {
    depth++;
    try {
      const subscription = Reflect.apply(subscribe as CallableFunction, this, observer) as Subscription;
      if (depth === 1) for (const watcher of watchers) watcher(subscription);
      return subscription;
    } finally {
      depth--;
    }
  };
  return () => {
    Reflect.set(Observable.prototype, 'subscribe', subscribe);
  };
}
