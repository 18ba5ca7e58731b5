import type { PipelineRun } from '../run/pipeline-run.js';

/** What tells a run to stop: an AbortSignal does, and so does whatever behaves like one. */
export interface StopSignal {
  readonly aborted: boolean;
  /** Why, as the run hands it on. */
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Stops a run when one of the signals fires; the result takes that back. */
export function stopWith(run: PipelineRun, signals: readonly (StopSignal | undefined)[]): () => void {
  const listeners: (() => void)[] = [];
  for (const signal of signals) {
    if (signal === undefined) continue;
    const stop = (): void => run.stop(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    listeners.push(() => signal.removeEventListener('abort', stop));
  }
  return () => {
    for (const remove of listeners) remove();
  };
}
