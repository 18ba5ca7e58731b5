import { describe, expect, it } from 'vitest';
import { Cmdlet } from '../../../packages/core/src/declare/decorators/cmdlet.js';
import { Parameter } from '../../../packages/core/src/declare/decorators/parameter.js';
import { Switch } from '../../../packages/core/src/declare/types/simple-types.js';
import { Job } from '../../../packages/core/src/job/job.js';
import type { JobWork } from '../../../packages/core/src/job/job-work.js';
import { isSuspendableJob } from '../../../packages/core/src/job/suspendable-job.js';
import { PSCmdlet } from '../../../packages/core/src/run/ps-cmdlet.js';
import { Session } from '../../../packages/core/src/session/session.js';
import { Gate, ManualJob, StateLog } from './manual-job.js';

/** Writes numbers for ever, one record at a time. */
@Cmdlet('Get', 'Number')
class GetNumber extends PSCmdlet<number> {
  override async *processRecord(): AsyncGenerator<number> {
    for (let number = 1; ; number++) {
      await new Promise((resolve) => setImmediate(resolve));
      yield number;
    }
  }
}

/** Doubles what comes in. */
@Cmdlet('Get', 'Double')
class GetDouble extends PSCmdlet<number> {
  @Parameter({ mandatory: true, valueFromPipeline: true }) number!: number;

  override async processRecord(): Promise<void> {
    await this.writeObject(this.number * 2);
  }
}

/** Writes one number, and another if it is told to go on. */
@Cmdlet('Get', 'Confirmed', { supportsShouldProcess: true })
class GetConfirmed extends PSCmdlet<number> {
  @Parameter({ type: Switch }) ask = false;

  override async processRecord(): Promise<void> {
    if (await this.shouldContinue('go on?', 'Confirm')) await this.writeObject(1);
  }
}

/** As many children as the call has input, each with a call of its own. */
class OneEachJob extends Job<number> {
  protected override async run(work: JobWork<number, number>): Promise<void> {
    for await (const number of work.input) this.startChild({ run: (sink) => work.invoke([number], sink) });
  }
}

@Cmdlet('Get', 'Each', { job: OneEachJob, throttleLimit: true })
class GetEach extends PSCmdlet<number> {
  @Parameter({ mandatory: true, valueFromPipeline: true }) number!: number;

  override async *processRecord(): AsyncGenerator<number> {
    for (let step = 0; step < 1e9; step++) {
      await new Promise((resolve) => setImmediate(resolve));
      yield this.number;
    }
  }
}

/** Resolves when a job, or a child, has written something. */
function written(job: Job): Promise<void> {
  return new Promise((resolve) => {
    const forget = job.observe({
      recordWritten: () => {
        forget();
        resolve();
      },
    });
  });
}

/** Several turns of the event loop. */
async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function numbers(): Promise<Job<number>> {
  const session = await Session.create();
  const job = await session.invoke(GetNumber, { asJob: true });
  await written(job);
  return job;
}

describe('a job of a cmdlet call', () => {
  it('pauses between two records, and writes nothing until it goes on', async () => {
    const job = await numbers();
    const states = new StateLog(job);
    await job.suspend();
    const count = job.output.length;
    await turns();
    expect([job.state, job.childJobs[0]?.state, job.output.length]).toEqual(['Suspended', 'Suspended', count]);
    await job.resume();
    await written(job);
    expect(job.state).toBe('Running');
    expect(job.output).toEqual(job.output.map((_, index) => index + 1));
    expect(job.output.length).toBeGreaterThan(count);
    expect(states.lines).toEqual([
      'Job1: Running -> Suspending',
      'Job1: Suspending -> Suspended',
      'Job1: Suspended -> Running',
    ]);
    await job.stop();
  });

  it('is Suspending, here and in its child, when the call returns', async () => {
    const job = await numbers();
    const suspended = job.suspend();
    expect([job.state, job.childJobs[0]?.state]).toEqual(['Suspending', 'Suspending']);
    await suspended;
    await job.stop();
  });

  it('can be suspended before its work has begun', async () => {
    const session = await Session.create();
    const job = await session.invoke(GetNumber, { asJob: true });
    await job.suspend();
    await turns();
    expect([job.state, job.output]).toEqual(['Suspended', []]);
    await job.resume();
    await written(job);
    await job.stop();
  });

  it('can be suspended several times', async () => {
    const job = await numbers();
    for (let time = 0; time < 3; time++) {
      await Promise.all([job.suspend(), job.suspend()]);
      expect(job.state).toBe('Suspended');
      await job.resume();
      await written(job);
    }
    await job.stop();
  });

  it('goes on without a pause if it is resumed before it paused', async () => {
    const job = await numbers();
    const states = new StateLog(job);
    const suspended = job.suspend();
    await job.resume();
    await suspended;
    await written(job);
    expect(states.lines).toEqual(['Job1: Running -> Suspending', 'Job1: Suspending -> Running']);
    await job.stop();
  });

  it('pauses between two records of its input, which waits', async () => {
    const session = await Session.create();
    let produced = 0;
    let open = true;
    const input = async function* (): AsyncGenerator<number> {
      while (open) {
        await new Promise((resolve) => setImmediate(resolve));
        yield ++produced;
      }
    };
    const jobs: Job[] = [];
    const running = session.from(input()).pipe(GetDouble, { asJob: true }).run();
    while (jobs.length === 0) {
      await turns(1);
      jobs.push(...session.jobs.jobs);
    }
    const [job] = jobs as [Job];
    await written(job);
    await job.suspend();
    const held = job.output.length;
    await turns();
    expect([job.state, job.output.length]).toEqual(['Suspended', held]);
    expect(produced).toBeGreaterThan(held + 10);
    await job.resume();
    await written(job);
    expect(job.output).toEqual(job.output.map((_, index) => (index + 1) * 2));
    open = false;
    await running;
    expect((await job.finished).state).toBe('Completed');
  });

  it('ends from a pause when it is stopped', async () => {
    const job = await numbers();
    await job.suspend();
    await job.stop();
    expect([job.state, job.childJobs[0]?.state]).toEqual(['Stopped', 'Stopped']);
    await expect(job.resume()).rejects.toMatchObject({ errorId: 'InvalidJobState' });
  });

  it('that was done before it paused is Completed, and whoever waits for the pause goes on', async () => {
    const session = await Session.create();
    const pipeline = session.from([1]).pipe(GetDouble, { asJob: true });
    const [job] = await pipeline.toArray();
    if (job === undefined) throw new Error('there is no job');
    await job.finished;
    expect(job.canSuspend).toBe(true);
    await expect(job.suspend()).rejects.toMatchObject({ errorId: 'InvalidJobState' });
  });

  it('with force is Suspended at once, whatever its step is at', async () => {
    const job = await numbers();
    const suspended = job.suspend({ force: true });
    expect(job.state).toBe('Suspended');
    await suspended;
    await turns();
    const count = job.output.length;
    await turns();
    expect(job.output.length).toBe(count);
    await job.stop();
  });

  it('keeps the reason', async () => {
    const job = await numbers();
    const reason = new Error('maintenance');
    await job.suspend({ reason });
    expect(job.childJobs[0]?.jobStateInfo.reason).toBe(reason);
    await job.stop();
  });

  it('cannot be suspended while it waits for an answer', async () => {
    const session = await Session.create();
    const job = await session.invoke(GetConfirmed, { asJob: true });
    await new Promise<void>((resolve) => {
      job.observe({ stateChanged: (changed, { state }) => changed === job && state === 'Blocked' && resolve() });
    });
    await expect(job.suspend()).rejects.toMatchObject({ errorId: 'InvalidJobState' });
    await job.stop();
  });
});

describe('a job with several children', () => {
  it('is Suspended when all that work are, and a child whose turn comes then pauses too', async () => {
    const session = await Session.create();
    const [job] = await session.from([1, 2, 3]).pipe(GetEach, { asJob: true, throttleLimit: 2 }).toArray();
    if (job === undefined) throw new Error('there is no job');
    await written(job);
    await turns(3);
    const children = (): string[] => job.childJobs.map(({ state }) => state);
    await job.suspend();
    expect([job.state, children()]).toEqual(['Suspended', ['Suspended', 'Suspended', 'NotStarted']]);
    await job.childJobs[0]?.stop();
    await turns();
    expect([job.state, children()]).toEqual(['Suspended', ['Stopped', 'Suspended', 'Suspended']]);
    await job.resume();
    expect([job.state, children()]).toEqual(['Running', ['Stopped', 'Running', 'Running']]);
    await job.stop();
  });

  it('cannot be suspended if one of them does something that cannot pause', async () => {
    const job = new ManualJob().set('Running');
    job.add(new Gate());
    expect([job.canSuspend, isSuspendableJob(job)]).toEqual([false, false]);
    await expect(job.suspend()).rejects.toMatchObject({ errorId: 'InvalidJobState' });
    await job.stop(undefined, { graceMilliseconds: 0 });
  });
});
