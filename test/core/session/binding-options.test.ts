import { Cmdlet, Int32, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';

@Cmdlet('Get', 'Count')
class GetCount extends PSCmdlet<number> {
  @Parameter({ type: Int32 }) count = 1;

  override *processRecord() {
    yield this.count;
  }
}

async function outcome(binding: object | undefined, parameters: Readonly<Record<string, unknown>>) {
  const session = await Session.create({
    packs: [{ name: 'counts', cmdlets: [GetCount] }],
    ...(binding === undefined ? {} : { binding }),
  });
  const { output, failure } = await session.pipeline('Get-Count', parameters).run();
  await session.dispose();
  return failure?.errorId ?? output;
}

describe('How a session binds', () => {
  it.each([
    ['takes abbreviations', undefined, { cou: 3 }, [3]],
    ['refuses them where it is strict', { strict: true }, { cou: 3 }, 'NamedParameterNotFound'],
    ['refuses fractions for whole numbers', undefined, { count: 2.5 }, 'CannotConvertArgumentNoMessage'],
    ['rounds them as PowerShell where that is wanted', { historical: { conversion: true } }, { count: 2.5 }, [2]],
  ])('%s', async (_, binding, parameters, expected) => {
    expect(await outcome(binding, parameters)).toEqual(expected);
  });
});
