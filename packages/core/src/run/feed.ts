import type { RecordReceiver } from './receiver.js';
import { RecordBatches } from './record-batches.js';
import type { RunEnvironment } from './run-environment.js';
import type { TimeSlices } from './time-slices.js';

/** Records that go into a pipeline. */
export type PipelineInput = Iterable<unknown> | AsyncIterable<unknown>;

/**
 * Hands records to the first command of a pipeline, one at a time. `undefined` is no record.
 *
 * @returns undefined when everything was done synchronously
 */
export function feed(
  input: PipelineInput,
  first: RecordReceiver,
  environment: RunEnvironment,
): Promise<void> | undefined {
  if (input instanceof RecordBatches) return feedBatches(input, first, environment);
  if (Symbol.asyncIterator in input) return feedAsync(input, first, environment);
  if (environment.slices !== undefined) return feedInSlices(input, first, environment.slices);
  if (Array.isArray(input)) return feedArray(input, first, 0);
  return feedIterator(input[Symbol.iterator](), first);
}

function feedArray(records: readonly unknown[], first: RecordReceiver, start: number): Promise<void> | undefined {
  for (let index = start; index < records.length; index++) {
    const record = records[index];
    if (record === undefined) continue;
    const pending = first.accept(record);
    if (pending !== undefined) return feedArrayAfter(pending, records, first, index + 1);
  }
  return undefined;
}

/** Goes on after a record that was not done at once; stays in one async frame while records keep being asynchronous. */
async function feedArrayAfter(
  pending: Promise<void>,
  records: readonly unknown[],
  first: RecordReceiver,
  start: number,
): Promise<void> {
  await pending;
  for (let index = start; index < records.length; index++) {
    const record = records[index];
    if (record === undefined) continue;
    const next = first.accept(record);
    if (next !== undefined) await next;
  }
}

function feedIterator(records: Iterator<unknown>, first: RecordReceiver): Promise<void> | undefined {
  let finished = false;
  try {
    for (let step = records.next(); step.done !== true; step = records.next()) {
      if (step.value === undefined) continue;
      const pending = first.accept(step.value);
      if (pending !== undefined) {
        finished = true;
        return feedIteratorAfter(pending, records, first);
      }
    }
    finished = true;
    return undefined;
  } finally {
    if (!finished) records.return?.();
  }
}

async function feedIteratorAfter(
  pending: Promise<void>,
  records: Iterator<unknown>,
  first: RecordReceiver,
): Promise<void> {
  let finished = false;
  try {
    await pending;
    for (let step = records.next(); step.done !== true; step = records.next()) {
      if (step.value === undefined) continue;
      const next = first.accept(step.value);
      if (next !== undefined) await next;
    }
    finished = true;
  } finally {
    if (!finished) records.return?.();
  }
}

async function feedAsync(
  input: AsyncIterable<unknown>,
  first: RecordReceiver,
  { slices }: RunEnvironment,
): Promise<void> {
  for await (const record of input) {
    const pending = record === undefined ? undefined : first.accept(record);
    if (pending !== undefined) await pending;
    if (slices?.isUsedUp === true) await slices.turn();
  }
}

/** Waits between batches, and within one only for records that are not done at once. */
async function feedBatches(
  { batches }: RecordBatches,
  first: RecordReceiver,
  { slices }: RunEnvironment,
): Promise<void> {
  for await (const batch of batches) {
    for (const record of batch) {
      const pending = record === undefined ? undefined : first.accept(record);
      if (pending !== undefined) await pending;
      if (slices?.isUsedUp === true) await slices.turn();
    }
  }
}

/** As {@link feed}, giving the event loop a turn whenever the time slice is used up. */
async function feedInSlices(input: Iterable<unknown>, first: RecordReceiver, slices: TimeSlices): Promise<void> {
  for (const record of input) {
    const pending = record === undefined ? undefined : first.accept(record);
    if (pending !== undefined) await pending;
    if (slices.isUsedUp) await slices.turn();
  }
}
