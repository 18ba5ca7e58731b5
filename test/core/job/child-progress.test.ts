import { describe, expect, it } from 'vitest';
import { Gate, ManualJob } from './manual-job.js';
import { settle } from './virtual-clock.js';

describe('the progress of a job with children', () => {
  it('is how many are done, told whenever one is, and over with the job', async () => {
    const job = new ManualJob({ name: 'n' });
    const told: string[] = [];
    job.observe({
      progressWritten: (source, { percentComplete, recordType, statusDescription }) =>
        told.push(`${source.name} ${statusDescription} ${percentComplete} ${recordType}`),
    });
    const gates = [new Gate(), new Gate(), new Gate()];
    for (const gate of gates) job.add(gate);
    expect(job.progress.map(String)).toEqual(['n: 0/3 completed']);
    gates[1]?.resolve();
    await settle();
    expect(job.progress.map(String)).toEqual(['n: 1/3 completed']);
    gates[0]?.reject(new Error('bad'));
    await settle();
    gates[2]?.resolve();
    await settle();
    expect([job.state, job.progress]).toEqual(['Failed', []]);
    expect(told).toEqual([
      'n 1/3 completed 33 Processing',
      'n 2/3 completed 66 Processing',
      'n 3/3 completed 100 Completed',
    ]);
  });

  it('is not told of a job that did all its work in one child', () => {
    const job = new ManualJob();
    const told: unknown[] = [];
    job.observe({ progressWritten: (_job, record) => told.push(record) });
    job.add({ run: () => {} });
    expect(told).toEqual([]);
  });
});
