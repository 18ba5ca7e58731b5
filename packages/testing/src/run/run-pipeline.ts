import type { Pipeline, PipelineResult, RunOptions, Session } from '@cmdlet/core';
import { errorRecordOf } from '../error-records.js';
import { Marbles } from '../marbles/marbles.js';
import type { RunRecord } from '../marbles/recording.js';
import { InvokeConsumer } from './consumer.js';
import type { GivenCall } from './run-call.js';
import type { CallOptions } from './run-options.js';

/** One run with the records of all streams in order. */
export interface RecordedRun {
  readonly result: PipelineResult<unknown>;
  readonly records: readonly RunRecord[];
  readonly endedAt: number;
}

/** Runs a call to its end. What cannot even be put together is a failed run. */
export async function runPipeline(session: Session, call: GivenCall<CallOptions>): Promise<RecordedRun> {
  const { clock } = session;
  const { input, consumer, stopAfter } = call.options;
  const stop = stopAfter === undefined && !(input instanceof Marbles) ? undefined : new AbortController();
  const signal = anyOf(call.options.signal, stop?.signal);
  const records: RunRecord[] = [];
  const start = clock.monotonic();
  let written = 0;
  try {
    let pipeline: Pipeline<unknown> = call.start(
      session,
      input instanceof Marbles && signal !== undefined
        ? input.on(clock, () => stop?.abort(), signal)
        : (input as Input),
    );
    if (consumer !== undefined) pipeline = pipeline.pipe(InvokeConsumer, { consumer });
    if (signal !== undefined) pipeline = pipeline.with(settings(signal));
    const result = await pipeline.run(({ stream, record }) => {
      records.push({ stream, record, at: clock.monotonic() - start } as RunRecord);
      if (stream === 'Output' && ++written === stopAfter) stop?.abort();
    });
    return { result, records, endedAt: clock.monotonic() - start };
  } catch (error) {
    return { result: failed(error), records, endedAt: clock.monotonic() - start };
  }
}

type Input = Iterable<unknown> | AsyncIterable<unknown> | undefined;

function settings(signal: AbortSignal): RunOptions {
  return { signal };
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}

function failed(error: unknown): PipelineResult<unknown> {
  return {
    state: 'Failed',
    failure: errorRecordOf(error),
    hadErrors: true,
    output: [],
    errors: [],
    warnings: [],
    verbose: [],
    debug: [],
    information: [],
    progress: [],
  };
}
