import { Duration, TYPE_NAMES, typeNamesOf, Version, View } from '@cmdlet/core';
import { afterEach, describe, expect, it } from 'vitest';
import { registerTypeDisplay } from '../../../packages/utility/src/properties/display-of.js';
import { matchingPropertyNames } from '../../../packages/utility/src/properties/matching-property-names.js';
import { propertyNamesOf } from '../../../packages/utility/src/properties/property-names.js';
import {
  findPropertyName,
  propertyValue,
  readProperty,
} from '../../../packages/utility/src/properties/property-value.js';

class Base {
  fromBase = 1;
  get inherited(): string {
    return 'i';
  }
  method(): void {}
}

class Derived extends Base {
  own = 2;
  get bad(): string {
    throw new Error('bad');
  }
}

@View.properties(['Second', 'First'])
@View.scriptProperty('Sum', (value: Declared) => value.first + value.second)
class Declared {
  first = 1;
  second = 2;
}

describe('propertyNamesOf', () => {
  it.each([
    ['own properties in the order in which they were made', { z: 1, a: 2 }, ['z', 'a']],
    ['fields, then accessors of the class, then of its base', new Derived(), ['fromBase', 'own', 'bad', 'inherited']],
    ['what the class declares', new Declared(), ['Second', 'First']],
    ['the length of a text', 'abc', ['Length']],
    ['length and count of a list', [1, 2], ['Length', 'Count']],
    ['keys, values and count of a dictionary', new Map([['a', 1]]), ['Keys', 'Values', 'Count']],
    ['nothing of a number', 5, []],
    ['nothing of null', null, []],
  ])('gives %s', (_what, value, names) => {
    expect(propertyNamesOf(value)).toEqual(names);
  });

  it('gives the parts of dates, durations and versions instead of their fields', () => {
    expect(propertyNamesOf(new Duration(1))).not.toContain('milliseconds');
    expect(propertyNamesOf(new Version(1, 2)).slice(0, 2)).toEqual(['Major', 'Minor']);
    expect(propertyNamesOf(new Date(0))).toContain('Year');
  });
});

describe('propertyValue', () => {
  it.each([
    ['whatever the case', { fullName: 'x' }, 'FULLNAME', 'x'],
    ['the exact spelling first', { name: 1, Name: 2 }, 'Name', 2],
    ['an accessor of the base', new Derived(), 'Inherited', 'i'],
    ['an entry of a dictionary before its count', new Map([['count', 7]]), 'Count', 7],
    ['the count of a dictionary', new Map([['a', 7]]), 'Count', 1],
    ['a part of a duration', new Duration(-1500), 'Milliseconds', -500],
    ['a script property', new Declared(), 'sum', 3],
    ['nothing that is inherited from Object', {}, 'toString', undefined],
    ['nothing of a method', new Derived(), 'method', undefined],
    ['nothing of null', null, 'a', undefined],
  ])('reads %s', (_what, value, name, expected) => {
    expect(propertyValue(value, name)).toBe(expected);
  });

  it('tells a property that holds undefined from none', () => {
    expect(readProperty({ a: undefined }, 'a')).toEqual({ value: undefined });
    expect(readProperty({}, 'a')).toBeUndefined();
  });

  it('throws what the accessor throws', () => {
    expect(() => propertyValue(new Derived(), 'bad')).toThrow('bad');
  });
});

describe('matchingPropertyNames', () => {
  it.each([
    ['*', ['Name', 'Number', 'Age']],
    ['N*', ['Name', 'Number']],
    ['?ge', ['Age']],
    ['[an]*', ['Name', 'Number', 'Age']],
    ['name', ['Name']],
    ['Nope', []],
  ])('%s means %j', (pattern, names) => {
    expect(matchingPropertyNames({ Name: 'a', Number: 1, Age: 2 }, pattern)).toEqual(names);
  });
});

describe('what is registered for a type name', () => {
  let takeBack: () => void = () => {};
  afterEach(() => takeBack());

  it('adds properties to all objects that have the name, until it is taken back', () => {
    const server = { name: 'a', load: 2, [TYPE_NAMES]: 'My.Server' };
    takeBack = registerTypeDisplay('my.server', {
      scriptProperties: { Double: (value: typeof server) => value.load * 2 },
    });
    expect(propertyValue(server, 'double')).toBe(4);
    expect(propertyNamesOf(server)).toEqual(['name', 'load', 'Double']);
    takeBack();
    expect(findPropertyName(server, 'double')).toBeUndefined();
  });
});

it('type names are those added, the tag, and the classes, most specific first', () => {
  expect(typeNamesOf(new Derived())).toEqual(['Derived', 'Base', 'Object']);
  expect(typeNamesOf({ [TYPE_NAMES]: ['A', 'B'], [Symbol.toStringTag]: 'C' })).toEqual(['A', 'B', 'C', 'Object']);
});
