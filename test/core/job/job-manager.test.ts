import { describe, expect, it } from 'vitest';
import { Job } from '../../../packages/core/src/job/job.js';
import { JobDefinition } from '../../../packages/core/src/job/job-definition.js';
import { JobIdCounter } from '../../../packages/core/src/job/job-id-counter.js';
import { JobInvocationInfo } from '../../../packages/core/src/job/job-invocation-info.js';
import { JobManager } from '../../../packages/core/src/job/job-manager.js';
import type { JobSourceAdapter, SourceJob } from '../../../packages/core/src/job/job-source-adapter.js';

const ids = new JobIdCounter();

class QueueJob extends Job {
  async startJob(): Promise<void> {}
}

/** A source that makes jobs of whatever it is given, and has stored the definitions with some names. */
class QueueAdapter implements JobSourceAdapter {
  readonly persisted: Job[] = [];
  readonly asked: unknown[] = [];

  constructor(
    readonly name: string,
    readonly typeName: string,
    private readonly stored: readonly string[] = [],
  ) {}

  getJobs = () => [];
  getJobByInstanceId = () => undefined;
  getJobBySessionId = () => undefined;
  removeJob = () => false;

  newJob({ name, command }: JobInvocationInfo): SourceJob {
    return new QueueJob({ ids, name, command });
  }

  newJobFromStore(name: string, path: string | undefined): SourceJob | undefined {
    this.asked.push([name, path]);
    return this.stored.includes(name) ? new QueueJob({ ids, name, location: this.name }) : undefined;
  }

  persistJob(job: Job): void {
    this.persisted.push(job);
  }
}

/** Only shows jobs. */
const viewer: JobSourceAdapter = {
  name: 'Viewer',
  getJobs: () => [],
  getJobByInstanceId: () => undefined,
  getJobBySessionId: () => undefined,
  removeJob: () => false,
};

const definition = new JobDefinition({ name: 'nm', command: 'cmd', jobSourceAdapterTypeName: 'QUEUE' });

describe('a definition of a job', () => {
  it('has a name, a command, a type of source and an instance id of its own', () => {
    expect(definition).toMatchObject({ name: 'nm', command: 'cmd', jobSourceAdapterTypeName: 'QUEUE', moduleName: '' });
    expect(definition.instanceId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is started with a name, a command and parameters', () => {
    const info = new JobInvocationInfo(definition, { a: 1 });
    expect([info.name, info.command, info.parameters, info.definition]).toEqual(['', 'cmd', [{ a: 1 }], definition]);
    info.command = 'other';
    expect([info.command, new JobInvocationInfo(definition, [{}, {}]).parameters.length]).toEqual(['other', 2]);
    expect(() => {
      info.name = null as never;
    }).toThrow(expect.objectContaining({ errorId: 'ArgumentNull', category: 'InvalidArgument' }));
  });
});

describe('the manager of job sources', () => {
  it('makes a job by the source whose type a definition names, in any case', async () => {
    const manager = new JobManager();
    manager.register(viewer);
    manager.register(new QueueAdapter('The queue', 'Queue'));
    const job = await manager.newJob(definition);
    expect([job.name, job.command, job.state]).toEqual(['nm', 'cmd', 'NotStarted']);
    const info = new JobInvocationInfo(definition);
    info.name = 'other';
    expect((await manager.newJob(info)).name).toBe('other');
  });

  it.each([
    ['of a type that nobody registered', 'Other', 'Other'],
    ['that makes no jobs', 'Viewer', 'Viewer'],
  ])('refuses a definition for a source %s', async (_what, jobSourceAdapterTypeName, target) => {
    const manager = new JobManager();
    manager.register(viewer);
    const refused = manager.newJob(
      new JobDefinition({ name: 'n', command: '', jobSourceAdapterTypeName, moduleName: 'p' }),
    );
    await expect(refused).rejects.toMatchObject({
      errorId: 'JobSourceAdapterNotFound',
      category: 'InvalidOperation',
      target,
      message: expect.stringMatching(/Registered: Viewer\. Import the pack p first\./) as string,
    });
  });

  it.each([[null], [undefined], [{ definition: null }]])('refuses %j', async (nothing) => {
    await expect(new JobManager().newJob(nothing as never)).rejects.toMatchObject({ errorId: 'ArgumentNull' });
  });

  it('lets the source store a job, if it stores any', async () => {
    const manager = new JobManager();
    const queue = new QueueAdapter('The queue', 'Queue');
    manager.register(queue);
    manager.register(viewer);
    const job = await manager.newJob(definition);
    await manager.persistJob(job, definition);
    expect(queue.persisted).toEqual([job]);
    await manager.persistJob(job, new JobDefinition({ name: 'n', command: '', jobSourceAdapterTypeName: 'viewer' }));
    const unknown = new JobDefinition({ name: 'n', command: '', jobSourceAdapterTypeName: 'x' });
    await expect(manager.persistJob(job, unknown)).rejects.toMatchObject({ errorId: 'JobSourceAdapterNotFound' });
  });

  describe('starting a stored definition', () => {
    const sources = () => {
      const manager = new JobManager();
      const adapters = [new QueueAdapter('One', 'PSOne', ['a', 'b']), new QueueAdapter('Two', 'PSTwo', ['b'])];
      manager.register(viewer);
      for (const adapter of adapters) manager.register(adapter);
      return { manager, adapters };
    };

    it.each([
      ['a', undefined, ['One']],
      ['b', undefined, ['One', 'Two']],
      ['b', 'Two', ['Two']],
      ['b', 'pstwo', ['Two']],
      ['b', 'PS*', ['One', 'Two']],
      ['b', 'Viewer', []],
      ['c', undefined, []],
    ])('asks for %s the sources of the type %s: %j', async (name, type, expected) => {
      const jobs = await sources().manager.getJobToStart(name, undefined, type);
      expect(jobs.map(({ location }) => location)).toEqual(expected);
    });

    it('tells where it is stored', async () => {
      const { manager, adapters } = sources();
      await manager.getJobToStart('a', '/somewhere', 'One');
      expect(adapters.map(({ asked }) => asked)).toEqual([[['a', '/somewhere']], []]);
    });

    it('fails with what a source threw only if no other has it', async () => {
      const { manager } = sources();
      const broken = new QueueAdapter('Broken', 'Broken');
      broken.newJobFromStore = () => {
        throw new Error('disk');
      };
      manager.register(broken);
      expect(await manager.getJobToStart('a')).toHaveLength(1);
      await expect(manager.getJobToStart('c')).rejects.toThrow('disk');
    });
  });

  describe('ids that are used again', () => {
    it('are those that a job and its children had', () => {
      const manager = new JobManager();
      const job = new QueueJob({ ids });
      manager.storeJobIdForReuse(job);
      const identifier = manager.retrieveJobIdForReuse(job.instanceId.toUpperCase());
      expect(identifier?.id).toBe(job.id);
      const successor = new QueueJob({ ids, identifier });
      expect([successor.id, successor.instanceId.toLowerCase()]).toEqual([job.id, job.instanceId]);
      expect(manager.retrieveJobIdForReuse('11111111-2222-3333-4444-555555555555')).toBeUndefined();
    });

    it.each([0, -1, 1.5, 4])('must have been given: %d was not', (id) => {
      const counter = new JobIdCounter();
      for (let count = 0; count < 3; count++) counter.next();
      expect(() => new QueueJob({ ids: counter, identifier: { id, instanceId: 'x' } })).toThrow(
        expect.objectContaining({ errorId: 'JobIdNotYetAssigned', category: 'InvalidArgument', target: id }),
      );
      expect(counter.next()).toBe(4);
    });
  });
});
