import { Alias, Cmdlet, Int32, inject, Parameter, PSCmdlet, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';

@Alias('gf')
@Cmdlet('Get', 'Forecast')
class GetForecast extends PSCmdlet<string> {
  @Parameter({ position: 0, mandatory: true }) city!: string;
  @Parameter({ type: Int32, valueFromPipeline: true }) days = 1;
  override processRecord(): void {
    void this.writeObject(`${this.city} ${this.days}`);
  }
}

@Cmdlet('Get', 'Inner')
class GetInner extends PSCmdlet<string> {
  private readonly session = inject(Session);
  override async processRecord(): Promise<void> {
    for await (const line of this.session.nested(this).pipeline(GetForecast)) await this.writeObject(line);
  }
}

const table = { 'Get-Forecast:City': 'Oslo', 'g*:days': 3 };

describe('Default values of the user', () => {
  it('fill what a call leaves out', async () => {
    const session = await Session.create({ defaultParameterValues: table });
    expect(await session.invoke(GetForecast)).toEqual(['Oslo 3']);
    expect(await session.invoke(GetForecast, { city: 'Rome', days: 2 })).toEqual(['Rome 2']);
  });

  it('lose against pipeline input', async () => {
    const session = await Session.create({ defaultParameterValues: table });
    expect(await session.from([7]).pipe(GetForecast)).toEqual(['Oslo 7']);
  });

  it('are those of the variable, which may be changed, replaced and removed', async () => {
    const session = await Session.create({ defaultParameterValues: { ...table } });
    const held = session.variables.get('psdefaultparametervalues') as Record<string, unknown>;
    held['Get-Forecast:City'] = 'Bergen';
    expect(await session.invoke(GetForecast)).toEqual(['Bergen 3']);
    session.variables.set('PSDefaultParameterValues', new Map([['gf:City', 'Paris']]));
    expect(await session.invoke(GetForecast)).toEqual(['Paris 1']);
    session.variables.remove('PSDefaultParameterValues');
    await expect(session.invoke(GetForecast)).rejects.toMatchObject({ errorId: 'MissingMandatoryParameter' });
  });

  it('may be given as a variable, for one run too', async () => {
    const session = await Session.create({ variables: { PSDefaultParameterValues: table } });
    expect(await session.invoke(GetForecast)).toEqual(['Oslo 3']);
    const other = await Session.create({ variables: { PSDefaultParameterValues: { 'gf:city': 'Rome' } } });
    const { variables } = other;
    expect(await session.invoke(GetForecast, {}, { variables })).toEqual(['Rome 1']);
  });

  it('hold for commands that a cmdlet calls', async () => {
    const session = await Session.create({ defaultParameterValues: table });
    expect(await session.invoke(GetInner)).toEqual(['Oslo 3']);
  });

  it('do not hold when they are switched off', async () => {
    const session = await Session.create({ defaultParameterValues: { ...table, Disabled: true } });
    expect(await session.invoke(GetForecast, { city: 'Rome' })).toEqual(['Rome 1']);
  });

  it.each([null, 5, 'Get-Forecast:City'])('are none if the variable holds %j', async (value) => {
    const session = await Session.create({ variables: { PSDefaultParameterValues: value } });
    expect(await session.invoke(GetForecast, { city: 'Rome' })).toEqual(['Rome 1']);
  });

  it('warn of keys that mean nothing, and of values that do not fit', async () => {
    const session = await Session.create({
      defaultParameterValues: { nonsense: 1, 'gf:City': 'Oslo', 'gf:Days': 'x' },
    });
    const { output, warnings } = await session.pipeline(GetForecast).run();
    expect(output).toEqual(['Oslo 1']);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('nonsense'),
      expect.stringContaining('Days'),
    ]);
  });

  it('can start a job', async () => {
    const session = await Session.create({ defaultParameterValues: { ...table, '*:AsJob': true } });
    const [job] = await session.from([1]).pipe('Get-Forecast'.length > 0 ? GetForecast : GetInner);
    expect(session.jobs.jobs).toEqual([job]);
    await session.dispose();
  });
});
