import type { JobSourceAdapter } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { Gate, ManualJob } from '../core/job/manual-job.js';
import { errorIds, JobSession, jobIds } from './job-session.js';

describe('Get-Job', () => {
  it('without jobs writes nothing', async () => {
    const { output, hadErrors } = await (await JobSession.create()).run('Get-Job');
    expect([output, hadErrors]).toEqual([[], false]);
  });

  it('writes the jobs themselves, in order of their ids', async () => {
    const jobs = await JobSession.create();
    const [a, b] = [jobs.done(), jobs.done()];
    const { output } = await jobs.run('gjb');
    expect(output[0]).toBe(a);
    expect(output[1]).toBe(b);
  });

  it('writes top-level jobs only, unless children are asked for', async () => {
    const jobs = await JobSession.create();
    jobs.job().add(new Gate());
    jobs.job();
    expect(jobIds(await jobs.run('Get-Job'))).toEqual([1, 3]);
    expect(jobIds(await jobs.run('Get-Job', { includeChildJob: true }))).toEqual([1, 2, 3]);
    expect(jobIds(await jobs.run('Get-Job', { includeChildJob: false }))).toEqual([1, 3]);
  });

  describe('by id', () => {
    it('finds jobs and children', async () => {
      const jobs = await JobSession.create();
      jobs.job().add(new Gate());
      jobs.job();
      expect(jobIds(await jobs.run('Get-Job', { id: [3, 1] }))).toEqual([1, 3]);
      expect(jobIds(await jobs.run('Get-Job', { id: 2 }))).toEqual([2]);
    });

    it('reports each id that is missing, and writes the others', async () => {
      const jobs = await JobSession.create();
      jobs.done();
      jobs.done();
      const result = await jobs.run('Get-Job', { id: [1, 77, 2, 78] });
      expect(jobIds(result)).toEqual([1, 2]);
      expect(result.state).toBe('Completed');
      expect(result.errors).toMatchObject([
        { targetObject: 77, categoryInfo: { category: 'ObjectNotFound' } },
        { targetObject: 78, categoryInfo: { category: 'ObjectNotFound' } },
      ]);
      expect(errorIds(result)).toEqual(Array(2).fill('JobWithSpecifiedSessionNotFound,jobs.GetJob'));
    });

    it.each([
      [{ id: 'abc' }, 'CannotConvertArgumentNoMessage'],
      [{ id: 1, name: 'a' }, 'AmbiguousParameterSet'],
      [{ name: '' }, 'ParameterArgumentValidationError'],
      [{ filter: {} }, 'ParameterArgumentValidationError'],
      [{ filter: { a: 1 }, includeChildJob: true }, 'AmbiguousParameterSet'],
      [{ instanceId: 'nonsense' }, 'CannotConvertArgumentNoMessage'],
      [{ state: 'Nothing' }, 'CannotConvertArgumentNoMessage'],
      [{ state: 'S' }, 'CannotConvertArgumentNoMessage'],
      [{ state: 11 }, 'CannotConvertArgumentNoMessage'],
      [{ state: '-1' }, 'CannotConvertArgumentNoMessage'],
      [{ state: 1.5 }, 'CannotConvertArgumentNoMessage'],
      [{ whatIf: true }, 'NamedParameterNotFound'],
      [{ asJob: true }, 'NamedParameterNotFound'],
    ])('%j is refused: %s', async (parameters, id) => {
      const jobs = await JobSession.create();
      const result = await jobs.run('Get-Job', parameters);
      expect([result.state, errorIds(result)]).toEqual(['Failed', [`${id},jobs.GetJob`]]);
    });
  });

  describe('by name', () => {
    it.each([
      ['BETA', [3]],
      [
        ['beta', 'alpha'],
        [1, 3],
      ],
      ['a*', [1]],
      ['*', [1, 2, 3]],
      ['unit-?', [2]],
      ['nobody*', []],
    ])('%j finds %j', async (name, expected) => {
      const jobs = await JobSession.create();
      jobs.job('alpha').add(new Gate({ name: 'unit-a' }));
      jobs.job('beta');
      const result = await jobs.run('Get-Job', { name });
      expect([jobIds(result), result.hadErrors]).toEqual([expected, false]);
    });

    it('writes a job twice that two names match', async () => {
      const jobs = await JobSession.create();
      jobs.job('abc');
      expect(jobIds(await jobs.run('Get-Job', { name: ['abc', 'a*'] }))).toEqual([1, 1]);
    });

    it('reports each name that nobody has', async () => {
      const result = await (await JobSession.create()).run('Get-Job', { name: ['nobody', 'noone'] });
      expect(errorIds(result)).toEqual(Array(2).fill('JobWithSpecifiedNameNotFound,jobs.GetJob'));
      expect(result.errors.map(({ targetObject }) => targetObject)).toEqual(['nobody', 'noone']);
    });
  });

  it('by instance id finds jobs and children, and reports what is missing', async () => {
    const jobs = await JobSession.create();
    const child = jobs.job().add(new Gate());
    expect(jobIds(await jobs.run('Get-Job', { instanceId: child.instanceId.toUpperCase() }))).toEqual([2]);
    const missing = '11111111-2222-3333-4444-555555555555';
    const result = await jobs.run('Get-Job', { instanceId: missing });
    expect(errorIds(result)).toEqual(['JobWithSpecifiedInstanceIdNotFound,jobs.GetJob']);
  });

  it.each([
    ['Running', [1]],
    ['complete', [3]],
    ['Failed', [4]],
    ['Blocked', []],
    [2, [3]],
    ['3', [4]],
    [0, []],
    ['Ru', [1]],
  ])('by state %s finds top-level jobs %j', async (state, expected) => {
    const jobs = await JobSession.create();
    jobs.job().add(new Gate());
    jobs.done();
    jobs.job().set('Failed');
    const result = await jobs.run('Get-Job', { state });
    expect([jobIds(result), result.hadErrors]).toEqual([expected, false]);
  });

  it.each([
    ['1 + 1', [1]],
    [' 1 + 1 ', [1]],
    ['* + *', [1, 2]],
    ['3 + 3', []],
  ])('by command %j finds %j', async (command, expected) => {
    const jobs = await JobSession.create();
    jobs.job(undefined, ' 1 + 1 ');
    jobs.job(undefined, '2 + 2');
    expect(jobIds(await jobs.run('Get-Job', { command }))).toEqual(expected);
  });

  it('by filter finds nothing among the jobs of the session', async () => {
    const jobs = await JobSession.create();
    jobs.job('a');
    const result = await jobs.run('Get-Job', { filter: { Name: 'a' } });
    expect([result.output, result.hadErrors]).toEqual([[], false]);
  });

  it.each([
    ['Failed', [1, 2, 3]],
    ['Completed', [1, 3, 4]],
    ['Running', [1, 3]],
  ])('adds only children that are %s; parents stay', async (childJobState, expected) => {
    const jobs = await JobSession.create();
    const bad = jobs.job();
    bad.add({ run: () => Promise.reject(new Error('x')) });
    await bad.finished;
    jobs.job().add({ run: () => {} });
    expect(jobIds(await jobs.run('Get-Job', { childJobState }))).toEqual(expected);
    expect(jobIds(await jobs.run('Get-Job', { childJobState, includeChildJob: true }))).toEqual(expected);
  });

  it('narrows by what is left to receive, children too', async () => {
    const jobs = await JobSession.create();
    jobs.done(1);
    jobs.done();
    expect(jobIds(await jobs.run('Get-Job', { hasMoreData: true }))).toEqual([1]);
    expect(jobIds(await jobs.run('Get-Job', { hasMoreData: false }))).toEqual([2]);
    const parent = jobs.job();
    parent.add({ run: (sink) => void sink.writeObject(1) });
    expect(jobIds(await jobs.run('Get-Job', { hasMoreData: true, includeChildJob: true }))).toEqual([1, 3, 4]);
  });

  it('narrows by the time at which jobs ended', async () => {
    const jobs = await JobSession.create();
    jobs.job();
    jobs.done();
    await jobs.clock.advance(1000);
    const between = new Date(jobs.clock.now());
    await jobs.clock.advance(1000);
    jobs.done();
    const cases = [
      [{ before: between }, [2]],
      [{ after: between }, [3]],
      [{ after: between, before: new Date(jobs.clock.now()) }, []],
      [{ newest: 9 }, [1, 2, 3]],
      [{ newest: 2 }, [1, 3]],
      [{ newest: 0 }, []],
      [{ newest: -1 }, []],
    ] as const;
    for (const [parameters, expected] of cases) {
      expect(jobIds(await jobs.run('Get-Job', parameters)), JSON.stringify(parameters)).toEqual(expected);
    }
  });

  it.each([
    ['Id', { Id: 1 }],
    ['Name', { Name: 'p' }],
  ])('takes the %s of objects from the pipeline', async (_key, record) => {
    const jobs = await JobSession.create();
    jobs.job('p');
    expect(jobIds(await jobs.pipe([record], 'Get-Job'))).toEqual([1]);
  });

  it('takes jobs from the pipeline by their ids', async () => {
    const jobs = await JobSession.create();
    const job = jobs.job('p');
    expect((await jobs.pipe([job], 'Get-Job')).output).toEqual([job]);
  });

  describe('with further sources of jobs', () => {
    const source = (job: ManualJob, failing = ''): JobSourceAdapter => {
      const fail = (method: string): void => {
        if (method === failing) throw new Error(`no to ${method}`);
      };
      return {
        name: 'Scheduler',
        getJobs: (query) => {
          fail('getJobs');
          return query.name === undefined || query.name === job.name ? [job] : [];
        },
        getJobByInstanceId: (instanceId) => {
          fail('getJobByInstanceId');
          return instanceId === job.instanceId ? job : undefined;
        },
        getJobBySessionId: (id) => {
          fail('getJobBySessionId');
          return id === job.id ? job : undefined;
        },
        removeJob: () => false,
      };
    };

    it('looks into them after the session', async () => {
      const jobs = await JobSession.create();
      const own = jobs.done();
      const foreign = new ManualJob({ ids: jobs.ids, name: 'foreign' });
      jobs.manager.register(source(foreign));
      expect((await jobs.run('Get-Job')).output).toEqual([own, foreign]);
      expect((await jobs.run('Get-Job', { name: 'foreign' })).output).toEqual([foreign]);
      expect((await jobs.run('Get-Job', { id: foreign.id })).output).toEqual([foreign]);
      expect((await jobs.run('Get-Job', { instanceId: foreign.instanceId })).output).toEqual([foreign]);
    });

    it.each([
      ['getJobs', {}, [1], ['JobSourceAdapterGetJobsError'], 0],
      ['getJobs', { state: 'Completed' }, [1], [], 1],
      ['getJobs', { name: 'one' }, [], ['JobWithSpecifiedNameNotFound'], 1],
      ['getJobs', { filter: { a: 1 } }, [], [], 1],
      ['getJobBySessionId', { id: 1 }, [1], [], 0],
      ['getJobBySessionId', { id: 9 }, [], ['JobSourceAdapterGetJobError', 'JobWithSpecifiedSessionNotFound'], 0],
      [
        'getJobByInstanceId',
        { instanceId: '11111111-2222-3333-4444-555555555555' },
        [],
        ['JobSourceAdapterGetJobByInstanceIdError', 'JobWithSpecifiedInstanceIdNotFound'],
        0,
      ],
    ])('whose %s fails, %j still finds %j', async (failing, parameters, found, errors, warnings) => {
      const jobs = await JobSession.create();
      jobs.done();
      jobs.manager.register(source(new ManualJob({ ids: jobs.ids, name: 'one' }), failing));
      const result = await jobs.run('Get-Job', parameters);
      expect([result.state, jobIds(result), errorIds(result)]).toEqual([
        'Completed',
        found,
        errors.map((id) => `${id},jobs.GetJob`),
      ]);
      expect(result.warnings.map(String)).toEqual(
        Array(warnings).fill(expect.stringContaining(`Scheduler job source adapter threw`)),
      );
    });
  });
});
