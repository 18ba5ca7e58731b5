import { bindCall, Cmdlet, type CommandArgument, Parameter, PSCmdlet, Session, ValidateRange } from '@cmdlet/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let log: string[];
let session: Session;
beforeEach(async () => {
  log = [];
  session = await Session.create({ defaultParameterValues: { 'Get-Place:Zoom': 5 } });
});
afterEach(() => session.dispose());

@Cmdlet('Get', 'Place', { defaultParameterSetName: 'City' })
class GetPlace extends PSCmdlet<string> {
  @Parameter({ parameterSetName: 'City', mandatory: true, position: 0, valueFromPipeline: true }) city!: string;
  @Parameter({ parameterSetName: 'Coordinates', mandatory: true }) @ValidateRange(-90, 90) latitude!: number;
  @Parameter() zoom = 1;

  override beginProcessing(): void {
    log.push('begin');
  }
  override processRecord(): void {
    log.push('process');
  }
  override dispose(): void {
    log.push('dispose');
  }
}

const word = (value: unknown): CommandArgument => ({ value, hasValue: true });
const name = (text: string): CommandArgument => ({ name: text, hasValue: false });

describe('bindCall', () => {
  it('tells the set, the values and the cmdlet that has them, and runs no step', async () => {
    {
      await using call = bindCall(session, GetPlace, [name('lat'), word('60')]);
      expect([call.command.name, call.parameterSetName]).toEqual(['Get-Place', 'Coordinates']);
      expect(call.boundParameters).toEqual({ Latitude: 60, Zoom: 5 });
      expect(call.cmdlet).toMatchObject({ latitude: 60, zoom: 5 });
    }
    expect(log).toEqual(['dispose']);
  });

  it('binds one record in place of the other', async () => {
    await using call = bindCall(session, GetPlace, [], true);
    expect(call.bindRecord('Oslo')).toBeUndefined();
    expect(call.boundParameters).toEqual({ City: 'Oslo', Zoom: 5 });
    expect(call.bindRecord('Rome')).toBeUndefined();
    expect(call.boundParameters).toEqual({ City: 'Rome', Zoom: 5 });
    expect(call.bindRecord(null)).toMatchObject({
      fullyQualifiedErrorId: expect.stringContaining(',GetPlace') as string,
    });
  });

  it.each<[string, CommandArgument[], string]>([
    ['nothing', [], 'MissingMandatoryParameter,GetPlace'],
    ['a value that is refused', [name('Latitude'), word(99)], 'ParameterArgumentValidationError,GetPlace'],
    ['a name that is unknown', [name('Town'), word('x')], 'NamedParameterNotFound,GetPlace'],
  ])('throws for %s, asks nobody, and disposes the cmdlet', async (_title, given, id) => {
    const asking = await Session.create({ host: { prompt: () => Promise.reject(new Error('asked')) } });
    let thrown: unknown;
    try {
      bindCall(asking, GetPlace, given);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ errorRecord: { fullyQualifiedErrorId: id } });
    expect(log).toEqual(['dispose']);
    await asking.dispose();
  });
});
