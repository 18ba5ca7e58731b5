import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PassingMap, PassingSet } from '../../../packages/core/src/records/passing-entries.js';

const steps = fc.array(fc.record({ key: fc.nat(20), adds: fc.boolean() }), { minLength: 100, maxLength: 600 });

describe('Entries that come and go', () => {
  it('are those of an ordinary set, in the same order', () => {
    const property = fc.property(steps, (list) => {
      const passing = new PassingSet<number>();
      const usual = new Set<number>();
      for (const { key, adds } of list) {
        if (adds) passing.add(key);
        const removed = adds ? usual.add(key).has(key) : usual.delete(key);
        expect(adds ? passing.has(key) : passing.delete(key)).toBe(removed);
        expect([passing.size, ...passing]).toEqual([usual.size, ...usual]);
      }
    });
    fc.assert(property, { numRuns: 50 });
  });

  it('are those of an ordinary map', () => {
    const property = fc.property(steps, (list) => {
      const passing = new PassingMap<number, number>();
      const usual = new Map<number, number>();
      for (const [index, { key, adds }] of list.entries()) {
        if (adds) passing.set(key, index);
        if (adds) usual.set(key, index);
        else expect(passing.delete(key)).toBe(usual.delete(key));
        expect([passing.get(key), passing.has(key)]).toEqual([usual.get(key), usual.has(key)]);
      }
    });
    fc.assert(property, { numRuns: 50 });
  });
});
