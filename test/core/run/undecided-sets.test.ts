import { Cmdlet, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { expect, it, onTestFinished } from 'vitest';

@Cmdlet('Select', 'Part', { defaultParameterSetName: 'First' })
class SelectPart extends PSCmdlet<string> {
  @Parameter({ valueFromPipeline: true, type: Object }) inputObject: unknown;
  @Parameter({ parameterSetName: 'First' }) first = '';
  @Parameter({ parameterSetName: 'Last' }) last = '';
  @Parameter({ parameterSetName: 'Last', mandatory: true }) count = 0;

  override *processRecord(): Iterable<string> {
    yield `${this.parameterSetName} ${this.inputObject}`;
  }
}

it('Records that cannot choose a parameter set are all bound in the default one', async () => {
  const session = await Session.create();
  onTestFinished(() => session.dispose());
  const records = Array.from({ length: 20 }, (_, index) => (index === 7 ? null : index));
  const output = await session.from(records).pipe(SelectPart, {});
  expect(output).toEqual(records.map((record) => `First ${record}`));
});
