import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../../packages/core/src/bind/arguments-of.js';

describe('The arguments of a structured call', () => {
  it('are its properties, then its unnamed values', () => {
    expect(argumentsOf({ city: 'Oslo', force: false }, [3, '-x'])).toEqual([
      { name: 'city', value: 'Oslo', hasValue: true },
      { name: 'force', value: false, hasValue: true },
      { value: 3, hasValue: true },
      { value: '-x', hasValue: true },
    ]);
  });

  it('leave out undefined and keep null', () => {
    expect(argumentsOf({ city: undefined, unit: null })).toEqual([{ name: 'unit', value: null, hasValue: true }]);
  });
});
