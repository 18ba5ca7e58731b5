import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JobLog } from '../../../packages/core/src/job/job-log.js';
import { StreamTag } from '../../../packages/core/src/job/job-record.js';
import { ProgressRecord } from '../../../packages/core/src/records/progress-record.js';

const { Output, Error: ErrorTag, Warning, Progress, Failure } = StreamTag;

function drain(log: JobLog): [string, unknown][] {
  const records: [string, unknown][] = [];
  for (let record = log.take(); record !== undefined; record = log.take()) records.push([record.stream, record.value]);
  return records;
}

describe('the log of a job', () => {
  it('keeps the order of emission between all streams', () => {
    const log = new JobLog();
    log.append(Output, 1);
    log.append(ErrorTag, 'e');
    log.append(Output, 2);
    log.append(Warning, 'w');
    expect(drain(log)).toEqual([
      ['Output', 1],
      ['Error', 'e'],
      ['Output', 2],
      ['Warning', 'w'],
    ]);
  });

  it('gives each record once', () => {
    const log = new JobLog();
    log.append(Output, 1);
    expect(log.unreadCount).toBe(1);
    expect(log.take()).toEqual({ stream: 'Output', value: 1 });
    expect(log.take()).toBeUndefined();
    expect(log.unreadCount).toBe(0);
  });

  it.each([[null], [undefined], [0], [''], [false]])('delivers %s like any other output', (value) => {
    const log = new JobLog();
    log.append(Output, value);
    log.append(Output, value);
    expect(log.take()).toEqual({ stream: 'Output', value });
    expect(log.takeOutput()).toEqual({ value });
    expect(log.takeOutput()).toBeUndefined();
  });

  it('shows what is unread without taking it', () => {
    const log = new JobLog();
    log.append(Output, 1);
    log.append(ErrorTag, 'e');
    expect(log.unread()).toEqual([
      { stream: 'Output', value: 1 },
      { stream: 'Error', value: 'e' },
    ]);
    expect(log.unreadOf(ErrorTag)).toEqual(['e']);
    expect(drain(log)).toHaveLength(2);
    expect(log.unread()).toEqual([]);
  });

  it('lets output be taken out of its turn, and the other streams stay in order', () => {
    const log = new JobLog();
    log.append(ErrorTag, 'e1');
    log.append(Output, 1);
    log.append(Warning, 'w');
    log.append(Output, 2);
    expect(log.takeOutput()).toEqual({ value: 1 });
    expect(log.unreadCount).toBe(3);
    log.append(ErrorTag, 'e2');
    expect(log.unread().map(({ value }) => value)).toEqual(['e1', 'w', 2, 'e2']);
    expect(log.takeOutput()).toEqual({ value: 2 });
    expect(drain(log).map(([, value]) => value)).toEqual(['e1', 'w', 'e2']);
  });

  it('lets thousands of outputs be taken from between the records of other streams', () => {
    const log = new JobLog();
    for (let i = 0; i < 5000; i++) log.append(i % 100 === 0 ? ErrorTag : Output, i);
    const output: unknown[] = [];
    for (let taken = log.takeOutput(); taken !== undefined; taken = log.takeOutput()) output.push(taken.value);
    expect([output.length, output[0], output.at(-1), log.unreadCount]).toEqual([4950, 1, 4999, 50]);
    expect(drain(log).map(([, value]) => value)).toEqual(Array.from({ length: 50 }, (_, i) => i * 100));
  });

  it('lets output be taken on where the last records were read', () => {
    const log = new JobLog();
    for (let i = 0; i < 2000; i++) log.append(Output, i);
    for (let i = 0; i < 1024; i++) log.take();
    expect(log.takeOutput()).toEqual({ value: 1024 });
    expect(log.take()?.value).toBe(1025);
  });

  it('goes on after everything was read, many times', () => {
    const log = new JobLog();
    for (let round = 0; round < 5000; round++) {
      log.append(round % 3 === 0 ? ErrorTag : Output, round);
      expect(log.take()?.value).toBe(round);
    }
    expect(log.take()).toBeUndefined();
  });

  it('counts the reason of a failure as unread until it is taken', () => {
    const log = new JobLog();
    log.append(Output, 1);
    log.append(Failure, new Error('bad'));
    log.close();
    expect(log.unreadCount).toBe(2);
    expect(drain(log).map(([stream]) => stream)).toEqual(['Output', 'Failure']);
    expect(log.unreadCount).toBe(0);
  });

  describe('progress', () => {
    const at = (activityId: number, percentComplete: number, completed = false): ProgressRecord =>
      new ProgressRecord({ activityId, activity: 'a', statusDescription: 's', percentComplete, completed });

    it('keeps the latest record of each activity and is no part of the records', () => {
      const log = new JobLog();
      log.append(Progress, at(1, 10));
      log.append(Progress, at(2, 50));
      log.append(Progress, at(1, 20));
      expect(log.progress.map((record) => [record.activityId, record.percentComplete])).toEqual([
        [1, 20],
        [2, 50],
      ]);
      expect(log.unreadCount).toBe(0);
      expect(log.take()).toBeUndefined();
    });

    it('forgets an activity that is over, and all of them when the job has ended', () => {
      const log = new JobLog();
      log.append(Progress, at(1, 10));
      log.append(Progress, at(2, 10));
      log.append(Progress, at(1, 100, true));
      expect(log.progress.map((record) => record.activityId)).toEqual([2]);
      log.close();
      expect(log.progress).toEqual([]);
    });
  });

  it('behaves like a plain list whatever is written and read in whatever order', () => {
    const command = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('output', 'error') },
      { weight: 1, arbitrary: fc.constantFrom('burst') },
      { weight: 4, arbitrary: fc.constantFrom('take', 'takeOutput') },
      { weight: 1, arbitrary: fc.constantFrom('drainOutput', 'unread') },
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        const log = new JobLog();
        const model: { stream: string; value: number }[] = [];
        let next = 0;
        const write = (stream: 'Output' | 'Error'): void => {
          log.append(StreamTag[stream], next);
          model.push({ stream, value: next++ });
        };
        const takeOutputOfModel = (): unknown => {
          const place = model.findIndex(({ stream }) => stream === 'Output');
          return place < 0 ? undefined : { value: model.splice(place, 1)[0]?.value };
        };
        for (const each of commands) {
          if (each === 'output') write('Output');
          else if (each === 'error') write('Error');
          else if (each === 'burst') for (let i = 0; i < 700; i++) write(i % 5 === 0 ? 'Error' : 'Output');
          else if (each === 'take') expect(log.take()).toEqual(model.shift());
          else if (each === 'takeOutput') expect(log.takeOutput()).toEqual(takeOutputOfModel());
          else if (each === 'unread') expect(log.unread()).toEqual(model);
          else for (let i = 0; i < 900; i++) expect(log.takeOutput()).toEqual(takeOutputOfModel());
          expect(log.unreadCount).toBe(model.length);
        }
        expect(log.unread()).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });
});
