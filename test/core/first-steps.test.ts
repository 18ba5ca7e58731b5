import { Alias, Cmdlet, Parameter, PSCmdlet, Session, ValidateRange } from '@cmdlet/core';
import { afterEach, beforeEach, expect, it } from 'vitest';

@Cmdlet('Get', 'Square')
class GetSquare extends PSCmdlet<number> {
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true }) @ValidateRange(0, 100) number!: number;
  override processRecord(): void {
    this.writeObject(this.number ** 2);
  }
}
@Cmdlet('Select', 'Even')
class SelectEven extends PSCmdlet<{ id: number }> {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Object }) inputObject!: { id: number };
  @Alias('Key')
  @ValidateRange(0, 1e9)
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true })
  id!: number;
  override async processRecord(): Promise<void> {
    if (this.id % 2 === 0) await this.writeObject(this.inputObject);
  }
}

let session: Session;
beforeEach(async () => {
  session = await Session.create();
});
afterEach(() => session.dispose());

it('A cmdlet runs inline and gives its output as a list', async () => {
  expect(await session.invoke(GetSquare, { number: 3 })).toEqual([9]);
});

it('A value that fails its validation ends a call', async () => {
  await expect(session.invoke(GetSquare, { number: 400 })).rejects.toMatchObject({
    errorId: 'ParameterArgumentValidationError',
  });
});

it('In a pipeline, a record that cannot be bound is an error and the others go on', async () => {
  const result = await session.from([1, 2, 3, 'x', 1000]).pipe(GetSquare).run();
  expect(result.output).toEqual([1, 4, 9]);
  expect(result.errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
    'InputObjectNotBound,GetSquare',
    'ParameterArgumentValidationError,GetSquare',
  ]);
});

it('Properties of a record are bound by name, by alias and ignoring case', async () => {
  const records = [{ id: 1 }, { id: 2 }, { key: 4 }, { ID: 6 }];
  expect(await session.from(records).pipe(SelectEven).toArray()).toEqual([{ id: 2 }, { key: 4 }, { ID: 6 }]);
});

it('A cmdlet runs as a job, which is running at once and holds the output when it has finished', async () => {
  const job = await session.invoke(GetSquare, { number: 4, asJob: true });
  expect(job.state).toBe('Running');
  await job.finished;
  expect(job.output).toEqual([16]);
});
