import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Job, Session } from '@cmdlet/core';
import { jobPack, RemoteTransport } from '@cmdlet/jobs';
import { utilityPack } from '@cmdlet/utility';
import { expect, it } from 'vitest';
import { examples, ThisComputer } from '../../../examples/start-job-tour/src/index.js';

interface Shown {
  readonly session: Session;
  /** What the example showed, jobs as they were then. */
  readonly shown: readonly unknown[];
}

/** Runs one example, numbered as on the page. */
async function run(number: number, check: (result: Shown) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'start-job-tour-'));
  const session = await Session.create({
    packs: [jobPack, utilityPack],
    services: [[RemoteTransport, new ThisComputer()]],
  });
  const shown: unknown[] = [];
  try {
    await examples[number - 1]?.run({
      session,
      folder,
      show: async (...values) => {
        shown.push(...values.map((value) => (value instanceof Job ? factsOf(value) : value)));
      },
    });
    check({ session, shown });
  } finally {
    await session.dispose();
    rmSync(folder, { recursive: true });
  }
}

function factsOf(job: Job): object {
  const { id, name, psJobTypeName, state, hasMoreData, location, childJobs } = job;
  return { id, name, psJobTypeName, state, hasMoreData, location, children: childJobs.map((child) => child.name) };
}

it(
  '1: gives the job before it is done; a process that is missing is an error of the job, which completes',
  () =>
    run(1, ({ shown }) => {
      const job = { id: 1, name: 'Job1', psJobTypeName: 'BackgroundJob', location: 'localhost', children: ['Job2'] };
      expect(shown).toEqual([
        { ...job, state: 'Running', hasMoreData: true },
        { ...job, state: 'Completed', hasMoreData: true },
        'Found node; Cannot find a process with the name "no-such-process".',
      ]);
    }),
  30_000,
);

it(
  '2: makes one child per computer of the list, and one that cannot be reached fails alone',
  () =>
    run(2, ({ shown }) => {
      expect(shown).toMatchObject([
        {
          name: 'Services',
          psJobTypeName: 'RemoteJob',
          state: 'Failed',
          location: 'server01,server02,server03.invalid',
        },
        { location: 'server01', state: 'Completed' },
        { location: 'server02', state: 'Completed' },
        { location: 'server03.invalid', state: 'Failed' },
      ]);
    }),
  30_000,
);

it(
  '3: runs as the user who is named, and lists what a job has',
  () =>
    run(3, ({ shown }) => {
      expect(shown.at(-1)).toBe(userInfo().username);
      expect(shown.length).toBeGreaterThan(1);
    }),
  30_000,
);

it(
  '4: runs a script file, whose text is the command',
  () =>
    run(4, ({ session, shown }) => {
      expect(shown).toMatchObject([{ psJobTypeName: 'BackgroundJob' }, 'Some processes']);
      expect(session.jobs.jobs[0]?.command).toContain('export default async function getProcess');
    }),
  30_000,
);

it(
  '5: finds a job by its name in any case',
  () =>
    run(5, ({ shown }) => {
      expect(shown).toMatchObject([{ name: 'WinRM', children: ['Job2'], state: 'Completed' }]);
    }),
  30_000,
);

it(
  '6: runs the initialization script first; a Node of 32 bit has to be configured',
  () =>
    run(6, ({ session, shown }) => {
      expect(shown).toEqual(['MAPPING FILES!', 'RunAs32NotSupported,@cmdlet/jobs.StartJob']);
      expect(session.jobs.jobs).toHaveLength(1);
    }),
  30_000,
);

it(
  '7: resolves a path against the working directory of the job, and -Keep gives the same again',
  () =>
    run(7, ({ shown }) => {
      expect(shown).toEqual(['server01', 'server02', 'server01', 'server02', 'HasMoreData: true']);
    }),
  30_000,
);

it(
  '8: hands the names over in order, and reports each that is missing',
  () =>
    run(8, ({ shown }) => {
      expect(shown).toEqual(['1 name found', '2 errors, and the job is Completed']);
    }),
  30_000,
);
