import { type Host, Job, JobIdCounter, type JobInit, JobRepository, type JobWork } from '@cmdlet/core';
import {
  defineTests,
  executorContract,
  hostContract,
  jobContract,
  jobSourceContract,
  type TestCase,
} from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import { InlineExecutor } from '../../../packages/jobs/src/execution/inline/inline-executor.js';
import { ManualJob } from '../../core/job/manual-job.js';

describe('jobContract', () => {
  /** Drops its input. */
  class ForgetfulJob extends Job {
    protected override async run(work: JobWork): Promise<void> {
      for await (const _record of work.input);
    }
  }

  /** Swallows what goes wrong. */
  class CheerfulJob extends Job {
    protected override async run(work: JobWork): Promise<void> {
      try {
        await work.invoke(work.input, this.sink);
      } catch {
        await this.sink.writeObject('fine');
      }
    }
  }

  /** Hands its input to the work twice. */
  class EagerJob extends Job {
    protected override async run(work: JobWork): Promise<void> {
      const records: unknown[] = [];
      for await (const record of work.input) records.push(record);
      for (let time = 0; time < 2; time++) await work.invoke(records, this.sink);
    }
  }

  it.each<[string, (init: JobInit) => Job, string[]]>([
    ['drops its input', (init) => new ForgetfulJob(init), ['hands every record', 'fails if the work fails']],
    ['swallows failures', (init) => new CheerfulJob(init), ['fails if the work fails']],
    ['does the work twice', (init) => new EagerJob(init), ['hands every record']],
  ])('finds a job that %s', async (_title, create, expected) => {
    const failed = await failuresOf(jobContract({ name: 'Job', create }));
    for (const title of expected) expect(failed).toContainEqual(expect.stringContaining(title));
  });
});

describe('jobSourceContract', () => {
  function repository(): { source: JobRepository; jobs: readonly Job[] } {
    const [source, ids] = [new JobRepository(), new JobIdCounter()];
    const jobs = [new ManualJob({ ids, name: 'Nightly' }), new ManualJob({ ids, name: 'Weekly' }).set('Running')];
    for (const job of jobs) source.add(job);
    return { source, jobs };
  }

  it('finds a source that forgets nothing, and finds nothing by name', async () => {
    const failed = await failuresOf(
      jobSourceContract({
        name: 'Source',
        create: () => {
          const { source, jobs } = repository();
          source.removeJob = () => true;
          source.getJobs = () => jobs;
          return Promise.resolve({ source, jobs });
        },
      }),
    );
    expect(failed).toEqual([
      'Source finds jobs by name, and none by a name that nobody has',
      'Source finds jobs by state',
      'Source demands everything that is asked for',
      'Source forgets a job once',
    ]);
  });
});

describe('hostContract', () => {
  /** Asks somebody who answers when the test says so. */
  class PageHost implements Host {
    #answer: ((label: string | undefined) => void) | undefined;

    promptForChoice(...[, , choices, , signal]: Parameters<NonNullable<Host['promptForChoice']>>): Promise<number> {
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        this.#answer = (label) => resolve(choices.findIndex((choice) => choice.label.replace('&', '') === label));
      });
    }

    choose(label: string | undefined): void {
      this.#answer?.(label);
    }
  }

  defineTests(
    it,
    hostContract({
      name: 'PageHost',
      create: () => new PageHost(),
      choose: (host, label) => (host as PageHost).choose(label),
    }),
  );
  defineTests(it, hostContract({ name: 'A host that can do nothing', create: () => ({}) }));

  it('finds a host that mixes up choices, and one that fails at odd texts', async () => {
    const mixed = hostContract({
      name: 'Host',
      create: () => ({ promptForChoice: () => Promise.resolve(0) }),
      choose: () => {},
    });
    expect(await failuresOf(mixed)).toEqual([
      'Host gives the index of the choice that is taken',
      'Host gives -1 for a question that is cancelled',
    ]);
    const odd = hostContract({
      name: 'Host',
      create: () => ({
        showWarning: ({ message }) => {
          if (message === '') throw new Error('empty');
        },
      }),
    });
    expect(await failuresOf(odd)).toEqual(['Host shows records of every stream, without failing']);
  });
});

describe('executorContract', () => {
  defineTests(it, executorContract({ name: 'InlineExecutor', create: () => new InlineExecutor(), force: false }));

  it('finds an executor that loses output', async () => {
    const finished = Promise.resolve({ exitCode: undefined });
    const losing = executorContract({
      name: 'Executor',
      create: () => ({
        kind: 'inline',
        location: 'nowhere',
        execute: () => ({ finished, terminate: () => Promise.resolve(), processId: undefined }),
      }),
    });
    const lost = losing.filter(({ title }) => /writes|gives|keeps|fails|exits/.test(title));
    expect(await failuresOf(lost)).toEqual(lost.map(({ title }) => title));
  });
});

/** The titles of the cases that fail. */
async function failuresOf(cases: readonly TestCase[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { title, check } of cases) {
    try {
      await check();
    } catch {
      failed.push(title);
    }
  }
  return failed;
}
