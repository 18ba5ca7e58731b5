import { setImmediate as nextTurn } from 'node:timers/promises';
import { Cmdlet, Parameter, PSCmdlet, type Session } from '@cmdlet/core';
import { defer, from, lastValueFrom } from 'rxjs';
import type { Item } from './items.js';
import { type Measure, medians } from './measure.js';

@Cmdlet('Get', 'One')
class GetOne extends PSCmdlet<number> {
  @Parameter() number = 1;
  override processRecord(): void {
    void this.writeObject(this.number);
  }
}

/** Writes so many records as fast as it can. */
@Cmdlet('Get', 'Item')
class GetItem extends PSCmdlet<Item> {
  @Parameter({ mandatory: true }) count!: number;
  override async processRecord(): Promise<void> {
    for (let id = 0; id < this.count; id++) await this.writeObject({ id, name: 'item', value: id });
  }
}

const BATCHES = 40;
const JOBS_PER_BATCH = 50;

/** Jobs per second against a bare deferred Observable whose work begins in a later turn too, and how long a job holds the loop. */
export async function jobMeasures(session: Session): Promise<Measure[]> {
  const { ours, rxjs } = await medians({ ours: () => startJobs(session), rxjs: startDeferred }, 7);
  // The shared machine stops us now and then for longer than any job does; what a job does shows in the best of five.
  let pause = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) pause = Math.min(pause, await longestPause(session));
  const perSecond = Math.round((BATCHES * JOBS_PER_BATCH * 1000) / ours);
  return [
    {
      name: '-AsJob: jobs per second / rxjs defer',
      ratio: rxjs / ours,
      goal: 0.5,
      direction: 'at least',
      note: `${perSecond} jobs/s`,
    },
    { name: '-AsJob: longest hold of the event loop, ms', ratio: pause, goal: 20, direction: 'at most' },
  ];
}

async function startJobs(session: Session): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const jobs = [];
    for (let index = 0; index < JOBS_PER_BATCH; index++) {
      jobs.push(await session.invoke(GetOne, { number: index, asJob: true }));
    }
    for (const job of jobs) {
      await job.finished;
      if (job.output.length !== 1) throw new Error(`Job ${job.id} wrote ${job.output.length} objects.`);
      session.jobs.remove(job);
    }
  }
}

async function startDeferred(): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const running = [];
    for (let index = 0; index < JOBS_PER_BATCH; index++) {
      running.push(lastValueFrom(defer(() => from(nextTurn().then(() => index)))));
    }
    await Promise.all(running);
  }
}

/** The longest time between two turns of the event loop while a job writes a million records without ever waiting. */
async function longestPause(session: Session): Promise<number> {
  const job = await session.invoke(GetItem, { count: 1_000_000, asJob: true });
  let running = true;
  void job.finished.then(() => {
    running = false;
  });
  let longest = 0;
  let last = performance.now();
  while (running) {
    await nextTurn();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  if (job.output.length !== 1_000_000) throw new Error(`The job wrote ${job.output.length} objects.`);
  session.jobs.remove(job);
  await job.dispose();
  return longest;
}
