import { describe, expect, test } from 'vitest';
import { Parameter } from '../../../packages/core/src/declare/decorators/parameter.js';
import { ValidateRange } from '../../../packages/core/src/declare/decorators/validate-range.js';
import { parametersOf, type RuntimeDefinedParameter } from '../../../packages/core/src/declare/dynamic-parameters.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';

class TreeParameters {
  @Parameter({ position: 1 }) @ValidateRange(1, 9) depth!: number;
  @Parameter() either: string | number = 'initial';
}

describe('Dynamic parameters', () => {
  test('of an object are those that its class declares, and the object receives them', () => {
    const offered = new TreeParameters();
    const { parameters, receiver } = parametersOf(offered);
    expect(receiver).toBe(offered);
    expect(parameters.map(({ name, origin, type }) => [name, origin, type.name])).toEqual([
      ['Depth', 'dynamic', 'double'],
      ['Either', 'dynamic', 'string'],
    ]);
  });

  test.each([
    ['a plain object', (entry: RuntimeDefinedParameter) => ({ depth: entry })],
    ['a map', (entry: RuntimeDefinedParameter) => new Map([['depth', entry]])],
  ])('may be given as %s, whose entries receive the values', (_what, dictionaryOf) => {
    const entry: RuntimeDefinedParameter = {
      type: Int32,
      value: 3,
      aliases: ['d'],
      validate: [ValidateRange(1, 9)],
      parameters: [{ parameterSetName: 'Tree', mandatory: true }, { parameterSetName: 'Flat' }],
    };
    const { parameters, receiver } = parametersOf(dictionaryOf(entry));
    expect(parameters).toMatchObject([
      {
        name: 'Depth',
        property: 'depth',
        origin: 'dynamic',
        aliases: ['d'],
        validations: [{ kind: 'ValidateRange', min: 1, max: 9 }],
        sets: [
          { parameterSetName: 'Tree', mandatory: true },
          { parameterSetName: 'Flat', mandatory: false },
        ],
      },
    ]);
    expect(Reflect.get(receiver, 'depth')).toBe(3);
    expect(entry.isSet).toBeUndefined();
    Reflect.set(receiver, 'depth', 5);
    expect(entry).toMatchObject({ value: 5, isSet: true });
  });

  test('of a class without declarations are none', () => {
    class Nothing {}
    expect(parametersOf(new Nothing()).parameters).toEqual([]);
  });

  test('are shown by the name in the entry, which must be that of the key', () => {
    expect(parametersOf({ path: { type: String, name: 'path' } }).parameters[0]?.name).toBe('path');
    expect(parametersOf({ PATH: { type: String, name: 'path' } }).parameters[0]?.name).toBe('path');
    expect(() => parametersOf({ depth: { type: String, name: 'Width' } })).toThrow(
      expect.objectContaining({ errorId: 'RuntimeDefinedParameterNameMismatch', category: 'MetadataError' }),
    );
  });

  test.each([
    ['a reserved limit', { depth: { type: Int32, validate: [ValidateRange(9, 1)] } }, 'MaxRangeSmallerThanMinRange'],
    ['a set twice', { depth: { type: Int32, parameters: [{}, {}] } }, 'ParameterDeclaredInParameterSetMultipleTimes'],
    ['equal names', { depth: { type: Int32 }, Depth: { type: Int32 } }, 'DuplicateParameterDefinition'],
  ])('are checked: %s', (_what, offered, errorId) => {
    expect(() => parametersOf(offered)).toThrow(expect.objectContaining({ errorId }));
  });
});
