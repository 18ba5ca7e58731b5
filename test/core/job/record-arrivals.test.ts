import { describe, expect, it } from 'vitest';
import { RecordArrivals } from '../../../packages/core/src/job/record-arrivals.js';
import { ManualJob } from './manual-job.js';
import { settle } from './virtual-clock.js';

function readAll(arrivals: RecordArrivals<ManualJob>): unknown[] {
  const values: unknown[] = [];
  for (let arrival = arrivals.next(); arrival !== undefined; arrival = arrivals.next()) {
    values.push(arrival.state?.state ?? arrival.job.log.take()?.value);
  }
  return values;
}

describe('the arrivals of records', () => {
  it('begin with what was unread, job by job, and go on as it comes', () => {
    const [a, b] = [new ManualJob().set('Running'), new ManualJob().set('Running')];
    b.out.writeObject('b1');
    a.out.writeObject('a1');
    a.out.writeObject('a2');
    const arrivals = new RecordArrivals([a, b]);
    b.out.writeObject('b2');
    a.out.writeObject('a3');
    expect(readAll(arrivals)).toEqual(['a1', 'a2', 'b1', 'b2', 'a3']);
  });

  it('wake who waits when a record comes, when a state changes, and when they are told to', async () => {
    const job = new ManualJob().set('Running');
    const arrivals = new RecordArrivals([job]);
    let woken = 0;
    const wait = (): void => void arrivals.changed().then(() => woken++);
    wait();
    await settle();
    expect(woken).toBe(0);
    job.out.writeObject(1);
    await settle();
    expect(woken).toBe(1);
    readAll(arrivals);
    wait();
    job.set('Blocked');
    await settle();
    expect(woken).toBe(2);
    wait();
    arrivals.wake();
    await settle();
    expect(woken).toBe(3);
  });

  it('are over when all the jobs have ended', () => {
    const [a, b] = [new ManualJob().set('Running'), new ManualJob().set('Running')];
    const arrivals = new RecordArrivals([a, b]);
    a.set('Completed');
    expect(arrivals.ended).toBe(false);
    b.set('Failed', new Error('bad'));
    expect(arrivals.ended).toBe(true);
    expect(readAll(arrivals)).toEqual([expect.objectContaining({ message: 'bad' })]);
  });

  it('do not count progress, nor anything once they are left', () => {
    const job = new ManualJob().set('Running');
    const arrivals = new RecordArrivals([job]);
    job.out.writeProgress({ activity: 'a', statusDescription: 's' });
    expect(arrivals.next()).toBeUndefined();
    arrivals.dispose();
    job.out.writeObject(1);
    expect(arrivals.next()).toBeUndefined();
  });

  it('tell of changes of state between the records, if asked', () => {
    const parent = new ManualJob();
    const child = new ManualJob({}, parent);
    parent.adopt(child);
    child.set('Running').out.writeObject(1);
    const arrivals = new RecordArrivals([parent], { states: true });
    child.out.writeObject(2);
    child.set('Completed');
    expect(readAll(arrivals)).toEqual([1, 'Running', 'Running', 2, 'Completed', 'Completed']);
  });

  it('count a child once, though it was given beside its parent', () => {
    const parent = new ManualJob();
    const child = new ManualJob({}, parent);
    parent.adopt(child);
    child.set('Running').out.writeObject(1);
    const arrivals = new RecordArrivals([parent, child]);
    child.out.writeObject(2);
    expect(readAll(arrivals)).toEqual([1, 2]);
  });

  it('leave children out, if asked', () => {
    const parent = new ManualJob();
    const child = new ManualJob({}, parent);
    parent.adopt(child);
    child.set('Running').out.writeObject('child');
    const arrivals = new RecordArrivals([parent], { noRecurse: true });
    child.out.writeObject('child');
    parent.out.writeObject('parent');
    expect(readAll(arrivals)).toEqual(['parent']);
  });
});
