import { describe, expect, test } from 'vitest';
import { Alias } from '../../../packages/core/src/declare/decorators/alias.js';
import { Cmdlet } from '../../../packages/core/src/declare/decorators/cmdlet.js';
import type { CmdletOptions } from '../../../packages/core/src/declare/decorators/cmdlet-options.js';
import type { AnyAttribute } from '../../../packages/core/src/declare/decorators/declare-attribute.js';
import { Parameter } from '../../../packages/core/src/declare/decorators/parameter.js';
import { ValidateCount } from '../../../packages/core/src/declare/decorators/validate-count.js';
import { ValidateDrive } from '../../../packages/core/src/declare/decorators/validate-drive.js';
import { ValidateLength } from '../../../packages/core/src/declare/decorators/validate-length.js';
import { ValidatePattern } from '../../../packages/core/src/declare/decorators/validate-pattern.js';
import { ValidateRange } from '../../../packages/core/src/declare/decorators/validate-range.js';
import { ValidateSet } from '../../../packages/core/src/declare/decorators/validate-set.js';
import { metadataOf } from '../../../packages/core/src/declare/metadata-of.js';
import { declareParameter } from '../../../packages/core/src/declare/parameter-definition.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { unapproved } from '../../../packages/core/src/declare/verbs.js';
import { MetadataException } from '../../../packages/core/src/records/exceptions.js';

type Attributes = Readonly<Record<string, readonly unknown[]>>;

/** Registers a class called TestThing, its properties decorated from top to bottom. */
function register(properties: Attributes, options: CmdletOptions = {}): void {
  class TestThing {}
  for (const [property, attributes] of Object.entries(properties)) {
    declareParameter(TestThing.prototype, property, attributes as AnyAttribute[]);
  }
  Cmdlet('Test', 'Thing', options)(TestThing);
}

/** As JavaScript lets one write it. */
const withUnknown = { type: String, mandatry: true };

function errorOf(action: () => void): MetadataException {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(MetadataException);
    expect(error).toMatchObject({ category: 'MetadataError' });
    return error as MetadataException;
  }
  throw new Error('Nothing was thrown.');
}

const text = Parameter({ type: String });
const inSet = (parameterSetName: string, position?: number) =>
  Parameter({ type: String, parameterSetName, ...(position === undefined ? {} : { position }) });

describe('Registration fails for', () => {
  const cases: [string, string, Attributes, CmdletOptions?][] = [
    ['one alias on two parameters', 'AliasDeclaredMultipleTimes', { a: [text, Alias('x')], b: [text, Alias('X')] }],
    ['one alias twice on a parameter', 'AliasDeclaredMultipleTimes', { a: [text, Alias('x', 'x')] }],
    ['an alias that is a name', 'ParameterNameConflictsWithAlias', { a: [text], b: [text, Alias('A')] }],
    ['an alias that is its own name', 'ParameterNameConflictsWithAlias', { a: [text, Alias('a')] }],
    ['an alias of a common parameter', 'AliasParameterNameAlreadyExistsForCommand', { a: [text, Alias('vb')] }],
    ['an alias that is a common name', 'ParameterNameConflictsWithAlias', { a: [text, Alias('Verbose')] }],
    ['a name that is a common alias', 'ParameterNameConflictsWithAlias', { vb: [text] }],
    ['a common name', 'ParameterNameAlreadyExistsForCommand', { verbose: [text] }],
    ['two properties of one name', 'DuplicateParameterDefinition', { city: [text], CITY: [text] }],
    [
      'WhatIf beside supportsShouldProcess',
      'ParameterNameAlreadyExistsForCommand',
      { whatIf: [text] },
      { supportsShouldProcess: true },
    ],
    [
      'First beside supportsPaging',
      'ParameterNameAlreadyExistsForCommand',
      { first: [text] },
      { supportsPaging: true },
    ],
    ['AsJob without opting out', 'ParameterNameAlreadyExistsForCommand', { asJob: [text] }],
    [
      'ThrottleLimit beside throttleLimit',
      'ParameterNameAlreadyExistsForCommand',
      { throttleLimit: [text] },
      { throttleLimit: true },
    ],
    ['a reserved name', 'ReservedParameterName', { selectProperty: [text] }],
    ['one set twice on a parameter', 'ParameterDeclaredInParameterSetMultipleTimes', { a: [inSet('S'), inSet('S')] }],
    ['one set twice in two spellings', 'ParameterDeclaredInParameterSetMultipleTimes', { a: [inSet('S'), inSet('s')] }],
    ['all sets twice', 'ParameterDeclaredInParameterSetMultipleTimes', { a: [text, inSet('')] }],
    ['two spellings of a set', 'ParameterSetNameSpelledTwoWays', { a: [inSet('List')], b: [inSet('list')] }],
    [
      'two spellings of the default set',
      'ParameterSetNameSpelledTwoWays',
      { a: [inSet('List')] },
      { defaultParameterSetName: 'LIST' },
    ],
    [
      'a reserved default set',
      'DefaultParameterSetNameReserved',
      { a: [text] },
      { defaultParameterSetName: '__allparametersets' },
    ],
    ['equal positions in all sets', 'AmbiguousPositionalParameterNoName', { a: [inSet('', 0)], b: [inSet('', 0)] }],
    ['equal positions in one set', 'AmbiguousPositionalParameterNoName', { a: [inSet('S', 1)], b: [inSet('S', 1)] }],
    [
      'equal positions in a set and in all',
      'AmbiguousPositionalParameterNoName',
      { a: [inSet('', 0)], b: [inSet('S', 0)] },
    ],
    ['a position with a fraction', 'ArgumentOutOfRange', { a: [inSet('', 0.5)] }],
    ['an empty help message', 'Argument', { a: [Parameter({ type: String, helpMessage: '' })] }],
    ['two types', 'Argument', { a: [inSet('S'), Parameter({ type: Number, parameterSetName: 'T' })] }],
    [
      'two names',
      'Argument',
      {
        a: [
          Parameter({ name: 'A', type: String, parameterSetName: 'S' }),
          Parameter({ name: 'B', parameterSetName: 'T' }),
        ],
      },
    ],
    ['a name that cannot be typed', 'Argument', { a: [Parameter({ type: String, name: 'a b' })] }],
    ['a validation without a parameter', 'ParameterMissing', { a: [ValidateLength(1, 2)] }],
    ['an alias without a parameter', 'ParameterMissing', { a: [Alias('x')] }],
    ['a parameter without any type', 'ParameterTypeUnknown', { a: [Parameter()] }],
    ['a type that is none', 'ParameterTypeNotSupported', { a: [Parameter({ type: null as never })] }],
    ['a job class without -AsJob', 'Argument', {}, { asJob: false, job: class {} }],
    ['an option of a parameter that nobody knows', 'Argument', { a: [Parameter(withUnknown)] }],
    ['an option of a cmdlet that nobody knows', 'Argument', {}, { supportsShouldProces: true } as CmdletOptions],
  ];

  test.each(cases)('%s: %s', (_what, errorId, properties, options) => {
    const error = errorOf(() => register(properties, options));
    expect(error.errorId).toBe(errorId);
    expect(error.message).toContain('TestThing');
    expect(error.errorRecord.fullyQualifiedErrorId).toBe(errorId);
  });
});

describe('Bad limits are found at registration:', () => {
  const missing = null as never;
  test.each([
    [
      'a length whose maximum is below its minimum',
      ValidateLength(5, 1),
      'ValidateLengthMaxLengthSmallerThanMinLength',
    ],
    ['a length below zero', ValidateLength(-1, 1), 'ArgumentOutOfRange'],
    ['a maximum length of zero', ValidateLength(0, 0), 'ArgumentOutOfRange'],
    ['a count whose maximum is below its minimum', ValidateCount(5, 1), 'ValidateRangeMaxLengthSmallerThanMinLength'],
    ['a maximum count of zero', ValidateCount(0, 0), 'ArgumentOutOfRange'],
    ['a count on a text', ValidateCount(1, 3), 'NotAnArrayParameter'],
    ['a range whose maximum is below its minimum', ValidateRange(5, 1), 'MaxRangeSmallerThanMinRange'],
    ['a range of texts whose maximum is below its minimum', ValidateRange('f', 'A'), 'MaxRangeSmallerThanMinRange'],
    [
      'a range of dates whose maximum is below its minimum',
      ValidateRange(new Date(1), new Date(0)),
      'MaxRangeSmallerThanMinRange',
    ],
    ['a range with limits of two types', ValidateRange<string | number>(1, 'z'), 'MinRangeNotTheSameTypeOfMaxRange'],
    ['a range with an object for a limit', ValidateRange({} as never, 1), 'MinRangeNotIComparable'],
    ['a range that ends nowhere', ValidateRange(1, Number.NaN), 'MinRangeNotIComparable'],
    ['a range without a minimum', ValidateRange(missing, 1), 'ArgumentNull'],
    ['a range without a maximum', ValidateRange(1, missing), 'ArgumentNull'],
    ['a set without values', ValidateSet([]), 'ArgumentOutOfRange'],
    ['no drives', ValidateDrive(), 'ArgumentOutOfRange'],
    ['a pattern that is none', ValidatePattern('('), 'Argument'],
  ])('%s', (_what, attribute, errorId) => {
    const error = errorOf(() => register({ city: [text, attribute] }));
    expect(error.errorId).toBe(errorId);
    expect(error.message).toMatch(/^TestThing\.city: /);
  });

  test.each([
    ['numbers of two kinds', ValidateRange<number | bigint>(1, 2n)],
    ['equal limits', ValidateRange(3, 3)],
    ['a range without end', ValidateRange(0, Number.POSITIVE_INFINITY)],
    ['texts that differ in case only', ValidateRange('a', 'A')],
    ['one length', ValidateLength(2, 2)],
  ])('%s are fine', (_what, attribute) => {
    expect(() => register({ city: [text, attribute] })).not.toThrow();
  });

  test.each([
    ['a list', [String]],
    ['anything', Object],
    ['a dictionary', Map],
    [
      'a class that can be walked through',
      class {
        *[Symbol.iterator]() {
          yield 1;
        }
      },
    ],
  ] as const)('%s can be counted', (_what, type) => {
    expect(() => register({ city: [Parameter({ type }), ValidateCount(1, 3)] })).not.toThrow();
  });
});

describe('Registration accepts', () => {
  test.each<[string, Attributes, CmdletOptions?]>([
    ['WhatIf of its own without supportsShouldProcess', { whatIf: [text] }],
    ['AsJob of its own with asJob: false', { asJob: [text] }, { asJob: false }],
    ['ThrottleLimit of its own', { throttleLimit: [text] }],
    ['equal positions in sets that exclude each other', { a: [inSet('S', 0)], b: [inSet('T', 0)] }],
    ['one parameter with one position in several sets', { a: [inSet('', 0), inSet('S', 0)] }],
    ['negative positions and gaps', { a: [inSet('', -5)], b: [inSet('', 30)] }],
    ['a default set that no parameter mentions', { a: [inSet('S')] }, { defaultParameterSetName: 'D' }],
    [
      'one list type, written twice',
      {
        a: [Parameter({ type: [String], parameterSetName: 'S' }), Parameter({ type: [String], parameterSetName: 'T' })],
      },
    ],
    [
      'remaining arguments at the position of another',
      { a: [inSet('', 0)], rest: [Parameter({ type: [String], position: 0, valueFromRemainingArguments: true })] },
    ],
  ])('%s', (_what, properties, options) => {
    expect(() => register(properties, options)).not.toThrow();
  });

  test('more than 32 sets', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`p${index}`, [inSet(`S${index}`)]]),
    );
    expect(() => register(properties)).not.toThrow();
  });
});

describe('The name of a command', () => {
  test.each([
    ['', 'Thing'],
    [' ', 'Thing'],
    ['Get', ''],
    ['Get-It', 'Thing'],
  ])('cannot be made of "%s" and "%s"', (verb, noun) => {
    class BadName {}
    const error = errorOf(() => Cmdlet(unapproved(verb), noun)(BadName));
    expect(error.errorId).toBe('Argument');
    expect(error.message).toContain('BadName');
  });

  test('may have an unapproved verb', () => {
    class FrobnicateThing {}
    Cmdlet(unapproved('Frobnicate'), 'Thing')(FrobnicateThing);
    expect(metadataOf(FrobnicateThing).name).toBe('Frobnicate-Thing');
  });

  test('is given once', () => {
    class Twice {}
    Cmdlet('Get', 'Once')(Twice);
    expect(errorOf(() => Cmdlet('Get', 'Twice')(Twice)).message).toContain('Get-Once');
  });
});

describe('A decorator refuses', () => {
  const loose = Parameter({ type: String }) as AnyAttribute;
  test.each([
    ['a static property', class Static {}, 'city'],
    ['a property without a text name', {}, Symbol('city')],
  ])('%s', (_what, target, place) => {
    expect(errorOf(() => loose(target, place)).errorId).toBe('ParameterNotPublic');
  });

  test('contexts of a compiler that hands over no metadata', () => {
    const context = { kind: 'field', name: 'city', static: false, private: false };
    const error = errorOf(() => loose(undefined, context));
    expect(error.errorId).toBe('DecoratorMetadataMissing');
    expect(error.message).toContain('defineCmdlet');
  });
});

test('A constructor that fails is told where its initial value would be needed', () => {
  class NeedsService {
    @Parameter() either: string | number = 'a';
    constructor(service?: { name: string }) {
      if (service === undefined) throw new Error('no service');
    }
  }
  const error = errorOf(() => Cmdlet('Get', 'Service')(NeedsService));
  expect(error.errorId).toBe('ParameterTypeUnknown');
  expect(error.message).toMatch(/NeedsService\.either.*type: String.*no service/s);
  expect(error.cause).toBeInstanceOf(Error);
});

test('A list without a type is refused, whatever its initial value', () => {
  class ListWithoutType {
    tags: string[] = [];
  }
  declareParameter(ListWithoutType.prototype, 'tags', [Parameter() as AnyAttribute]);
  expect(errorOf(() => Cmdlet('Get', 'List')(ListWithoutType)).errorId).toBe('ParameterTypeUnknown');
});

test('A class that is no cmdlet has no metadata', () => {
  class Plain {
    @Parameter({ type: Int32 }) number!: number;
  }
  const error = errorOf(() => metadataOf(Plain));
  expect(error.errorId).toBe('CmdletNotDeclared');
  expect(error.message).toContain('Plain');
});
