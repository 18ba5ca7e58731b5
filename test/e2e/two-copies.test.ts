/**
 * A process may hold two copies of the core: two are installed, or one is in a bundle. Here they are the ESM build, which
 * bundlers take, and the CJS build.
 */
import * as cjs from '@cmdlet/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Core = typeof cjs;
const esm = (await import(new URL('../../packages/core/dist/index.js', import.meta.url).href)) as Core;

it('There are two copies', () => {
  expect(cjs.Session).not.toBe(esm.Session);
});

describe.each<[string, Core, Core]>([
  ['ESM', esm, cjs],
  ['CJS', cjs, esm],
])('To the copy for %s', (_, own, other) => {
  it('records of the other copy are records', () => {
    expect(own.ErrorRecord.is(new other.ErrorRecord(new Error('x'), 'X', 'InvalidData'))).toBe(true);
    expect(own.InformationRecord.is(new other.InformationRecord('x', 'y', []))).toBe(true);
    expect(own.PipelineStoppedException.is(new other.PipelineStoppedException())).toBe(true);
    expect(own.containsErrorRecord(new other.InvalidOperationException('x'))).toBe(true);
  });

  it('a job of the other copy is a job, but none of a class of its own', () => {
    class OwnJob extends own.Job {}
    class OtherJob extends other.Job {}
    const job = new OtherJob({ ids: new other.JobIdCounter() });
    expect([job instanceof own.Job, job instanceof OtherJob, job instanceof OwnJob]).toEqual([true, true, false]);
    expect([{} instanceof own.Job, new own.Job({ ids: new own.JobIdCounter() }) instanceof OwnJob]).toEqual([
      false,
      false,
    ]);
  });

  it('a class that the other decorated is a cmdlet', () => {
    const { name, parameters } = own.metadataOf(decorated(other));
    expect([name, parameters[0]?.name, parameters[0]?.type.name]).toEqual(['Get-Square', 'Number', 'int']);
    expect(own.metadataOf(defined(other)).name).toBe('Test-Talk');
  });
});

describe.each<[string, Core, Core]>([
  ['an ESM session, a CJS pack', esm, cjs],
  ['a CJS session, an ESM pack', cjs, esm],
])('With %s', (_, own, other) => {
  let session: cjs.Session;
  beforeAll(async () => {
    const pack = other.definePack({ name: 'other', cmdlets: [decorated(other), defined(other)] });
    session = await own.Session.create({ packs: [pack] });
  });
  afterAll(() => session.dispose());

  it('commands run, bind, and fail with their ids', async () => {
    expect(await session.from([1, '2', 3]).pipe('Get-Square')).toEqual([1, 4, 9]);
    await expect(session.invoke('Get-Square', { number: 400 })).rejects.toMatchObject({
      errorId: 'ParameterArgumentValidationError',
    });
  });

  it('commands write to all streams, and their errors are recognised', async () => {
    const result = await session.pipeline('Test-Talk', { fail: true, verbose: true }).run();
    expect(result.output).toEqual(['out']);
    expect(result.verbose.map(({ message }) => message)).toEqual(['more']);
    expect(result.errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual(['Bad,other.Talk']);
    expect(result.failure?.fullyQualifiedErrorId).toBe('InvalidOperation,other.Talk');
  });

  it('commands get the services of the session, the session itself too', async () => {
    expect(await session.invoke('Test-Talk', { nested: true })).toEqual(['out', 16]);
  });

  it('commands run as jobs, which can be stopped', async () => {
    const [job] = (await session.invoke('Get-Square', { number: 5, asJob: true })) as [cjs.Job];
    await job.finished;
    expect([job.state, job.output]).toEqual(['Completed', [25]]);
    const [waiting] = (await session.invoke('Test-Talk', { wait: true, asJob: true })) as [cjs.Job];
    await waiting.stop();
    expect(waiting.state).toBe('Stopped');
  });
});

function decorated({ Cmdlet, Int32, Parameter, PSCmdlet, ValidateRange }: Core) {
  @Cmdlet('Get', 'Square')
  class GetSquare extends PSCmdlet<number> {
    @ValidateRange(0, 99) @Parameter({ mandatory: true, valueFromPipeline: true, type: Int32 }) number!: number;
    override processRecord(): void {
      void this.writeObject(this.number ** 2);
    }
  }
  return GetSquare;
}

function defined({ defineCmdlet, ErrorRecord, inject, InvalidOperationException, Session, Switch }: Core) {
  return defineCmdlet({
    verb: 'Test',
    noun: 'Talk',
    className: 'Talk',
    parameters: {
      fail: { type: Switch },
      nested: { type: Switch },
      wait: { type: Switch },
      session: { type: Object, default: () => inject(Session) },
    },
    async process() {
      await this.writeObject('out');
      await this.writeVerbose('more');
      if (this.nested) {
        const inner = (this.session as cjs.Session).nested(this).pipeline('Get-Square', { number: 4 });
        await this.writeObject(await inner.single());
      }
      if (this.wait) await new Promise<void>((resolve) => this.stopping.addEventListener('abort', () => resolve()));
      if (!this.fail) return;
      await this.writeError(new ErrorRecord(new Error('bad'), 'Bad', 'InvalidData'));
      throw new InvalidOperationException('worse');
    },
  });
}
