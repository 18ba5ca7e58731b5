import {
  Cmdlet,
  CmdletException,
  Job,
  JobIdCounter,
  type JobInit,
  JobManager,
  type JobState,
  type JobWork,
  Parameter,
  PSCmdlet,
} from '@cmdlet/core';
import { ContainerParentJob } from '@cmdlet/jobs';
import { GoldenJob } from '../../replay/jobs/golden-job.js';
import type { JobPorts } from '../../replay/jobs/job-port.js';
import type { JobScript } from '../../replay/jobs/job-script.js';

/** Parent of the fixture `sdk-sample`: one child per name. */
class SampleJob extends Job<string> {
  constructor(init: JobInit) {
    super({ ...init, psJobTypeName: 'SampleJob', location: 'inproc' });
  }

  protected override async run(work: JobWork<string, string>): Promise<void> {
    const names = work.expectingInput === true ? work.input : [work.parameters['name'] as string[]].flat();
    for await (const name of names) {
      this.startChild({ name: `unit-${name}`, run: (sink) => work.invoke(undefined, sink, { name: [name] }) });
    }
  }
}

/** Command of the fixture `sdk-sample`. */
@Cmdlet('Get', 'GoldenText', { job: SampleJob })
class GetGoldenText extends PSCmdlet<string> {
  @Parameter({ position: 0, mandatory: true, valueFromPipeline: true, type: [String] }) name!: string[];

  override beginProcessing(): void {
    if (!this.name?.includes('forbidden')) return;
    throw new CmdletException('forbidden', { errorId: 'Forbidden', category: 'InvalidArgument', target: 'forbidden' });
  }

  override async processRecord(): Promise<void> {
    for (const name of this.name) {
      if (name === 'soft') {
        const facts = { errorId: 'Soft', category: 'InvalidData', target: name } as const;
        await this.writeError(new CmdletException(`soft ${name}`, facts).errorRecord);
      } else await this.writeObject(`text of ${name}`);
    }
  }
}

async function withSample(g: JobScript): Promise<void> {
  await g.session.import({ name: 'sample', cmdlets: [GetGoldenText] });
}

/** A container of jobs that are set from outside. */
function container(g: JobScript, ...names: readonly string[]): { parent: ContainerParentJob; children: GoldenJob[] } {
  const ids = g.session.resolve(JobIdCounter);
  const parent = new ContainerParentJob({
    ids,
    name: 'container',
    command: 'container command',
    psJobTypeName: 'GoldenContainer',
  });
  const children = names.map((name) => new GoldenJob({ ids, name, command: 'c', location: 'source' }, parent));
  for (const child of children) parent.addChildJob(child);
  return { parent, children };
}

/** Brings a job to a state on a way that the table of states allows. */
function reach(job: GoldenJob, state: JobState): void {
  if (state === 'NotStarted') return;
  job.set('Running');
  if (state !== 'Running') job.set(state);
}

/** The source of the fixture `sdk-adapter`, which throws where it is told to. */
function adapterOf(g: JobScript, jobs: Job[], throwsOn = ''): void {
  const refuse = (what: string): void => {
    if (throwsOn === what) throw new Error(`adapter says no to ${what}`);
  };
  g.session.resolve(JobManager).register({
    name: 'GoldenAdapter',
    getJobs: ({ name, state }) => {
      refuse(name === undefined ? (state === undefined ? 'GetJobs' : 'GetJobsByState') : 'GetJobsByName');
      return jobs.filter(
        (job) => (name === undefined || job.name === name) && (state === undefined || job.state === state),
      );
    },
    getJobByInstanceId: (instanceId) => jobs.find((job) => job.instanceId === instanceId),
    getJobBySessionId: (id) => {
      refuse('GetJobBySessionId');
      return jobs.find((job) => job.id === id);
    },
    removeJob: (job) => {
      refuse('RemoveJob');
      const index = jobs.indexOf(job);
      if (index >= 0) jobs.splice(index, 1);
      return index >= 0;
    },
  });
}

function sourceJob(g: JobScript): GoldenJob {
  return new GoldenJob({
    ids: g.session.resolve(JobIdCounter),
    name: 'one',
    command: 'the command',
    location: 'source',
    psJobTypeName: 'GoldenSource',
  });
}

export const sdkPorts: JobPorts = {
  'sd-inline-errors': async (g) => {
    await withSample(g);
    await g.pipe('Get-GoldenText', { name: ['a', 'soft', 'b'] });
  },
  'sd-asjob-written-before-the-end': async (g) => {
    await withSample(g);
    const order: string[] = [];
    function* records() {
      for (const each of [1, 2, 3]) {
        order.push(`in${each}`);
        yield `u${each}`;
      }
    }
    const process = (job: unknown) => {
      order.push('job');
      return job;
    };
    const [job] = await g.session
      .from(records())
      .pipe('Get-GoldenText', { asJob: true })
      .pipe('ForEach-Object', { process });
    g.write(...order);
    await g.wait(job as Job);
  },
  'sd-asjob-parameter-error-is-inline': async (g) => {
    await withSample(g);
    await g.pipe('Get-GoldenText', { name: 'forbidden', asJob: true });
    g.write((await g.run('Get-Job')).length);
  },
  'sd-asjob-remove-and-receive-wait': async (g) => {
    await withSample(g);
    const [job] = await g.run('Get-GoldenText', { name: 'a', asJob: true });
    await g.pipe('Receive-Job', { job, wait: true, autoRemoveJob: true });
    g.write((await g.run('Get-Job')).length);
  },
  'sd-adapter-remove-running': async (g) => {
    const job = sourceJob(g).set('Running');
    adapterOf(g, [job]);
    await g.quietly('Remove-Job', { job });
    g.write(g.lastErrors[0]?.errorId);
    await g.run('Remove-Job', { job, force: true });
    g.write(job.state, (await g.run('Get-Job')).length);
  },
  'sd-adapter-throws-on-name': async (g) => {
    adapterOf(g, [sourceJob(g)], 'GetJobsByName');
    await g.pipe('Get-Job', { name: 'one' });
    await g.pipe('Remove-Job', { name: 'one' });
  },
  'sd-adapter-throws-on-id': async (g) => {
    adapterOf(g, [sourceJob(g)], 'GetJobBySessionId');
    const job = await g.doneThread(() => undefined, { name: 'tj' });
    g.write(...(await g.run('Get-Job', { id: job.id })).map((each) => (each as Job).name));
  },
  'sd-adapter-throws-on-state': async (g) => {
    adapterOf(g, [], 'GetJobsByState');
    await g.pipe('Get-Job', { state: 'Completed' });
  },
  'sd-adapter-throws-on-remove': async (g) => {
    const job = sourceJob(g).set('Running').set('Completed');
    adapterOf(g, [job], 'RemoveJob');
    await g.pipe('Remove-Job', { job });
    g.write((await g.run('Get-Job')).length);
  },
  'sd-adapter-receive': async (g) => {
    const job = sourceJob(g).set('Running');
    void job.out.writeObject(1);
    job.set('Completed');
    adapterOf(g, [job]);
    await g.pipe('Receive-Job', { name: 'one' });
  },
  'sd-adapter-table': async (g) => {
    adapterOf(g, [sourceJob(g)]);
    const jobs = await g.run('Get-Job');
    g.write(...jobs);
    await g.draw(jobs);
  },
  'sd-container-empty': async (g) => {
    const { parent } = container(g);
    g.write(
      parent.childJobs.length,
      parent.state,
      `[${parent.location}]`,
      `[${parent.statusMessage}]`,
      parent.hasMoreData,
    );
    g.write(parent.psJobTypeName, parent.name, parent.command);
    await parent.startJob().catch((error: Error) => g.write(error.name, error.message));
  },
  'sd-container-state-rules': (g) => {
    const pairs = [
      'Running+Running',
      'Completed+Completed',
      'Completed+Failed',
      'Failed+Stopped',
      'Completed+Stopped',
      'Running+Failed',
      'Suspended+Suspended',
      'Suspended+Completed',
      'Suspended+Running',
      'Suspending+Completed',
      'Suspending+Suspended',
      'Running+Blocked',
      'Blocked+Blocked',
      'Disconnected+Disconnected',
      'NotStarted+Completed',
      'Stopping+Completed',
    ];
    for (const pair of pairs) {
      const { parent, children } = container(g, 'a', 'b');
      const [first, second] = pair.split('+') as [JobState, JobState];
      if (children[0] !== undefined) reach(children[0], first);
      if (children[1] !== undefined) reach(children[1], second);
      g.write(`${pair} = ${parent.state}`);
    }
  },
  'sd-container-event-sequence': (g) => {
    const {
      parent,
      children: [a, b],
    } = container(g, 'a', 'b');
    const log = g.log([parent, 'container']);
    a?.set('Running');
    b?.set('Running');
    a?.set('Suspended');
    b?.set('Suspended');
    a?.set('Running');
    a?.set('Completed');
    b?.set('Running').set('Completed');
    g.write(...log.lines, parent.state, parent.psBeginTime !== undefined, parent.psEndTime !== undefined);
  },
  'sd-container-blocked-child-finishes': (g) => {
    const {
      parent,
      children: [a, b],
    } = container(g, 'a', 'b');
    const log = g.log([parent, 'container']);
    a?.set('Running');
    b?.set('Running');
    a?.set('Blocked').set('Completed');
    b?.set('Completed');
    g.write(...log.lines, parent.state);
  },
  'sd-container-add-running-child': (g) => {
    const { parent } = container(g);
    const child = new GoldenJob({ ids: g.session.resolve(JobIdCounter), name: 'k', command: 'c' }, parent).set(
      'Running',
    );
    parent.addChildJob(child);
    g.write(parent.state);
  },
};
