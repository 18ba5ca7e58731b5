import type { PipelineRun } from '../run/pipeline-run.js';

/** Stops a run when one of the signals fires; the result takes that back. */
export function stopWith(run: PipelineRun, signals: readonly (AbortSignal | undefined)[]): () => void {
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
