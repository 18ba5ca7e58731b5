import { expectTypeOf, test } from 'vitest';
import { classOf } from '../../../../packages/core/src/declare/types/class-of.js';
import {
  arrayOf,
  dictionaryOf,
  nullable,
  setOf,
} from '../../../../packages/core/src/declare/types/collection-types.js';
import { Duration } from '../../../../packages/core/src/declare/types/duration.js';
import { enumOf, flagsOf } from '../../../../packages/core/src/declare/types/enum-of.js';
import { BigInteger, Double, Int32, rounding } from '../../../../packages/core/src/declare/types/number-types.js';
import { Char, Guid, ScriptBlock, Switch } from '../../../../packages/core/src/declare/types/simple-types.js';
import { typeOf } from '../../../../packages/core/src/declare/types/type-of.js';
import type { TypeOf, TypeSpecifier } from '../../../../packages/core/src/declare/types/type-specifier.js';
import { Version } from '../../../../packages/core/src/declare/types/version.js';

enum Color {
  Red,
  Green,
}

class Person {
  name = '';
}

test('A JavaScript constructor means the type of its values', () => {
  expectTypeOf<TypeOf<typeof String>>().toEqualTypeOf<string>();
  expectTypeOf<TypeOf<typeof Number>>().toEqualTypeOf<number>();
  expectTypeOf<TypeOf<typeof Boolean>>().toEqualTypeOf<boolean>();
  expectTypeOf<TypeOf<typeof BigInt>>().toEqualTypeOf<bigint>();
  expectTypeOf<TypeOf<typeof Date>>().toEqualTypeOf<Date>();
  expectTypeOf<TypeOf<typeof RegExp>>().toEqualTypeOf<RegExp>();
  expectTypeOf<TypeOf<typeof URL>>().toEqualTypeOf<URL>();
  expectTypeOf<TypeOf<typeof Object>>().toEqualTypeOf<unknown>();
  expectTypeOf<TypeOf<typeof Array>>().toEqualTypeOf<unknown[]>();
  expectTypeOf<TypeOf<typeof Map>>().toEqualTypeOf<Map<unknown, unknown>>();
  expectTypeOf<TypeOf<typeof Set>>().toEqualTypeOf<Set<unknown>>();
  expectTypeOf<TypeOf<typeof Function>>().toEqualTypeOf<(...parameters: never[]) => unknown>();
});

test('A type of this package means the type of its values', () => {
  expectTypeOf<TypeOf<typeof Int32>>().toEqualTypeOf<number>();
  expectTypeOf<TypeOf<typeof Double>>().toEqualTypeOf<number>();
  expectTypeOf<TypeOf<typeof BigInteger>>().toEqualTypeOf<bigint>();
  expectTypeOf<TypeOf<typeof Switch>>().toEqualTypeOf<boolean>();
  expectTypeOf<TypeOf<typeof Char>>().toEqualTypeOf<string>();
  expectTypeOf<TypeOf<typeof Guid>>().toEqualTypeOf<string>();
  expectTypeOf<TypeOf<typeof ScriptBlock>>().toEqualTypeOf<(...parameters: never[]) => unknown>();
  expectTypeOf<TypeOf<typeof Version>>().toEqualTypeOf<Version>();
  expectTypeOf<TypeOf<typeof Duration>>().toEqualTypeOf<Duration>();
});

test('A class means its instances, a list of a type its array', () => {
  expectTypeOf<TypeOf<typeof Person>>().toEqualTypeOf<Person>();
  expectTypeOf<TypeOf<[typeof Number]>>().toEqualTypeOf<number[]>();
  expectTypeOf<TypeOf<[[typeof Person]]>>().toEqualTypeOf<Person[][]>();
});

test('The functions that make types keep the types of what they are given', () => {
  const number = rounding(Int32);
  const list = arrayOf(String);
  const set = setOf(Person);
  const maybe = nullable(Date);
  const map = dictionaryOf(String, [Number]);
  const color = enumOf(Color);
  const level = enumOf(['Low', 'High']);
  const access = flagsOf({ Read: 1, Write: 2 });
  const person = classOf(Person, { name: String });
  const nested = typeOf([String]);
  expectTypeOf<TypeOf<typeof number>>().toEqualTypeOf<number>();
  expectTypeOf<TypeOf<typeof list>>().toEqualTypeOf<string[]>();
  expectTypeOf<TypeOf<typeof set>>().toEqualTypeOf<Set<Person>>();
  expectTypeOf<TypeOf<typeof maybe>>().toEqualTypeOf<Date | null>();
  expectTypeOf<TypeOf<typeof map>>().toEqualTypeOf<Map<string, number[]>>();
  expectTypeOf<TypeOf<typeof color>>().toEqualTypeOf<Color>();
  expectTypeOf<TypeOf<typeof level>>().toEqualTypeOf<'Low' | 'High'>();
  expectTypeOf<TypeOf<typeof access>>().toEqualTypeOf<1 | 2>();
  expectTypeOf<TypeOf<typeof person>>().toEqualTypeOf<Person>();
  expectTypeOf<TypeOf<typeof nested>>().toEqualTypeOf<string[]>();
});

test('Plain values, arrow functions and tuples of two are no specifiers', () => {
  expectTypeOf<string>().not.toExtend<TypeSpecifier>();
  expectTypeOf<() => void>().not.toExtend<TypeSpecifier>();
  expectTypeOf<[typeof String, typeof Number]>().not.toExtend<TypeSpecifier>();
});
