import { describe, expect, it } from 'vitest';
import { ManualJob } from './manual-job.js';

describe('the exit code of a job', () => {
  it('is what its work said', () => {
    const job = new ManualJob();
    const child = job.add({
      run: (sink) => {
        sink.exitCode = 3;
      },
    });
    expect([child.state, child.exitCode, job.exitCode]).toEqual(['Completed', 3, 3]);
  });

  it.each([
    [[undefined, undefined], undefined],
    [[undefined, 0], 0],
    [[0, 7, 8], 7],
  ])('of children with %j is %s for the parent', async (codes, expected) => {
    const job = new ManualJob();
    for (const code of codes) {
      job.add({
        run: async (sink) => {
          sink.exitCode = code;
        },
      });
    }
    await job.finished;
    expect(job.exitCode).toBe(expected);
  });

  it('stays once the job has ended', () => {
    const job = new ManualJob().set('Running');
    job.out.exitCode = 1;
    job.set('Completed');
    job.out.exitCode = 2;
    expect([job.exitCode, job.out.exitCode]).toEqual([1, 1]);
  });
});
