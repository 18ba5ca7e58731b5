import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../packages/jobs/src/scheduled/file-system.js';
import { ScheduledJobTrigger } from '../../../packages/jobs/src/scheduled/job-trigger.js';
import type { ScheduledJobDefinition } from '../../../packages/jobs/src/scheduled/scheduled-job-definition.js';
import { errorIds } from '../job-session.js';
import { newDirectory, removeDirectories, ScheduledSession } from './scheduled-session.js';

afterEach(removeDirectories);

const MINUTE = 60_000;
const at = new Date('2024-01-03T03:30');

async function found(session: ScheduledSession, name = 'n'): Promise<ScheduledJobDefinition> {
  const definition = await session.jobs.store.find(name);
  if (definition === undefined) throw new Error(`there is no definition ${name}`);
  return definition;
}

/** A session with a definition `n` that writes its argument. */
async function withDefinition(options: Parameters<typeof ScheduledSession.create>[0] = {}): Promise<ScheduledSession> {
  const session = await ScheduledSession.create(options);
  await session.register('n', { argumentList: ['old'], using: { u: 1 } });
  return session;
}

describe('Set-ScheduledJob', () => {
  it('changes what is given, and nothing else, and writes only with -PassThru', async () => {
    const session = await withDefinition();
    const before = await found(session);
    const { output, errors } = await session.run('Set-ScheduledJob', {
      inputObject: before,
      maxResultCount: 3,
      missedRun: 'RunOnce',
      multipleInstancePolicy: 'Queue',
    });
    expect([output, errors]).toEqual([[], []]);
    const later = await session.restarted();
    const after = await found(later);
    expect(after).toMatchObject({
      maxResultCount: 3,
      missedRun: 'RunOnce',
      multipleInstancePolicy: 'Queue',
      command: before.command,
      work: before.work,
      instanceId: before.instanceId,
      registered: before.registered,
      enabled: true,
    });
    const passed = await later.run('Set-ScheduledJob', { inputObject: after, maxResultCount: 4, passThru: true });
    expect(passed.output).toMatchObject([{ name: 'n', maxResultCount: 4 }]);
  });

  it('gives the script other arguments, or other values', async () => {
    const session = await withDefinition();
    await session.run('Set-ScheduledJob', { inputObject: await found(session), argumentList: ['new', 2] });
    expect((await session.start('n')).output).toEqual(['new', 2]);
    await session.run('Set-ScheduledJob', {
      inputObject: await found(session),
      scriptBlock: ({ args, using }: { args: readonly unknown[]; using: { u: number } }) => [...args, using.u],
    });
    expect((await session.start('n')).output).toEqual(['new', 2, 1]);
    await session.run('Set-ScheduledJob', { inputObject: await found(session), using: { u: 7 } });
    expect((await session.start('n')).output).toEqual(['new', 2, 7]);
  });

  it('puts a file in the place of the script', async () => {
    const session = await withDefinition();
    const path = join(await newDirectory(), 'work.mjs');
    await writeFile(path, 'export default ({ args }) => ["file", ...args];');
    await session.run('Set-ScheduledJob', { inputObject: await found(session), filePath: path });
    const definition = await found(session);
    expect([definition.command, definition.work.source]).toEqual([path, { kind: 'file', path }]);
    expect((await session.start('n')).output).toEqual(['file', 'old']);
  });

  it('takes other triggers, numbered, whose times count from now on', async () => {
    const session = await withDefinition();
    await session.clock.advance(10 * MINUTE);
    const passed = new Date(session.clock.now() - MINUTE);
    const comes = new Date(session.clock.now() + MINUTE);
    const trigger = [passed, comes].map((time) => new ScheduledJobTrigger({ frequency: 'Once', at: time }));
    await session.run('Set-ScheduledJob', { inputObject: await found(session), trigger, missedRun: 'RunOnce' });
    expect((await found(session)).jobTriggers.map(({ id }) => id)).toEqual([1, 2]);
    await session.scheduler.settled();
    expect(session.jobs.adapter.active).toEqual([]);
    await session.clock.advance(MINUTE);
    await session.scheduler.settled();
    expect(session.jobs.adapter.active).toHaveLength(1);
    await session.session.dispose();
  });

  it('takes definitions from the pipeline, and runs them at once with -RunNow', async () => {
    const session = await withDefinition();
    await session.register('m');
    const piped = session.session
      .pipeline('Get-ScheduledJob')
      .pipe('Set-ScheduledJob', { runNow: true, runEvery: '01:00:00' });
    expect((await piped.run()).errors).toEqual([]);
    await Promise.all(session.jobs.adapter.active.map(({ saved }) => saved));
    expect(session.jobs.adapter.active.map(({ name, state }) => [name, state])).toEqual([
      ['m', 'Completed'],
      ['n', 'Completed'],
    ]);
    expect((await found(session)).jobTriggers).toMatchObject([{ frequency: 'Once', repetitionInterval: 60 * MINUTE }]);
    await session.session.dispose();
  });

  it('gives a definition another name, with its results', async () => {
    const session = await withDefinition();
    const { instanceId } = await session.start('n');
    await session.run('Set-ScheduledJob', { inputObject: await found(session), name: 'Other' });
    expect(await session.jobs.store.find('n')).toBeUndefined();
    const later = await session.restarted();
    expect(await found(later, 'other')).toMatchObject({ name: 'Other', id: 1 });
    expect((await later.run('Get-Job')).output).toMatchObject([{ instanceId, state: 'Completed' }]);
  });

  it('gives no name that another definition has, nor one in the middle of a run', async () => {
    const session = await withDefinition();
    await session.register('m');
    const taken = await session.run('Set-ScheduledJob', { inputObject: await found(session), name: 'M' });
    const errorId = 'CantSetPropertiesToScheduledJobDefinition,@cmdlet/jobs.SetScheduledJob';
    expect(errorIds(taken)).toEqual([errorId]);
    const forever = ({ signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await session.run('Set-ScheduledJob', { inputObject: await found(session), scriptBlock: forever, runNow: true });
    const running = await session.run('Set-ScheduledJob', { inputObject: await found(session), name: 'free' });
    expect([errorIds(running), (await found(session)).name]).toEqual([[errorId], 'n']);
    await session.session.dispose();
  });

  it('removes the results of runs that have ended with -ClearExecutionHistory', async () => {
    const session = await withDefinition();
    const job = await session.start('n');
    await session.run('Set-ScheduledJob', { inputObject: await found(session), clearExecutionHistory: true });
    expect((await session.run('Get-Job')).output).toEqual([]);
    await expect(access(job.directory ?? '')).rejects.toThrow('ENOENT');
    expect((await found(session)).work.args).toEqual(['old']);
  });

  it.each<[parameters: object, id: string]>([
    [{ maxResultCount: 0 }, 'InvalidMaxResultCountParameterForSetScheduledJobDefinition'],
    [{ filePath: './nothing.ts' }, 'InvalidFilePathParameterForSetScheduledJobDefinition'],
    [{ runEvery: '00:00:01' }, 'InvalidOperation'],
    [{ scriptBlock: () => at }, 'ScriptBlockCapturesVariable'],
    [{ clearExecutionHistory: true, maxResultCount: 3 }, 'AmbiguousParameterSet'],
    [{ filePath: 'x.ts', scriptBlock: () => 1 }, 'AmbiguousParameterSet'],
  ])('refuses %o: %s, and changes nothing', async (parameters, id) => {
    const session = await withDefinition();
    const inputObject = await found(session);
    const result = await session.run('Set-ScheduledJob', { inputObject, ...parameters });
    expect(errorIds(result)).toEqual([`${id},@cmdlet/jobs.SetScheduledJob`]);
    expect(await found(session)).toEqual(inputObject);
  });

  it('says that a store cannot be written', async () => {
    const { directory } = await withDefinition();
    const fileSystem = {
      ...nodeFileSystem,
      create: () => Promise.reject(Object.assign(new Error('EACCES: no'), { code: 'EACCES' })),
    };
    const session = await ScheduledSession.create({ directory, fileSystem });
    const result = await session.run('Set-ScheduledJob', { inputObject: await found(session), maxResultCount: 2 });
    expect(errorIds(result)).toEqual([
      'UnauthorizedAccessToSetPropertiesToScheduledJobDefinition,@cmdlet/jobs.SetScheduledJob',
    ]);
  });

  it('keeps times of triggers that it was not told to change', async () => {
    const session = await ScheduledSession.create();
    await session.register('n', { trigger: [new ScheduledJobTrigger({ frequency: 'Daily', at })] });
    const { jobTriggers } = await found(session);
    await session.run('Set-ScheduledJob', { inputObject: await found(session), maxResultCount: 2 });
    expect((await found(session)).jobTriggers).toEqual(jobTriggers);
    await session.session.dispose();
  });
});
