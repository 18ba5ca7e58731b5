import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../packages/jobs/src/scheduled/file-system.js';
import { ScheduledJobTrigger } from '../../../packages/jobs/src/scheduled/job-trigger.js';
import { ScheduledJobDefinition } from '../../../packages/jobs/src/scheduled/scheduled-job-definition.js';
import { errorIds } from '../job-session.js';
import { removeDirectories, ScheduledSession } from './scheduled-session.js';

afterEach(removeDirectories);

const names = (output: readonly unknown[]): string[] =>
  output.map((definition) => (definition as ScheduledJobDefinition).name);

describe('Register-ScheduledJob', () => {
  it('stores a definition, which sessions after a restart find', async () => {
    const first = await ScheduledSession.create();
    const trigger = new ScheduledJobTrigger({ frequency: 'Cron', cron: '0 3 * * *', timeZone: 'Europe/Oslo' });
    const argumentList = [new Map([['k', new Date(0)]]), 5n];
    const registered = await first.register('Back/up: *', { trigger: [trigger], argumentList, maxResultCount: 3 });
    expect(errorIds(registered)).toEqual([]);
    const later = await first.restarted();
    const [definition] = (await later.run('Get-ScheduledJob')).output as ScheduledJobDefinition[];
    expect(definition).toBeInstanceOf(ScheduledJobDefinition);
    expect(definition).toMatchObject({
      id: 1,
      name: 'Back/up: *',
      enabled: true,
      maxResultCount: 3,
      missedRun: 'Skip',
      multipleInstancePolicy: 'IgnoreNew',
      registered: new Date(later.clock.now()),
      instanceId: (registered.output[0] as ScheduledJobDefinition).instanceId,
      jobTriggers: [{ id: 1, frequency: 'Cron', cron: '0 3 * * *', timeZone: 'Europe/Oslo', enabled: true }],
      work: { args: argumentList },
    });
    expect(await readdir(later.directory)).toEqual(['back%2Fup%3A%20%2A']);
  });

  it.each([
    ['a name that is taken, in any case', { name: 'NIGHTLY' }, 'CantRegisterScheduledJobDefinition'],
    ['no results', { name: 'n', maxResultCount: 0 }, 'InvalidMaxResultCountParameterForRegisterScheduledJobDefinition'],
    ['an interval of seconds', { name: 'n', runEvery: '00:00:10' }, 'InvalidOperation'],
    ['a block that uses a variable', { name: 'n', scriptBlock: () => afterEach }, 'ScriptBlockCapturesVariable'],
  ])('refuses %s', async (_what, parameters, id) => {
    const session = await ScheduledSession.create();
    await session.register('Nightly');
    const result = await session.run('Register-ScheduledJob', { scriptBlock: () => 1, ...parameters });
    expect(errorIds(result)).toEqual([expect.stringMatching(new RegExp(`^${id}\\b`))]);
    expect(names((await session.run('Get-ScheduledJob')).output)).toEqual(['Nightly']);
  });

  it.each(['missing.ts', 'notes.txt'])('refuses the file %s', async (file) => {
    const session = await ScheduledSession.create();
    const result = await session.run('Register-ScheduledJob', { name: 'n', filePath: `/nowhere/${file}` });
    expect(errorIds(result)).toEqual([
      expect.stringContaining('InvalidFilePathParameterForRegisterScheduledJobDefinition'),
    ]);
  });

  it('says what it would do with -WhatIf, and stores nothing', async () => {
    const session = await ScheduledSession.create();
    const result = await session.register('n', { whatIf: true });
    expect([result.output, result.information.map(String)]).toEqual([
      [],
      ['What if: Performing the operation "Register" on target "Scheduled job definition n.".'],
    ]);
    expect(names((await session.run('Get-ScheduledJob')).output)).toEqual([]);
  });

  it('takes over after a registration that was interrupted', async () => {
    const session = await ScheduledSession.create();
    await mkdir(join(session.directory, 'n'), { recursive: true });
    expect((await session.run('Get-ScheduledJob')).hadErrors).toBe(false);
    expect((await session.register('n')).hadErrors).toBe(false);
    expect(names((await session.run('Get-ScheduledJob')).output)).toEqual(['n']);
  });

  it.each([
    ['EACCES', 'UnauthorizedAccessToRegisterScheduledJobDefinition', 'PermissionDenied'],
    ['EROFS', 'UnauthorizedAccessToRegisterScheduledJobDefinition', 'PermissionDenied'],
    ['ENOSPC', 'CantRegisterScheduledJobDefinition', 'WriteError'],
    ['EIO', 'CantRegisterScheduledJobDefinition', 'InvalidOperation'],
  ] as const)('tells of a directory that cannot be written: %s', async (code, id, category) => {
    const directory = (await ScheduledSession.create()).directory;
    const failing = {
      ...nodeFileSystem,
      create: () => Promise.reject(Object.assign(new Error(`${code}: no`), { code })),
    };
    const session = await ScheduledSession.create({ directory, fileSystem: failing });
    const result = await session.register('n');
    expect(result.errors).toMatchObject([{ categoryInfo: { category }, targetObject: 'n' }]);
    expect(errorIds(result)).toEqual([expect.stringMatching(new RegExp(`^${id},`))]);
    expect(await readdir(join(directory, 'n'))).toEqual([]);
  });
});

describe('Get-ScheduledJob', () => {
  const three = async () => {
    const session = await ScheduledSession.create();
    for (const name of ['b', 'A', 'ab']) await session.register(name);
    return session;
  };

  it.each([
    [{}, ['A', 'ab', 'b']],
    [{ name: 'a' }, ['A']],
    [{ name: ['a*', 'B'] }, ['A', 'ab', 'b']],
    [{ name: 'x*' }, []],
  ])('with %j gives %j', async (parameters, expected) => {
    const result = await (await three()).run('Get-ScheduledJob', parameters);
    expect([names(result.output), errorIds(result)]).toEqual([expected, []]);
  });

  it('finds by the ids of the session, and tells of keys that nothing matches', async () => {
    const session = await three();
    const all = (await session.run('Get-ScheduledJob')).output as ScheduledJobDefinition[];
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(names((await session.run('Get-ScheduledJob', { id: ids })).output)).toEqual(['A', 'ab', 'b']);
    const missing = await session.run('Get-ScheduledJob', { id: [99, ids[0]] });
    expect([names(missing.output), errorIds(missing)]).toEqual([
      ['A'],
      [expect.stringContaining('ScheduledJobDefinitionNotFoundById')],
    ]);
    expect(errorIds(await session.run('Get-ScheduledJob', { name: 'nobody' }))).toEqual([
      expect.stringContaining('ScheduledJobDefinitionNotFoundByName'),
    ]);
  });

  it.each([
    ['half-written', (whole: string) => whole.slice(0, whole.length / 2)],
    ['empty', () => ''],
    ['of something else', () => '{"format":7}'],
    ['no JSON', () => 'hello'],
    ['without work', (whole: string) => JSON.stringify({ ...(JSON.parse(whole) as object), work: {} })],
  ])('tells of a file that is %s by its path, leaves it, and gives the others', async (_what, broken) => {
    const session = await three();
    const path = join(session.directory, 'ab', 'definition.json');
    const content = broken(await readFile(path, 'utf8'));
    await writeFile(path, content);
    const result = await session.run('Get-ScheduledJob');
    expect(names(result.output)).toEqual(['A', 'b']);
    expect(errorIds(result)).toEqual([expect.stringContaining('CantLoadScheduledJobDefinitionFromStore')]);
    expect(result.errors).toMatchObject([{ targetObject: path, categoryInfo: { category: 'InvalidOperation' } }]);
    expect(result.errors[0]?.toString()).toContain(path);
    expect(await readFile(path, 'utf8')).toBe(content);
    expect(errorIds(await session.run('Get-ScheduledJob', { name: 'ab' }))).toEqual([
      expect.stringContaining('CantLoadScheduledJobDefinitionFromStore'),
    ]);
  });
});

describe('Unregister-ScheduledJob', () => {
  it('removes a definition with its results', async () => {
    const session = await ScheduledSession.create();
    for (const name of ['a', 'b']) await session.register(name);
    await session.start('a');
    const result = await session.run('Unregister-ScheduledJob', { name: 'A' });
    expect([result.hadErrors, await readdir(session.directory)]).toEqual([false, ['b']]);
    expect((await session.run('Get-Job')).output).toEqual([]);
  });

  it('takes definitions from the pipeline', async () => {
    const session = await ScheduledSession.create();
    for (const name of ['a', 'b']) await session.register(name);
    await session.session.pipeline('Get-ScheduledJob').pipe('Unregister-ScheduledJob').run();
    expect(await readdir(session.directory)).toEqual([]);
  });

  it('of one that runs needs -Force, which stops it', async () => {
    const session = await ScheduledSession.create();
    const scriptBlock = ({ signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await session.run('Register-ScheduledJob', { name: 'a', scriptBlock, runNow: true });
    const [job] = session.jobs.adapter.active;
    expect(errorIds(await session.run('Unregister-ScheduledJob', { name: 'a' }))).toEqual([
      expect.stringContaining('CantUnregisterScheduledJobDefinition'),
    ]);
    expect(job?.state).toBe('Running');
    const result = await session.run('Unregister-ScheduledJob', { name: 'a', force: true });
    expect([errorIds(result), job?.state, await readdir(session.directory)]).toEqual([[], 'Stopped', []]);
  });

  it('tells when it cannot, and the definition is still there', async () => {
    const first = await ScheduledSession.create();
    await first.register('a');
    const rename = () => Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS' }));
    const session = await ScheduledSession.create({
      directory: first.directory,
      fileSystem: { ...nodeFileSystem, rename },
    });
    const result = await session.run('Unregister-ScheduledJob', { name: 'a' });
    expect(errorIds(result)).toEqual([expect.stringContaining('UnauthorizedAccessToUnregisterScheduledJobDefinition')]);
    expect(names((await session.run('Get-ScheduledJob')).output)).toEqual(['a']);
  });
});

describe('Disable-ScheduledJob and Enable-ScheduledJob', () => {
  it('switch a definition off and on, for later sessions too', async () => {
    const session = await ScheduledSession.create();
    await session.register('a');
    expect((await session.run('Disable-ScheduledJob', { name: 'a' })).output).toEqual([]);
    const later = await session.restarted();
    expect((await later.run('Get-ScheduledJob')).output).toMatchObject([{ enabled: false }]);
    const result = await later.run('Enable-ScheduledJob', { id: 1, passThru: true });
    expect(result.output).toMatchObject([{ name: 'a', enabled: true }]);
  });
});
