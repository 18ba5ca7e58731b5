import { describe, expect, it } from 'vitest';
import { Gate, ManualJob, StateLog, workOf } from './manual-job.js';
import { VirtualClock } from './virtual-clock.js';

describe('a job with a time limit', () => {
  it('that is over is stopped, and Failed with the reason', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock, timeLimitMilliseconds: 1000 });
    const log = new StateLog(job);
    job.start(workOf((_input, sink) => new Promise((resolve) => void sink.onStop(resolve))));
    await clock.advance(999);
    expect(job.state).toBe('Running');
    await clock.advance(1);
    expect(log.lines).toEqual([
      'Job1: NotStarted -> Running',
      'Job1: Running -> Stopping',
      expect.stringMatching(/^Job1: Stopping -> Failed \[.*time limit of 1 second/),
    ]);
    expect(job.jobStateInfo.reason).toMatchObject({
      errorId: 'JobTimedOut',
      category: 'OperationTimeout',
      target: job,
    });
    expect([job.childJobs[0]?.state, job.stopMethod, clock.pending]).toEqual(['Stopped', 'Signal', 0]);
    expect([job.hasMoreData, job.log.take()?.stream, job.hasMoreData]).toEqual([true, 'Failure', false]);
  });

  it('is ended by force if it does not listen', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock, timeLimitMilliseconds: 1000, stopGraceMilliseconds: 10 });
    job.start(workOf(() => new Promise(() => {})));
    await clock.advance(1010);
    expect([job.state, job.stopMethod]).toEqual(['Failed', 'GivenUp']);
  });

  it.each(['Completed', 'Failed', 'Stopped'] as const)('leaves no timer once it is %s', async (state) => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock, timeLimitMilliseconds: 1000 }).set('Running');
    expect(clock.pending).toBe(1);
    job.set(state);
    expect(clock.pending).toBe(0);
    await clock.advance(2000);
    expect(job.state).toBe(state);
  });

  it('does not count the time before it begins', async () => {
    const clock = new VirtualClock();
    const job = new ManualJob({ clock, timeLimitMilliseconds: 1000 });
    await clock.advance(5000);
    expect(job.state).toBe('NotStarted');
    job.add(new Gate());
    await clock.advance(999);
    expect(job.state).toBe('Running');
  });
});
