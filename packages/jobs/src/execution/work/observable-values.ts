/** What `rxjs` and others give: whoever subscribes is handed values. */
interface Subscribable {
  subscribe(observer: { next(value: unknown): void; error(reason: unknown): void; complete(): void }): {
    unsubscribe(): void;
  };
}

/** Whether a value is an Observable, of whatever library. */
export function isObservable(value: unknown): value is Subscribable {
  if (typeof value !== 'object' || value === null || !('subscribe' in value)) return false;
  // rxjs takes the name where the language has no symbol of it.
  const symbol: unknown = Reflect.get(Symbol, 'observable');
  return (
    typeof value.subscribe === 'function' &&
    ('@@observable' in value || (typeof symbol === 'symbol' && symbol in value))
  );
}

/** The values of an Observable, one after the other is asked for; what comes faster waits. A stop is thrown as its signal says. */
export async function* valuesOf(observable: Subscribable, signal: AbortSignal): AsyncGenerator<unknown, void, void> {
  const waiting: unknown[] = [];
  let end: (() => void) | undefined;
  let wake = (): void => {};
  const finish = (how: () => void): void => {
    end ??= how;
    wake();
  };
  const subscription = observable.subscribe({
    next: (value) => {
      waiting.push(value);
      wake();
    },
    error: (reason) =>
      finish(() => {
        throw reason;
      }),
    complete: () => finish(() => undefined),
  });
  const stop = (): void => wake();
  // Only now: where nobody could be subscribed, nobody is left listening either.
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      // Also where all has come: what was not handed on yet is not dropped as if the work were done.
      signal.throwIfAborted();
      if (waiting.length > 0) yield* waiting.splice(0);
      else if (end !== undefined) return end();
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    subscription.unsubscribe();
  }
}
