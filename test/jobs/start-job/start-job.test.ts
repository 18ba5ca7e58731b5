import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '@cmdlet/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackgroundJob } from '../../../packages/jobs/src/start-job/background-job.js';
import { StartJob } from '../../../packages/jobs/src/start-job/start-job.js';
import { errorIds } from '../job-session.js';
import { startSession } from './start-session.js';

/** A name that file systems refuse with an error of their own, as they do for want of rights, also for root. */
const long = 'x'.repeat(5000);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-job-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('Start-Job', () => {
  it('gives a running job with one child, and the output when it is received', async () => {
    const { session } = await startSession();
    const [job] = (await session.invoke('Start-Job', { scriptBlock: () => 1 + 1 })) as Job[];
    expect(job).toBeInstanceOf(BackgroundJob);
    expect([job, job?.childJobs[0]].map((each) => [each?.id, each?.name, each?.psJobTypeName, each?.location])).toEqual(
      [
        [1, 'Job1', 'BackgroundJob', 'localhost'],
        [2, 'Job2', '', 'localhost'],
      ],
    );
    expect(job?.state).toBe('Running');
    expect(await session.invoke('Receive-Job', { job, wait: true })).toEqual([2]);
    expect(job?.state).toBe('Completed');
    await session.dispose();
  });

  it('feeds the pipeline to one job, from the first record on', async () => {
    const { session } = await startSession();
    const block = async ({ input }: { input: AsyncIterable<number> }) => {
      let sum = 0;
      for await (const each of input) sum += each;
      return sum;
    };
    const jobs = (await session.from([1, 2, 3]).pipe('Start-Job', { scriptBlock: block })) as Job[];
    expect(jobs).toHaveLength(1);
    expect(await session.invoke('Receive-Job', { job: jobs, wait: true })).toEqual([6]);
    expect(await session.from([]).pipe('Start-Job', { scriptBlock: block })).toEqual([]);
    expect(session.jobs.jobs).toHaveLength(1);
    await session.dispose();
  });

  it('reads a file now, and runs it as it was', async () => {
    const { session, executors } = await startSession();
    const path = join(folder, 'a.ts');
    writeFileSync(
      path,
      'import { basename } from "node:path";\nexport default ({ args }: { args: string[] }) => basename(args[0]);',
    );
    const [job] = await session.invoke(StartJob, { filePath: path, argumentList: ['/x/y'] });
    rmSync(path);
    expect(await session.invoke('Receive-Job', { job, wait: true })).toEqual(['y']);
    expect(job?.command).toContain('export default');
    expect(executors.requests[0]?.source).toMatchObject({ kind: 'function', file: path });
    await session.dispose();
  });

  it.each([
    [{ scriptBlock: () => 1, workingDirectory: './nowhere' }, 'DirectoryNotFoundException,@cmdlet/jobs.StartJob'],
    [{ filePath: './x*.ts' }, 'System.ArgumentException,@cmdlet/jobs.StartJob'],
    [{ filePath: './x.txt' }, 'System.ArgumentException,@cmdlet/jobs.StartJob'],
    [{ filePath: './missing.ts' }, 'PathNotFound,@cmdlet/jobs.StartJob'],
    [{ scriptBlock: 'Get-Date' }, 'ScriptBlockCompilerNotFound,@cmdlet/jobs.StartJob'],
    [{ scriptBlock: () => 1, psVersion: '5.1' }, 'ParameterBindingFailed,@cmdlet/jobs.StartJob'],
    [{ scriptBlock: () => 1, runAs32: true }, 'RunAs32NotSupported,@cmdlet/jobs.StartJob'],
    [{ scriptBlock: () => 1, authentication: 'Basic' }, 'InvalidOperation,@cmdlet/jobs.StartJob'],
    [{ scriptBlock: () => folder }, 'ScriptBlockCapturesVariable,@cmdlet/jobs.StartJob'],
    [
      { scriptBlock: ({ using }: { using: { a: number } }) => using.a },
      'UsingVariableIsUndefined,@cmdlet/jobs.StartJob',
    ],
    [{}, 'MissingMandatoryParameter,@cmdlet/jobs.StartJob'],
    [{ scriptBlock: () => 1, definitionName: 'x' }, 'AmbiguousParameterSet,@cmdlet/jobs.StartJob'],
  ])('refuses %o before there is a job', async (parameters, errorId) => {
    const { session } = await startSession();
    expect(errorIds(await session.pipeline('Start-Job', parameters).run())).toEqual([errorId]);
    expect(session.jobs.jobs).toEqual([]);
    await session.dispose();
  });

  it.each([
    ['-WorkingDirectory', { scriptBlock: () => 1, workingDirectory: long }, 'DirectoryNotFoundException'],
    ['-FilePath', { filePath: `${long}.ts` }, 'CommandNotFoundException'],
    ['-LiteralPath with a character that no name has', { literalPath: 'a\0.ts' }, 'CommandNotFoundException'],
  ])('refuses a path that the system refuses with an id of its own: %s', async (_what, parameters, errorId) => {
    const { session } = await startSession();
    const result = await session.pipeline('Start-Job', parameters).run();
    expect(errorIds(result)).toEqual([`${errorId},@cmdlet/jobs.StartJob`]);
    expect(result.failure?.exception.cause).toBeInstanceOf(Error);
    expect(session.jobs.jobs).toEqual([]);
    await session.dispose();
  });
});
