import { Cmdlet, Parameter, PSCmdlet, type Session } from '@cmdlet/core';
import { SelectEvenItem } from './cmdlets.js';
import type { Item } from './items.js';
import { collectGarbage, type Measure } from './measure.js';

/** Writes so many numbers. */
@Cmdlet('Get', 'Number')
class GetNumber extends PSCmdlet<number> {
  @Parameter({ mandatory: true }) count!: number;
  override *processRecord(): Iterable<number> {
    for (let number = 0; number < this.count; number++) yield number;
  }
}

/** How many records the default window lets be under way. */
const WINDOW = 1024;

/** What a slow consumer lets pile up, and what a job keeps for a reader who has not come yet. */
export async function memoryMeasures(session: Session): Promise<Measure[]> {
  const { inFlight, peak, floor } = await slowConsumer(session);
  const perRecord = await unreadRecords(session);
  return [
    { name: 'slow consumer: records in flight', ratio: inFlight, goal: WINDOW, direction: 'at most' },
    {
      name: 'slow consumer: peak memory / floor',
      ratio: peak / floor,
      goal: 1.5,
      direction: 'at most',
      note: `${megabytes(peak)} against ${megabytes(floor)}`,
    },
    { name: 'unread job records: bytes each beyond the objects', ratio: perRecord, goal: 150, direction: 'at most' },
  ];
}

/** A producer that could write a hundred thousand records at once, read one at a time by somebody who dawdles. */
async function slowConsumer(session: Session): Promise<{ inFlight: number; peak: number; floor: number }> {
  let produced = 0;
  function* producer(): Iterable<Item> {
    for (let id = 0; id < 100_000; id++) {
      produced++;
      yield { id: id * 2, name: `item ${id}`, value: id };
    }
  }
  const before = settledHeap();
  let consumed = 0;
  let inFlight = 0;
  let peak = 0;
  for await (const _item of session.from(producer()).pipe(SelectEvenItem)) {
    consumed++;
    inFlight = Math.max(inFlight, produced - consumed);
    if (consumed % 10_000 !== 0) continue;
    await new Promise((resolve) => setTimeout(resolve, 5));
    collectGarbage();
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  }
  return { inFlight, peak, floor: Math.min(before, settledHeap()) };
}

/** Memory in use when all garbage is gone, that of finished measures too. */
function settledHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Bytes for each of a million records that wait in a job's log. The objects are numbers that need no memory of their own. */
async function unreadRecords(session: Session): Promise<number> {
  const count = 1_000_000;
  collectGarbage();
  const before = process.memoryUsage();
  const job = await session.invoke(GetNumber, { count, asJob: true });
  await job.finished;
  collectGarbage();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  if (job.output.length !== count) throw new Error(`The job wrote ${job.output.length} records, not ${count}.`);
  session.jobs.remove(job);
  await job.dispose();
  return bytes / count;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
