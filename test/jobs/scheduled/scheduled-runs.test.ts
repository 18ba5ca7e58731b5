import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorRecord, type Job, JobManager } from '@cmdlet/core';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../packages/jobs/src/scheduled/file-system.js';
import { processStart } from '../../../packages/jobs/src/scheduled/process-start.js';
import type { ScheduledJobDefinition } from '../../../packages/jobs/src/scheduled/scheduled-job-definition.js';
import { errorIds } from '../job-session.js';
import { newDirectory, removeDirectories, ScheduledSession } from './scheduled-session.js';

afterEach(removeDirectories);

interface BlockContext {
  readonly signal: AbortSignal;
  writeObject(value: unknown): Promise<void>;
  writeError(message: string): Promise<void>;
  writeWarning(message: string): Promise<void>;
  exit(code: number): never;
}

const jobs = (output: readonly unknown[]): Job[] => output as Job[];

/** A job that writes on several streams and then fails. */
async function failing({ writeObject, writeError, writeWarning }: BlockContext): Promise<void> {
  await writeObject(new Map([['when', new Date(0)]]));
  await writeWarning('careful');
  await writeError('soft');
  await writeObject(2);
  throw new RangeError('hard');
}

const forever = ({ signal, writeObject }: BlockContext) =>
  new Promise((_resolve, reject) => {
    void writeObject('begun');
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/** Paths of the runs of the only definition. */
async function runsOf({ directory }: ScheduledSession): Promise<string[]> {
  const [name] = await readdir(directory);
  const runs = join(directory, name ?? '', 'runs');
  return (await readdir(runs)).sort().map((run) => join(runs, run));
}

describe('a run of a scheduled job', () => {
  it('is a job of its own kind, with the name and text of its definition', async () => {
    const session = await ScheduledSession.create();
    await session.register('Nightly', { argumentList: [1, 'two'] });
    const job = await session.start('Nightly');
    expect(job).toMatchObject({ name: 'Nightly', psJobTypeName: 'PSScheduledJob', state: 'Completed', id: 1 });
    expect([job.command, job.output]).toEqual(['args', [1, 'two']]);
  });

  it('waits for no reader, since what it writes is stored', async () => {
    const session = await ScheduledSession.create({ jobRetention: { recordWindow: 1 } });
    await session.register('n', { argumentList: [1, 2, 3] });
    expect(await session.start('n')).toMatchObject({ state: 'Completed', output: [1, 2, 3] });
  });

  it('is found by Get-Job after a restart, with what it wrote', async () => {
    const first = await ScheduledSession.create();
    await first.run('Register-ScheduledJob', { name: 'n', scriptBlock: failing });
    const job = await first.start('n');
    expect(job.state).toBe('Failed');
    const later = await first.restarted();
    const [past] = jobs((await later.run('Get-Job')).output);
    expect(past).toMatchObject({
      name: 'n',
      psJobTypeName: 'PSScheduledJob',
      state: 'Failed',
      instanceId: job.instanceId,
      psBeginTime: job.psBeginTime,
      psEndTime: job.psEndTime,
      hasMoreData: true,
      command: job.command,
    });
    expect(past?.jobStateInfo.reason?.message).toBe('hard');
    const received = await later.run('Receive-Job', { id: past?.id });
    expect(received.output).toEqual([new Map([['when', new Date(0)]]), 2]);
    expect(received.warnings.map(String)).toEqual(['careful']);
    expect(received.errors.map(String)).toEqual([expect.stringContaining('soft'), expect.stringContaining('hard')]);
    expect(received.errors[0]).toBeInstanceOf(ErrorRecord);
    expect([past?.hasMoreData, (await later.run('Receive-Job', { id: past?.id })).output]).toEqual([false, []]);
  });

  it('can be received again by another session', async () => {
    const session = await ScheduledSession.create();
    await session.register('n', { argumentList: ['x'] });
    await session.start('n');
    expect((await session.run('Receive-Job', { name: 'n' })).output).toEqual(['x']);
    for (const later of [await session.restarted(), await session.restarted()]) {
      expect((await later.run('Receive-Job', { name: 'n', keep: true })).output).toEqual(['x']);
    }
  });

  it('tells its exit code after a restart', async () => {
    const session = await ScheduledSession.create();
    await session.run('Register-ScheduledJob', { name: 'n', scriptBlock: ({ exit }: BlockContext) => exit(3) });
    await session.start('n');
    const [past] = jobs((await (await session.restarted()).run('Get-Job')).output);
    expect([past?.state, past?.exitCode]).toEqual(['Completed', 3]);
  });

  it('is one job, and keeps its id, however often it is looked for', async () => {
    const session = await ScheduledSession.create();
    await session.register('n');
    await session.start('n');
    const later = await session.restarted();
    const [first] = (await later.run('Get-Job')).output;
    const [second] = (await later.run('Get-Job', { name: 'N*' })).output;
    expect(second).toBe(first);
    expect(jobs((await later.run('Get-Job', { id: 1 })).output)[0]).toBe(first);
    const { instanceId } = first as Job;
    expect((await later.run('Get-Job', { instanceId })).output).toEqual([first]);
    expect((await later.run('Get-Job', { state: 'Completed' })).output).toEqual([first]);
    expect((await later.run('Get-Job', { filter: { newest: 1 } })).output).toEqual([first]);
    expect((await later.run('Get-Job', { filter: { before: new Date(0) } })).output).toEqual([]);
  });

  it('is removed from the store by Remove-Job', async () => {
    const session = await ScheduledSession.create();
    await session.register('n');
    await session.start('n');
    await session.start('n');
    const [first] = (await session.run('Get-Job')).output;
    expect((await session.run('Remove-Job', { job: first })).hadErrors).toBe(false);
    const later = await session.restarted();
    expect((await later.run('Get-Job')).output).toHaveLength(1);
    expect((await later.run('Remove-Job', { name: 'n' })).hadErrors).toBe(false);
    expect([(await later.run('Get-Job')).output, await runsOf(later)]).toEqual([[], []]);
  });

  it('is started by name through the manager of job sources', async () => {
    const session = await ScheduledSession.create();
    await session.register('n', { argumentList: [7] });
    const manager = session.session.resolve(JobManager);
    for (const type of [undefined, 'ScheduledJob', 'psscheduled*']) {
      const [job, ...others] = await manager.getJobToStart('N', undefined, type);
      expect([job?.state, others]).toEqual(['NotStarted', []]);
      await job?.startJob();
      await job?.finished;
      expect(job?.output).toEqual([7]);
      await expect(job?.startJob()).rejects.toMatchObject({ errorId: 'InvalidJobState' });
    }
    expect(await manager.getJobToStart('nobody')).toEqual([]);
    expect(await manager.getJobToStart('n', undefined, 'Other')).toEqual([]);
  });

  it('is started by Start-Job -DefinitionName', async () => {
    const session = await ScheduledSession.create();
    await session.register('n', { argumentList: [7] });
    const result = await session.run('Start-Job', { definitionName: 'N', type: 'ScheduledJob' });
    const [job] = jobs(result.output);
    await job?.finished;
    expect([errorIds(result), job?.psJobTypeName, job?.output]).toEqual([[], 'PSScheduledJob', [7]]);
    expect((await session.run('Get-Job')).output).toEqual([job]);
    for (const [parameters, what] of [
      [{ definitionName: 'x' }, 'name x'],
      [{ definitionName: 'n', type: 'Other' }, 'name n and type Other'],
      [{ definitionName: 'n', definitionPath: '/nowhere' }, 'name n in /nowhere'],
    ] as const) {
      const failed = await session.run('Start-Job', parameters);
      expect(errorIds(failed)).toEqual([expect.stringMatching(/^StartJobFromDefinitionNameNotFound,/)]);
      expect(String(failed.errors[0])).toBe(
        `Cannot find a scheduled job with ${what}. The sources of jobs in this session are: ScheduledJob.`,
      );
    }
    await writeFile(join(session.directory, 'n', 'definition.json'), '{"for');
    expect(errorIds(await session.run('Start-Job', { definitionName: 'n' }))).toEqual([
      expect.stringMatching(/^CantLoadScheduledJobDefinitionFromStore,/),
    ]);
  });

  it('is started by the path of another store', async () => {
    const other = await ScheduledSession.create();
    await other.register('n', { argumentList: ['there'] });
    const session = await ScheduledSession.create();
    const manager = session.session.resolve(JobManager);
    expect(await manager.getJobToStart('n')).toEqual([]);
    const [job] = await manager.getJobToStart('n', other.directory);
    await job?.startJob();
    await job?.finished;
    expect(job?.output).toEqual(['there']);
  });

  it('of a definition object is made by the manager too', async () => {
    const session = await ScheduledSession.create();
    await session.register('n', { argumentList: [1] });
    const [definition] = (await session.run('Get-ScheduledJob')).output as ScheduledJobDefinition[];
    const job = await session.session.resolve(JobManager).newJob(definition as ScheduledJobDefinition);
    expect([job.name, job.state]).toEqual(['n', 'NotStarted']);
  });

  it('of a file does what the file says when it runs', async () => {
    const session = await ScheduledSession.create();
    const file = join(await newDirectory(), 'work.mjs');
    await writeFile(file, 'export default () => 1;');
    await session.run('Register-ScheduledJob', { name: 'n', filePath: file });
    expect((await session.start('n')).output).toEqual([1]);
    await writeFile(file, 'export default () => 2;');
    expect((await session.start('n')).output).toEqual([2]);
  });

  it('is stopped when its session ends, and what it wrote until then is kept', async () => {
    const session = await ScheduledSession.create();
    await session.run('Register-ScheduledJob', { name: 'n', scriptBlock: forever, runNow: true });
    const [job] = session.jobs.adapter.active;
    await job?.untilState('Running');
    const later = await session.restarted();
    const [past] = jobs((await later.run('Get-Job')).output);
    expect([past?.state, past?.output]).toEqual(['Stopped', ['begun']]);
  });

  it.each([1, 3])('keeps the newest %i results', async (maxResultCount) => {
    const session = await ScheduledSession.create();
    await session.register('n', { maxResultCount, argumentList: ['x'] });
    const ids: string[] = [];
    for (let run = 0; run < 5; run++) {
      ids.push((await session.start('n')).instanceId);
      await session.clock.advance(1000);
    }
    const kept = jobs((await session.run('Get-Job')).output).map(({ instanceId }) => instanceId);
    expect(kept).toEqual(ids.slice(-maxResultCount));
    expect(await runsOf(session)).toHaveLength(maxResultCount);
  });
});

describe('a run that was interrupted', () => {
  /** A run as a program leaves it that was killed, or goes on. */
  const left = async (change: (status: Record<string, unknown>) => Record<string, unknown>) => {
    const session = await ScheduledSession.create();
    await session.register('n', { argumentList: ['a', 'b'] });
    await session.start('n');
    await session.session.dispose();
    const [run = ''] = await runsOf(session);
    const path = join(run, 'status.json');
    const status = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    await writeFile(path, JSON.stringify(change({ ...status, state: 'Running', end: undefined })));
    return { later: await ScheduledSession.create({ directory: session.directory }), run };
  };

  it('by the end of its program is Failed and says so; what it wrote is there', async () => {
    const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    const { later } = await left((status) => ({ ...status, processId: gone }));
    const [past] = jobs((await later.run('Get-Job')).output);
    expect(past?.state).toBe('Failed');
    const received = await later.run('Receive-Job', { job: past });
    expect(received.output).toEqual(['a', 'b']);
    expect(received.errors.map(String)).toEqual([expect.stringContaining('ended before the job did')]);
  });

  it('in a session of this process counts as gone too', async () => {
    const { later } = await left((status) => status);
    expect(jobs((await later.run('Get-Job')).output)[0]?.state).toBe('Failed');
  });

  it('not at all but goes on in another process is Running, and can only be stopped there', async () => {
    const goesOn = { processId: process.ppid, processStart: processStart(process.ppid) };
    const { later, run } = await left((status) => ({ ...status, ...goesOn }));
    const [past] = jobs((await later.run('Get-Job')).output);
    expect([past?.state, past?.id]).toEqual(['Running', 1]);
    expect(errorIds(await later.run('Stop-Job', { job: past }))).toEqual([expect.stringMatching(/^StopJobError,/)]);
    expect(errorIds(await later.run('Remove-Job', { job: past, force: true }))).toEqual([
      expect.stringMatching(/^StopJobError,/),
    ]);
    const path = join(run, 'status.json');
    const status = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...status, state: 'Completed', end: 5 }));
    const [now] = jobs((await later.run('Get-Job')).output);
    expect([now?.state, now?.id, now?.instanceId]).toEqual(['Completed', 1, past?.instanceId]);
  });

  it('and whose process id another process has by now is Failed', async () => {
    // As after a restart of the computer: the process with that id lives, and began at another time.
    const { later } = await left((status) => ({ ...status, processId: process.ppid, processStart: 'earlier/17' }));
    expect(jobs((await later.run('Get-Job')).output)[0]?.state).toBe('Failed');
    const own = await left((status) => ({ ...status, processStart: 'earlier/17' }));
    expect(jobs((await own.later.run('Get-Job')).output)[0]?.state).toBe('Failed');
  });

  it('by the end of its process is Failed for a session that has seen it Running', async () => {
    const child = spawn('/bin/sleep', ['60']);
    const processId = child.pid ?? 0;
    const { later } = await left((status) => ({ ...status, processId, processStart: processStart(processId) }));
    expect(jobs((await later.run('Get-Job')).output)[0]?.state).toBe('Running');
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    const [now] = jobs((await later.run('Get-Job')).output);
    expect([now?.state, now?.id]).toEqual(['Failed', 1]);
  });

  it('not at all but goes on in another session of this process is Running there too', async () => {
    const session = await ScheduledSession.create();
    await session.run('Register-ScheduledJob', { name: 'n', scriptBlock: forever, runNow: true });
    const other = await ScheduledSession.create({ directory: session.directory });
    // What it has stored may be what stood before it began.
    expect(['NotStarted', 'Running']).toContain(jobs((await other.run('Get-Job')).output)[0]?.state);
    await session.session.dispose();
    expect(jobs((await other.run('Get-Job')).output)[0]?.state).toBe('Stopped');
  });

  it('while it wrote a record gives the records before', async () => {
    const { later, run } = await left((status) => ({ ...status, state: 'Completed' }));
    const path = join(run, 'records.bin');
    const { length } = await readFile(path);
    await truncate(path, length - 3);
    const received = await later.run('Receive-Job', { name: 'n' });
    expect(received.output).toEqual(['a']);
    expect(errorIds(received)).toEqual(['CannotLoadScheduledJobRun']);
    expect(received.errors[0]?.toString()).toContain(path);
  });

  it('by something that wrote nonsense tells so', async () => {
    const { later, run } = await left((status) => ({ ...status, state: 'Completed' }));
    await appendFile(join(run, 'records.bin'), Buffer.from([4, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]));
    const received = await later.run('Receive-Job', { name: 'n' });
    expect(errorIds(received)).toEqual(['CannotLoadScheduledJobRun']);
  });

  it.each(['{"format":1,"sta', '', '{}'])(
    'with a status of %j is a warning that names the file; others are found',
    async (content) => {
      const session = await ScheduledSession.create();
      await session.register('n');
      await session.start('n');
      await session.clock.advance(1000);
      await session.start('n');
      await session.session.dispose();
      const [run = ''] = await runsOf(session);
      await writeFile(join(run, 'status.json'), content);
      const later = await ScheduledSession.create({ directory: session.directory });
      const result = await later.run('Get-Job');
      expect(result.output).toHaveLength(1);
      expect(result.warnings.map(String)).toEqual([expect.stringContaining(join(run, 'status.json'))]);
    },
  );
});

describe('a disk that is full', () => {
  const full = () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }));

  const afterRegistration = async (fileSystem: Partial<FileSystem>) => {
    const first = await ScheduledSession.create();
    await first.register('n', { argumentList: ['precious', 'too'] });
    await first.start('n');
    await first.session.dispose();
    await first.clock.advance(1000);
    return ScheduledSession.create({
      directory: first.directory,
      clock: first.clock,
      fileSystem: { ...nodeFileSystem, ...fileSystem },
    });
  };

  it('before the run keeps it from being started, and says so', async () => {
    const session = await afterRegistration({ create: full });
    const definition = await session.jobs.store.find('n');
    const job = await session.jobs.newJob(definition as ScheduledJobDefinition);
    await expect(job.startJob()).rejects.toMatchObject({
      errorId: 'CantStartScheduledJob',
      message: expect.stringMatching(/job n could not be started: ENOSPC/) as string,
    });
    expect(job.state).toBe('NotStarted');
    expect(errorIds(await session.run('Start-Job', { definitionName: 'n' }))).toEqual([
      expect.stringMatching(/^CantStartScheduledJob,/),
    ]);
    expect(await runsOf(session)).toHaveLength(1);
    expect((await session.run('Get-Job')).output).toHaveLength(1);
  });

  it('during the run leaves what was written to be received here, with an error that says so', async () => {
    const create: FileSystem['create'] = async (path) => {
      const file = await nodeFileSystem.create(path);
      return path.endsWith('.bin') ? { ...file, write: full } : file;
    };
    const session = await afterRegistration({ create });
    const job = await session.start('n');
    expect(job.state).toBe('Completed');
    const received = await session.run('Receive-Job', { job });
    expect(received.output).toEqual(['precious', 'too']);
    expect(errorIds(received)).toEqual(['CannotSaveScheduledJobRun']);
    expect(received.errors[0]?.toString()).toMatch(/records\.bin.*ENOSPC/);
    const later = await session.restarted();
    const past = jobs((await later.run('Get-Job')).output);
    expect(past.map(({ state, output }) => [state, output])).toEqual([
      ['Completed', ['precious', 'too']],
      ['Completed', []],
    ]);
  });

  it('at the end of the run is told to whoever is there, and nothing is lost', async () => {
    let statuses = 0;
    const rename: FileSystem['rename'] = (from, to) =>
      to.endsWith('status.json') && ++statuses > 2 ? full() : nodeFileSystem.rename(from, to);
    const session = await afterRegistration({ rename });
    const job = await session.start('n');
    expect([job.state, job.output]).toEqual(['Completed', ['precious', 'too']]);
    expect(session.warnings).toEqual([expect.stringMatching(/status\.json.*ENOSPC/)]);
    const later = await session.restarted();
    const past = jobs((await later.run('Get-Job')).output);
    expect(past.map(({ state, output }) => [state, output])).toEqual([
      ['Completed', ['precious', 'too']],
      ['Failed', ['precious', 'too']],
    ]);
    const names = (await runsOf(later)).map((run) => readdir(run));
    for (const files of await Promise.all(names)) expect(files.sort()).toEqual(['records.bin', 'status.json']);
  });

  const keepsWhole = async (small: string, bytes: number) => {
    const session = await ScheduledSession.create({ directory: join(small, 'jobs') });
    await session.register('n', { argumentList: ['kept'] });
    await session.start('n');
    await writeFile(join(small, 'filler'), Buffer.alloc(bytes)).catch(() => {});
    expect(errorIds(await session.register('other'))).toEqual([
      expect.stringContaining('CantRegisterScheduledJobDefinition'),
    ]);
    expect(errorIds(await session.run('Disable-ScheduledJob', { name: 'n' }))).toEqual([
      expect.stringContaining('CantSetEnableOnScheduledJobDefinition'),
    ]);
    const later = await session.restarted();
    const definitions = await later.run('Get-ScheduledJob');
    expect([definitions.hadErrors, definitions.output]).toMatchObject([false, [{ name: 'n', enabled: true }]]);
    expect((await later.run('Receive-Job', { name: 'n' })).output).toEqual(['kept']);
    await later.session.dispose();
  };

  // Only who may mount can have a disk of his own to fill.
  const small = smallDisk();
  if (small !== undefined) {
    it('that really is keeps definitions and results whole', async () => {
      try {
        await keepsWhole(small, 250 * 1024);
      } finally {
        execFileSync('umount', [small]);
        await rm(small, { recursive: true });
      }
    });
  }
});

/** A directory of 256 kB; undefined where it cannot be had. */
function smallDisk(): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', directory], { stdio: 'ignore' });
    return directory;
  } catch {
    rmdirSync(directory);
    return undefined;
  }
}
