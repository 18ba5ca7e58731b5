import { TYPE_NAMES } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { inertCopy } from '../../../../packages/jobs/src/execution/host/inert-copy.js';

class City {
  readonly name = 'Oslo';
}

describe('values that need not be packed', () => {
  it.each<[string, object]>([
    ['an empty list', []],
    ['a list of primitive values', ['text', 1, 2n, true, null, undefined, Number.NaN]],
    ['a plain object of such', { city: 'Oslo', days: 2 }],
    ['what is computed to such', Object.defineProperty({}, 'now', { get: () => 1, enumerable: true })],
    ['a proxy of such', new Proxy({ a: 1 }, {})],
  ])('are copied: %s', (_what, value) => {
    const copy = inertCopy(value);
    expect(copy).toEqual(Array.isArray(value) ? [...(value as unknown[])] : { ...value });
    expect(copy).not.toBe(value);
    expect(structuredClone(copy)).toEqual(copy);
  });

  it.each<[string, object]>([
    ['a list with an object', [{}]],
    ['a list with a function', [() => 1]],
    ['a list with a symbol', [Symbol('a')]],
    ['a list with a property', Object.assign([1], { extra: 1 })],
    ['a list with a hole', new Array(2)],
    ['a list that begins as what is packed does', ['\u0000@cmdlet', 0, 1]],
    ['an object with a method', { a: () => 1 }],
    ['an object with a symbol for a name', { [TYPE_NAMES]: 'Forecast' }],
    ['an instance of a class', new City()],
    ['an object without a prototype', Object.create(null) as object],
    ['a date', new Date(0)],
  ])('are not: %s', (_what, value) => {
    expect(inertCopy(value)).toBeUndefined();
  });
});
