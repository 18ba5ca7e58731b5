import { expect, test } from 'vitest';
import { enumOf, flagsOf } from '../../../../packages/core/src/declare/types/enum-of.js';

enum Color {
  Red,
  Green,
}
enum Word {
  Low = 'low',
  High = 'high',
}

test('A numeric TypeScript enum has its names as members, not the numbers that lead back to them', () => {
  expect(enumOf(Color).members).toEqual([
    { name: 'Red', value: 0 },
    { name: 'Green', value: 1 },
  ]);
});

test('A textual enum keeps its values', () => {
  expect(enumOf(Word).members).toEqual([
    { name: 'Low', value: 'low' },
    { name: 'High', value: 'high' },
  ]);
});

test('Names alone are their own values, and bits where they are flags', () => {
  expect(enumOf(['Low', 'High']).members).toContainEqual({ name: 'High', value: 'High' });
  expect(flagsOf(['Read', 'Write', 'Execute']).members.map((member) => member.value)).toEqual([1, 2, 4]);
});

test('An enum is shown by its name if it has one, else by its members', () => {
  expect(enumOf(Color, 'Color').name).toBe('Color');
  expect(enumOf(Color).name).toBe('Red|Green');
});

test.each([
  ['no members', () => enumOf([]), /at least one member/],
  ['a name twice', () => enumOf(['Low', 'Low']), /'Low' twice/],
  ['flags that are no numbers', () => flagsOf(Word), /'Low' of a flags type/],
  ['flags with fractions', () => flagsOf({ Half: 0.5 }), /'Half' of a flags type/],
])('An enum with %s is refused', (_, attempt, message) => {
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(expect.objectContaining({ errorId: 'ParameterTypeNotSupported' }) as Error);
});
