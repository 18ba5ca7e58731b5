/** A property of plain records is found where `readProperty` finds it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainRecord, PlainProperty } from '../../../packages/utility/src/properties/plain-property.js';
import { findPropertyName } from '../../../packages/utility/src/properties/property-value.js';

describe('a property of plain records', () => {
  it.each([
    ['the exact spelling', 'Price', { price: 1, Price: 2 }, 'Price'],
    ['another spelling', 'Price', { name: 'x', price: 1 }, 'price'],
    ['the first of several', 'Price', { PRICE: 1, price: 2 }, 'PRICE'],
    ['one that holds undefined', 'Price', { price: 1, Price: undefined }, 'Price'],
    ['none', 'Price', { prize: 1 }, undefined],
    ['what all objects inherit', 'toString', {}, undefined],
    ['its own of a name that all inherit', 'toString', { toString: 1 }, 'toString'],
  ])('finds %s', (_title, name, record, found) => {
    expect(new PlainProperty(name).nameIn(record)).toBe(found);
  });

  it('is found in each record by itself, however those before spelled it', () => {
    const name = fc.constantFrom('ab', 'aB', 'Ab', 'AB', 'ba', 'b', '__proto__x', 'constructor', 'valueOf');
    const record = fc.dictionary(name, fc.constantFrom(1, null, undefined), { noNullPrototype: true });
    fc.assert(
      fc.property(name, fc.array(record), (wanted, records) => {
        const property = new PlainProperty(wanted);
        for (const each of records) {
          expect(isPlainRecord(each)).toBe(true);
          expect(property.nameIn(each)).toBe(findPropertyName(each, wanted));
        }
      }),
    );
  });
});
