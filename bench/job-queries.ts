import { Cmdlet, type Job, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { GetJob } from '@cmdlet/jobs';
import { type Measure, medians } from './measure.js';

@Cmdlet('Get', 'Short')
class GetShort extends PSCmdlet<number> {
  @Parameter() number = 1;
  override processRecord(): void {
    void this.writeObject(this.number);
  }
}

const FEW = 100;
const MANY = 10_000;
const LOOK_UPS = 200;
/** Many, for each is short. */
const ROUNDS = 25;

/**
 * What `Get-Job` costs among 10,000 jobs against 100: a look-up of one job by id or name, and per job that is found by
 * state. Each job has a child, every tenth a name of its own.
 */
export async function jobQueryMeasures(): Promise<Measure[]> {
  const few = await JobsOfSession.create(FEW);
  const many = await JobsOfSession.create(MANY);
  const measures: Measure[] = [];
  for (const by of ['id', 'child id', 'name', 'default name'] as const) {
    const times = await medians({ few: () => few.lookUp(by), many: () => many.lookUp(by) }, ROUNDS);
    const note = `${((times.many * 1000) / LOOK_UPS).toFixed(0)} µs each`;
    measures.push({
      name: `Get-Job by ${by}: 10,000 jobs / 100`,
      ratio: times.many / times.few,
      goal: 2,
      direction: 'at most',
      note,
    });
  }
  const times = await medians({ few: () => few.byState(MANY / FEW), many: () => many.byState(1) }, ROUNDS);
  measures.push({
    name: 'Get-Job by state, per job: 10,000 jobs / 100',
    ratio: times.many / times.few,
    goal: 2,
    direction: 'at most',
    note: `${times.many.toFixed(1)} ms for 10,000`,
  });
  await few.session.dispose();
  await many.session.dispose();
  return measures;
}

class JobsOfSession {
  static async create(count: number): Promise<JobsOfSession> {
    // Without the other cmdlets there is no source of jobs but the session itself, and no disk is read.
    const session = await Session.create({ packs: [{ name: 'queries', cmdlets: [GetJob] }] });
    const jobs: Job[] = [];
    for (let number = 0; number < count; number++) {
      const jobName = number % 10 === 0 ? `Named${number}` : undefined;
      jobs.push(await session.invoke(GetShort, { number, asJob: true, ...(jobName && { jobName }) }));
    }
    await Promise.all(jobs.map(({ finished }) => finished));
    return new JobsOfSession(session, jobs);
  }

  private constructor(
    readonly session: Session,
    private readonly jobs: readonly Job[],
  ) {}

  /** Gets jobs one by one, spread over all of them. */
  async lookUp(by: 'id' | 'child id' | 'name' | 'default name'): Promise<void> {
    for (let look = 0; look < LOOK_UPS; look++) {
      const tenth = Math.floor((look * 7919) % (this.jobs.length / 10)) * 10;
      const job = this.jobs[by === 'name' ? tenth : tenth + 3] as Job;
      const [found, ...more] = await this.session.invoke(GetJob, keyOf(job, by));
      const wanted = by === 'child id' ? job.childJobs[0] : job;
      if (found !== wanted || more.length > 0) throw new Error(`Get-Job by ${by} did not find job ${job.id}.`);
    }
  }

  async byState(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      const found = await this.session.invoke(GetJob, { state: 'Completed' });
      if (found.length !== this.jobs.length) throw new Error(`Get-Job found ${found.length} jobs.`);
    }
  }
}

function keyOf(job: Job, by: string): { id: number[] } | { name: string[] } {
  if (by === 'id') return { id: [job.id] };
  return by === 'child id' ? { id: [job.childJobs[0]?.id ?? 0] } : { name: [job.name] };
}
