import { Cmdlet, definePack, Parameter, PSCmdlet } from '@cmdlet/core';
import { commandSurface } from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import '@cmdlet/testing/vitest';
import { forecastPack, GetForecast, RemoveStation } from '../forecast-pack.js';

/** Declares what it does not do. */
@Cmdlet('Clear', 'Station', { supportsShouldProcess: true })
class ClearStation extends PSCmdlet<string> {
  @Parameter() name = '';
  override *processRecord() {
    yield 'cleared';
  }
}

async function failure(check: () => unknown): Promise<string> {
  try {
    await check();
  } catch (error) {
    return (error as Error).message;
  }
  return 'passed';
}

describe('toHaveParameter', () => {
  it('finds parameters by name in any case, and compares what is said about them', () => {
    expect(GetForecast).toHaveParameter('city');
    expect(GetForecast).toHaveParameter('City', { mandatory: true, position: 0, aliases: ['Town'], type: 'string' });
    expect(GetForecast).toHaveParameter('Latitude', { set: 'Coordinates', position: null, mandatory: true });
    expect(GetForecast).toHaveParameter('Days', { mandatory: false, validation: [expect.stringMatching(/Range/)] });
    expect(GetForecast).toHaveParameter('Verbose', { isSwitch: true });
    expect(GetForecast).not.toHaveParameter('Town');
    expect(GetForecast).not.toHaveParameter('City', { set: 'Coordinates' });
    expect(GetForecast).not.toHaveParameter('City', { mandatory: false });
  });

  it('names the parameters that there are', async () => {
    expect(await failure(() => expect(RemoveStation).toHaveParameter('Path'))).toMatch(
      /^Remove-Station has no parameter Path. It has: Name, Force, /,
    );
    expect(await failure(() => expect(RemoveStation).toHaveParameter('Name', { position: 1 }))).toBe(
      '-Name of Remove-Station is declared in another way.',
    );
    expect(await failure(() => expect({}).toHaveParameter('Name'))).toMatch(/looks at a cmdlet class/);
  });
});

describe('toSupportWhatIf', () => {
  it('looks at the declaration, and with parameters at what a call does', async () => {
    expect(RemoveStation).toSupportWhatIf();
    expect(GetForecast).not.toSupportWhatIf();
    await expect(RemoveStation).toSupportWhatIf({ name: 'a' });
    expect(ClearStation).toSupportWhatIf();
    await expect(ClearStation).not.toSupportWhatIf({ name: 'a' });
  });

  it('says what the call did instead', async () => {
    expect(await failure(() => expect(ClearStation).toSupportWhatIf({ name: 'a' }))).toBe(
      'Clear-Station -WhatIf is Completed, and has not said what it would do.',
    );
    expect(await failure(() => expect(RemoveStation).toSupportWhatIf({}))).toMatch(
      /is Failed with MissingMandatoryParameter/,
    );
    expect(await failure(() => expect(GetForecast).toSupportWhatIf())).toMatch(/supportsShouldProcess: true/);
  });
});

describe('toMatchCommandSurface', () => {
  it('compares the surface of a pack with the snapshot', async () => {
    await expect(forecastPack).toMatchCommandSurface();
  });

  it('cannot be negated, and says so', async () => {
    expect(await failure(() => expect(forecastPack).not.toMatchCommandSurface())).toMatch(/cannot be negated/);
  });

  it('fails when the surface is another one', async () => {
    const other = definePack({ name: 'forecast', cmdlets: [ClearStation] });
    const surfaces = [await commandSurface(forecastPack), await commandSurface(other)];
    expect(surfaces[0]).not.toBe(surfaces[1]);
    expect(surfaces[1]).toContain('confirms (impact Medium)');
  });
});
