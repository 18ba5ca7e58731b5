import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../examples/tour/src/table.js';

describe('tableOf', () => {
  it('puts texts to the left and numbers to the right', () => {
    expect(
      tableOf(
        [
          { name: 'a', size: 5 },
          { name: 'long', size: 1234 },
        ],
        80,
      ),
    ).toEqual(['name  size', 'a        5', 'long  1234']);
  });

  it('has a column for every property of any object', () => {
    expect(tableOf([{ a: 'x' }, { b: 'y' }], 80)).toEqual(['a  b', 'x', '   y']);
  });

  it('is empty but for its head for no objects', () => {
    expect(tableOf([], 80)).toEqual(['']);
  });

  it('takes width from the widest column where the line is too long', () => {
    expect(tableOf([{ id: 7, path: '/one/two/three' }], 12)).toEqual(['id  path', ' 7  /o…three']);
  });

  it('never writes a longer line than there is room for', () => {
    const row = fc.record({ name: fc.string(), path: fc.string(), length: fc.integer() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.integer({ min: 12, max: 120 }), (rows, width) => {
        for (const line of tableOf(rows, width)) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
