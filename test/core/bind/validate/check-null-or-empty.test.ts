import { expect, test } from 'vitest';
import { checkNullOrEmpty } from '../../../../packages/core/src/bind/validate/check-null-or-empty.js';
import type { ParameterMetadata } from '../../../../packages/core/src/declare/metadata.js';
import { nullable, setOf } from '../../../../packages/core/src/declare/types/collection-types.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import type { TypeSpecifier } from '../../../../packages/core/src/declare/types/type-specifier.js';
import { parameterWith } from './parameter-with.js';

const maybe = nullable(Boolean);

test.each<[TypeSpecifier, unknown, Partial<ParameterMetadata>]>([
  [String, 'a', {}],
  [String, ' ', {}],
  [String, null, { allowNull: true }],
  [String, '', { allowEmptyString: true }],
  [[String], [], { allowEmptyCollection: true }],
  [[String], ['a', null], { allowNull: true }],
  [[String], [''], { allowEmptyString: true }],
  [Object, '', {}],
  [Object, [], {}],
  [Object, [1, null], {}],
  [Array, ['', 1], {}],
  [Map, new Map(), {}],
  [maybe, null, {}],
  [[maybe], [true, null], {}],
  [Int32, 0, {}],
])('A mandatory parameter %o takes %o, where %o is declared', (type, value, facts) => {
  expect(() => {
    checkNullOrEmpty(value, parameterWith(facts, type));
  }).not.toThrow();
});

test.each<[TypeSpecifier, unknown, Partial<ParameterMetadata>, string]>([
  [String, null, {}, 'NullNotAllowed'],
  [String, undefined, { allowEmptyString: true }, 'NullNotAllowed'],
  [Object, null, {}, 'NullNotAllowed'],
  [Int32, null, {}, 'NullNotAllowed'],
  [nullable(Int32), null, {}, 'NullNotAllowed'],
  [String, '', { allowNull: true }, 'EmptyStringNotAllowed'],
  [nullable(String), '', {}, 'EmptyStringNotAllowed'],
  [[String], null, {}, 'NullNotAllowed'],
  [[String], [], {}, 'EmptyArrayNotAllowed'],
  [setOf(String), new Set(), {}, 'EmptyCollectionNotAllowed'],
  [[String], ['a', null], {}, 'NullNotAllowed'],
  [[String], ['a', ''], {}, 'EmptyStringNotAllowed'],
  [setOf(String), new Set(['']), {}, 'EmptyStringNotAllowed'],
  [Array, [1, null], {}, 'NullNotAllowed'],
])('A mandatory parameter %o refuses %o, where %o is declared: %s', (type, value, facts, rule) => {
  expect(() => {
    checkNullOrEmpty(value, parameterWith(facts, type));
  }).toThrow(
    expect.objectContaining({
      name: 'ParameterBindingValidationException',
      errorId: `ParameterArgumentValidationError${rule}`,
      category: 'InvalidData',
      parameterName: 'Value',
    }) as Error,
  );
});
