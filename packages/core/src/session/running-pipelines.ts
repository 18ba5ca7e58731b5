import { PassingSet } from '../records/passing-entries.js';
import type { Clock } from '../run/clock.js';
import type { PipelineRun } from '../run/pipeline-run.js';

/** The runs of a session that are not done yet. */
export class RunningPipelines {
  readonly #runs = new PassingSet<PipelineRun>();
  /** Tells who waits for the end of all runs. */
  #whenNothingRuns: (() => void) | undefined;

  add(run: PipelineRun): void {
    this.#runs.add(run);
  }

  delete(run: PipelineRun): void {
    this.#runs.delete(run);
    if (this.#runs.size === 0) this.#whenNothingRuns?.();
  }

  stop(): void {
    for (const run of [...this.#runs]) run.stop();
  }

  /** Resolves when no run goes on any more, or the time for it, in milliseconds, is over. */
  async ended(clock: Clock, grace: number): Promise<void> {
    if (this.#runs.size === 0) return;
    await new Promise<void>((resolve) => {
      const cancel = clock.after(grace, resolve);
      this.#whenNothingRuns = () => {
        cancel();
        resolve();
      };
    });
  }
}
