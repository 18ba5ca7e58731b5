import { describe, expect, test } from 'vitest';
import { convertTo } from '../../../../packages/core/src/bind/convert/convert-to.js';
import { classOf } from '../../../../packages/core/src/declare/types/class-of.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import { failingWith } from './failing-with.js';

class Person {
  name: string | null = null;
  age = 0;
  tags: string[] = [];
}
const person = classOf(Person, { name: String, age: Int32, tags: [String] });

class Team {
  title = '';
  lead: Person | null = null;
  members: Person[] = [];
}
const team = classOf(Team, { title: String, lead: person, members: [person] });

class Guarded {
  free = '';
  #value = '';
  get fixed(): string {
    return 'fixed';
  }
  get value(): string {
    return this.#value;
  }
  set value(value: string) {
    if (value === 'bad') throw new Error('bad value refused');
    this.#value = value;
  }
  method(): void {}
}

describe('An instance of a class', () => {
  test('is made from a plain object, each property converted', () => {
    const made = convertTo({ name: 5, age: '7', tags: 'one' }, person);
    expect(made).toBeInstanceOf(Person);
    expect(made).toEqual({ name: '5', age: 7, tags: ['one'] });
  });

  test('is made from a dictionary, names in any case', () => {
    expect(convertTo(new Map([['NAME', 'Ann']]), person).name).toBe('Ann');
  });

  test('stays what it is, and null stays null', () => {
    const ann = new Person();
    expect(convertTo(ann, person)).toBe(ann);
    expect(convertTo(null, person)).toBeNull();
  });

  test('keeps a null text, which history made empty', () => {
    expect(convertTo({ name: null }, person).name).toBeNull();
    expect(convertTo({ name: null }, person, { historical: true }).name).toBe('');
  });

  test('is made inside another one, and in lists', () => {
    const made = convertTo({ title: 't', lead: { name: 'Ann' }, members: [{ name: 'Bob' }] }, team);
    expect(made.lead).toBeInstanceOf(Person);
    expect(made.members[0]).toBeInstanceOf(Person);
  });

  test('takes the types of its initial values where none are declared', () => {
    expect(convertTo({ age: '7', tags: 'x' }, Person)).toEqual({ name: null, age: 7, tags: ['x'] });
    expect(() => convertTo({ age: 'old' }, Person)).toThrow(failingWith('ObjectCreationError'));
  });
});

describe('An instance of a class is not made', () => {
  test.each([
    [
      'of an unknown name, and the error names the settable ones',
      { name: 'a', nope: 1 },
      person,
      /'nope'.*name, age, tags/,
    ],
    ['of a value that does not convert', { age: 'old' }, person, /'age'.*'old' is not in a correct format/],
    ['of an unknown name inside', { lead: { nope: 1 } }, team, /'lead'.*'nope'/],
    ['of a read-only property', { fixed: 'x' }, classOf(Guarded, {}), /"fixed" is a read-only property/],
    ['of a method', { method: 'x' }, classOf(Guarded, {}), /'method' was not found.*free, value/],
    ['where a setter throws', { value: 'bad' }, classOf(Guarded, {}), /'value': bad value refused/],
  ])('%s', (_, value, type, message) => {
    expect(() => convertTo(value, type)).toThrow(message);
    expect(() => convertTo(value, type)).toThrow(failingWith('ObjectCreationError'));
  });

  test.each([
    ['text', 'Ann', 'ConvertToFinalInvalidCastException'],
    ['a number', 5, 'ConvertToFinalInvalidCastException'],
    ['a list', [{ name: 'Ann' }], 'ConvertToFinalInvalidCastException'],
    ['an instance of another class', new Team(), 'ConvertToFinalInvalidCastException'],
    ['a boolean', true, 'InvalidCastIConvertible'],
  ])('from %s', (_, value, errorId) => {
    expect(() => convertTo(value, person)).toThrow(failingWith(errorId));
  });

  test('where the constructor needs something', () => {
    class Needy {
      constructor(readonly name: string) {}
    }
    expect(() => convertTo({ name: 'x' }, Needy)).toThrow(failingWith('ConvertToFinalInvalidCastException'));
  });

  test('where the constructor throws', () => {
    class Unwilling {
      constructor() {
        throw new Error('not today');
      }
    }
    expect(() => convertTo({}, Unwilling)).toThrow(failingWith('ObjectCreationError'));
    expect(() => convertTo({}, Unwilling)).toThrow('not today');
  });

  test('from an object that contains itself, and the error tells the path', () => {
    class Node {
      label = '';
      next: Node | null = null;
    }
    const node: ReturnType<typeof classOf<Node>> = classOf(Node, () => ({ label: String, next: node }));
    const value: { label: string; next: unknown } = { label: 'a', next: null };
    value.next = { label: 'b', next: value };
    expect(() => convertTo(value, node)).toThrow('its next.next is the value again');
    expect(() => convertTo(value, node)).toThrow(failingWith('ObjectCreationError'));
    expect(convertTo({ label: 'a', next: { label: 'b' } }, node).next).toBeInstanceOf(Node);
  });
});

describe('A class with a static from', () => {
  class Celsius {
    constructor(readonly degrees: number) {}
    static from(value: unknown): Celsius {
      if (typeof value !== 'number') throw new TypeError('degrees are a number');
      return new Celsius(value);
    }
  }

  test('decides what it is made from', () => {
    expect(convertTo(1.5, Celsius)).toEqual(new Celsius(1.5));
    expect(convertTo([1, 2], [Celsius])).toEqual([new Celsius(1), new Celsius(2)]);
  });

  test('gives the reason of a failure by throwing', () => {
    expect(() => convertTo('warm', Celsius)).toThrow(
      failingWith('InvalidCastParseTargetInvocation', { cause: new TypeError('degrees are a number') }),
    );
    expect(() => convertTo('warm', Celsius)).toThrow('degrees are a number');
  });
});
