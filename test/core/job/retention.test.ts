import { Cmdlet, defineCmdlet, type JobRetention, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { JobLog } from '../../../packages/core/src/job/job-log.js';
import { StreamTag } from '../../../packages/core/src/job/job-record.js';
import { OverflowRecord } from '../../../packages/core/src/job/overflow-record.js';
import { RecordArrivals } from '../../../packages/core/src/job/record-arrivals.js';
import { Gate, ManualJob } from './manual-job.js';
import { VirtualClock } from './virtual-clock.js';

const overflow = (dropped: number): unknown =>
  expect.objectContaining({ dropped, fullyQualifiedWarningId: 'JobRecordsDropped' });

describe('a log that keeps so many records', () => {
  it('drops the oldest, and says how many in their place', () => {
    const log = new JobLog(3);
    for (let number = 1; number <= 5; number++) log.append(StreamTag.Output, number);
    expect(log.unreadCount).toBe(4);
    expect(log.unreadOf(StreamTag.Warning)).toEqual([overflow(2)]);
    expect(log.unread().map(({ value }) => value)).toEqual([overflow(2), 3, 4, 5]);
    expect(log.take()).toEqual({ stream: 'Warning', value: overflow(2) });
    expect([log.take()?.value, log.take()?.value, log.take()?.value, log.take()]).toEqual([3, 4, 5, undefined]);
    expect(log.unreadCount).toBe(0);
  });

  it('counts anew once it was told', () => {
    const log = new JobLog(1);
    for (let number = 1; number <= 3; number++) log.append(StreamTag.Output, number);
    expect(log.take()?.value).toEqual(overflow(2));
    log.append(StreamTag.Output, 4);
    expect(log.take()?.value).toEqual(overflow(1));
    expect([log.take()?.value, log.take()]).toEqual([4, undefined]);
  });

  it('drops nothing while somebody reads in time', () => {
    const log = new JobLog(2);
    for (let number = 0; number < 5000; number++) {
      log.append(StreamTag.Output, number);
      expect(log.take()).toEqual({ stream: 'Output', value: number });
    }
  });

  it('lets output be taken from behind the place of the dropped, which stays', () => {
    const log = new JobLog(2000);
    for (let number = 0; number < 5000; number++) log.append(StreamTag.Output, number);
    expect(log.takeOutput()).toEqual({ value: 3000 });
    for (let number = 3001; number < 5000; number++) expect(log.takeOutput()).toEqual({ value: number });
    expect([log.takeOutput(), log.unreadCount]).toEqual([undefined, 1]);
    expect(log.take()?.value).toBeInstanceOf(OverflowRecord);
  });

  it('is read to the end by whoever was told of every record', () => {
    const job = new ManualJob<number>({ maxRecords: 10 }).set('Running');
    const arrivals = new RecordArrivals([job]);
    for (let number = 0; number < 100; number++) void job.out.writeObject(number);
    const read: unknown[] = [];
    for (let arrival = arrivals.next(); arrival !== undefined; arrival = arrivals.next()) {
      const record = arrival.job.log.take();
      if (record !== undefined) read.push(record.value);
    }
    expect(read).toEqual([overflow(90), 90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
  });

  it('keeps the reason of a failure', () => {
    const job = new ManualJob({ maxRecords: 1 });
    const gate = new Gate();
    const child = job.add(gate);
    for (const value of [1, 2]) void gate.out.writeObject(value);
    const reason = new Error('bad');
    child.observe({});
    gate.reject(reason);
    return job.finished.then(() => {
      expect(child.log.unread().map(({ value }) => value)).toEqual([overflow(2), reason]);
    });
  });
});

describe('a job that keeps its records for some time', () => {
  it('drops them when nobody has received them by then', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock, retainForMilliseconds: 1000 }).set('Running');
    for (const value of [1, 2, 3]) void job.out.writeObject(value);
    await clock.advance(5000);
    job.set('Completed');
    job.log.take();
    await clock.advance(999);
    expect(job.output).toEqual([2, 3]);
    await clock.advance(1);
    expect([job.output, job.warning, job.hasMoreData]).toEqual([[], [overflow(2)], true]);
    expect([job.log.take()?.value, job.hasMoreData]).toEqual([overflow(2), false]);
  });

  it('keeps the reason of its failure', async () => {
    const clock = new VirtualClock();
    const reason = new Error('bad');
    const job = new ManualJob({ clock, retainForMilliseconds: 1000 }).set('Running');
    void job.out.writeObject(1);
    job.set('Failed', reason);
    await clock.advance(1000);
    expect(job.log.unread().map(({ value }) => value)).toEqual([overflow(1), reason]);
  });

  it('waits for nothing if everything was received', () => {
    const clock = new VirtualClock();
    new ManualJob({ clock, retainForMilliseconds: 1000 }).set('Running').set('Completed');
    expect(clock.pending).toBe(0);
  });

  it('waits for nothing once it was disposed of, and neither do its children; what it has can be read', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob<number>({ clock, retainForMilliseconds: 1000 });
    const child = new ManualJob<number>({ clock, retainForMilliseconds: 1000 }, job);
    job.adopt(child);
    for (const each of [job, child]) void each.out.writeObject(1);
    child.set('Running').set('Completed');
    expect([job.state, clock.pending]).toEqual(['Completed', 2]);
    await job.dispose();
    expect([clock.pending, job.output]).toEqual([0, [1, 1]]);
  });

  it('passes it on to its children', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock, retainForMilliseconds: 1000, maxRecords: 2 });
    const child = job.add({ run: (sink) => [1, 2, 3].forEach((value) => void sink.writeObject(value)) });
    expect(child.output).toEqual([2, 3]);
    await clock.advance(1000);
    expect(child.warning).toEqual([overflow(3)]);
  });
});

@Cmdlet('Get', 'Number')
class GetNumber extends PSCmdlet<number> {
  override *processRecord() {
    yield* [1, 2, 3];
  }
}

describe('a session that keeps so many records', () => {
  it('keeps no more of each of its jobs', async () => {
    const session = await Session.create({ jobRetention: { maxRecords: 2 } });
    const job = await session.invoke(GetNumber, { asJob: true });
    await job.finished;
    expect([job.output, job.warning]).toEqual([[2, 3], [overflow(1)]]);
    await session.dispose();
  });

  it('may let the work wait for a reader', async () => {
    let written = 0;
    const WriteMany = defineCmdlet({
      verb: 'Write',
      noun: 'Many',
      *process() {
        for (; written < 1000; written++) yield written;
      },
    });
    await using session = await Session.create({ jobRetention: { recordWindow: 10 } });
    const job = await session.invoke(WriteMany, { asJob: true });
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect([job.state, job.output.length, written < 12]).toEqual(['Running', 10, true]);
    let read = 0;
    for await (const value of job) expect(value).toBe(read++);
    expect([job.state, read]).toEqual(['Completed', 1000]);
  });

  it('may keep none', async () => {
    const session = await Session.create({ jobRetention: { maxRecords: 0 } });
    const job = await session.invoke(GetNumber, { asJob: true });
    await job.finished;
    expect([job.output, job.warning]).toEqual([[], [overflow(3)]]);
    await session.dispose();
  });

  it.each<[title: string, retention: JobRetention, message: string]>([
    [
      'a negative number',
      { maxRecords: -3 },
      'jobRetention.maxRecords is -3. Give a whole number of records, 0 or more',
    ],
    [
      'a window of nothing',
      { recordWindow: 0 },
      'jobRetention.recordWindow is 0. Give a whole number of records, 1 or more',
    ],
    ['a fraction', { maxRecords: 2.5 }, 'jobRetention.maxRecords is 2.5.'],
    ['no number', { maxRecords: Number.NaN }, 'jobRetention.maxRecords is NaN.'],
    [
      'a negative time',
      { retainForMilliseconds: -1 },
      'jobRetention.retainForMilliseconds is -1. Give a whole number of milliseconds',
    ],
  ])('refuses %s', async (_title, jobRetention, message) => {
    await expect(Session.create({ jobRetention })).rejects.toMatchObject({
      errorId: 'ArgumentOutOfRange',
      message: expect.stringContaining(message) as string,
    });
  });
});

it.each([
  [1, '1 record was dropped'],
  [2, '2 records were dropped'],
])('The text of an overflow counts %d', (count, message) => {
  const log = new JobLog(1);
  for (let number = 0; number <= count; number++) log.append(StreamTag.Output, number);
  expect(log.take()?.value).toMatchObject({ message: expect.stringContaining(message) as string });
});
