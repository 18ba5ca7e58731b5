import { definePack } from '@cmdlet/core';
import { bindingTable, defineTests, lintPack, run } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { describe, expect, it } from 'vitest';
import { GetPlace, RemovePlace } from './places.js';

describe('Get-Place', () => {
  it('writes the place', async () => {
    const result = await run(GetPlace, { city: 'Oslo' });
    expect(result).toHaveOutput(['Oslo']);
    expect(result).toHaveBoundTo({ set: 'City', parameters: { city: 'Oslo' } });
    expect(result).not.toHaveWarned();
  });

  it('refuses what is not on the map', async () => {
    const result = await run(GetPlace, { latitude: 99, longitude: 0 });
    expect(result).toHaveErrorId('ParameterArgumentValidationError');
    expect(result).toHaveState('Failed');
  });

  it('runs as a job', async () => {
    await using result = await run(GetPlace, { city: 'Oslo', asJob: true });
    await result.job.finished;
    expect(result.job).toHaveState('Completed');
    expect(result.job).toHaveOutput(['Oslo']);
  });

  it('takes the city without a name', () => {
    expect(GetPlace).toHaveParameter('City', { mandatory: true, position: 0, valueFromPipeline: true });
  });

  defineTests(
    it,
    bindingTable(GetPlace, [{ arguments: ['Oslo'], set: 'City' }, { errorId: 'MissingMandatoryParameter' }]),
  );
});

describe('Remove-Place', () => {
  it('asks before it removes', async () => {
    const result = await run(RemovePlace, { city: 'Oslo' }, { answers: 'No' });
    expect(result).toHaveAskedConfirmation({ target: 'Oslo' });
    expect(result).toHaveOutput([]);
  });

  it('only says what it would do with -WhatIf', async () => {
    await expect(RemovePlace).toSupportWhatIf({ city: 'Oslo' });
  });
});

describe('The pack', () => {
  const places = definePack({ name: 'places', cmdlets: [GetPlace, RemovePlace] });

  it('is called in the ways of the snapshot', async () => {
    await expect(places).toMatchCommandSurface();
  });

  it('has nothing that surprises its users', async () => {
    expect(await lintPack(places)).toEqual([]);
  });
});
