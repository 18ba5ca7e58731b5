import type { Clock, Job, OutputRecord, RunState, StreamRecord } from '@cmdlet/core';

/** A record of a run, with when it was written, in milliseconds since the run began. */
export type RunRecord<TOutput = unknown> = (StreamRecord | OutputRecord<TOutput>) & { readonly at: number };

/** Everything that a run or a job wrote, and when. */
export interface Recording<TOutput = unknown> {
  readonly records: readonly RunRecord<TOutput>[];
  /** How it ended; a state that is not final if it has not. */
  readonly state: RunState | Job['state'];
  /** When it ended, in milliseconds since it began; undefined if it has not. */
  readonly endedAt: number | undefined;
}

/** Records what a job writes from now on. */
export class JobRecording<TOutput> implements Recording<TOutput> {
  readonly records: RunRecord<TOutput>[] = [];
  endedAt: number | undefined;

  constructor(
    private readonly job: Job<TOutput>,
    clock: Clock,
  ) {
    const start = clock.monotonic();
    job.records$.subscribe({
      next: ({ stream, value }) => {
        if (stream === 'Failure') return;
        this.records.push({ stream, record: value, at: clock.monotonic() - start } as RunRecord<TOutput>);
      },
      complete: () => {
        this.endedAt = clock.monotonic() - start;
      },
    });
  }

  get state(): Job['state'] {
    return this.job.state;
  }
}
