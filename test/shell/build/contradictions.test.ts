/** Declarations that contradict the types of their properties. */
import { describe, expect, it } from 'vitest';
import { DerivedSources, rowOf, typesSource } from './derive.js';

/** A member, the id of what is wrong with it, and what is told to be right; the column is that of `@Parameter(` plus so many. */
const wrong: readonly (readonly [member: string, id: string, right: string, at: string])[] = [
  ['@Parameter({ type: Number }) name!: string[];', 'TypeDiffers', 'Write type: [String], or leave it out.', 'Number'],
  ['@Parameter({ type: Number }) name!: string;', 'TypeDiffers', 'Write type: String,', 'Number'],
  ['@Parameter({ type: [Number] }) name!: number;', 'TypeDiffers', 'Write type: Number,', '[Number]'],
  ['@Parameter({ type: Int32 }) name!: boolean;', 'TypeDiffers', 'Write type: Boolean,', 'Int32'],
  ['@Parameter({ type: Int32 }) name: bigint | null = null;', 'TypeDiffers', 'Write type: BigInt,', 'Int32'],
  ['@Parameter({ type: nullable(Switch) }) name!: string | null;', 'TypeDiffers', 'Write type: String,', 'nullable'],
  ['@Parameter({ type: Number }) name!: Level;', 'TypeDiffers', 'Write type: String,', 'Number'],
  [
    "@Parameter() @ValidateSet('Low', 'Great') name!: Level;",
    'ValuesDiffer',
    "'Middle', 'High' are missing. The type has no 'Great'. Write @ValidateSet('Low', 'Middle', 'High'), or leave it out.",
    'ValidateSet',
  ],
  [
    "@Parameter() @ValidateSet(['low', 'Middle', 'High'], { canonical: true }) name!: Level[];",
    'ValuesDiffer',
    "'Low' is missing.",
    'ValidateSet',
  ],
  ["@Parameter({ mandatory: true }) name = 'a';", 'MandatoryHasDefault', "never has its initial value 'a'", 'true'],
  ['@Parameter({ mandatory: true }) name?: string;', 'MandatoryIsOptional', 'Write ! in the place of ?', 'true'],
  [
    '@Parameter({ mandatory: true }) name!: string | string[];',
    'ParameterTypeUnknown',
    'name is string | string[], which does not tell',
    'name!',
  ],
  ['@Parameter() name;', 'ParameterTypeUnknown', 'is any', 'name;'],
  ['@Parameter() set name(value: Date | number) {}', 'ParameterTypeUnknown', 'Date | number', 'name('],
  ["@Parameter({ defaultValueNote: 'Rome' }) name = CITY;", 'DefaultValueDiffers', 'initial value is Oslo', "'Rome'"],
  ["@Parameter({ defaultValueNote: '2' }) name = 3;", 'DefaultValueDiffers', 'its initial value is 3', "'2'"],
];

const right: readonly string[] = [
  '@Parameter({ type: Object }) name!: string | string[];',
  "@Parameter() name: string | number = 'a';",
  "@Parameter({ parameterSetName: 'A' }) @Parameter({ parameterSetName: 'B', type: String }) name!: string | Date;",
  '@Parameter(options) name!: string | number;',
  '@Parameter() name!: Size;',
  '@Parameter({ type: Int32 }) name!: number;',
  '@Parameter({ type: [Int32] }) name!: readonly number[];',
  '@Parameter({ type: Switch }) name = false;',
  '@Parameter({ type: Boolean }) name = false;',
  '@Parameter({ type: Object }) name!: string;',
  '@Parameter({ type: nullable(String) }) name!: string | null;',
  "@Parameter({ type: String }) @ValidateSet('High', 'Low', 'Middle') name!: Level;",
  "@Parameter() @ValidateSet(() => ['x']) name!: Level;",
  "@Parameter({ type: enumOf(['Low']) }) name!: Level;",
  "@Parameter({ mandatory: true, parameterSetName: 'A' }) name = 'a';",
  "@Parameter({ mandatory: false }) name = 'a';",
  "@Parameter({ defaultValueNote: 'true' }) name = true;",
  "@Parameter({ defaultValueNote: 'of the system' }) name = systemDefault();",
];

const members = [...wrong.map(([member]) => member), ...right];
const sources = new DerivedSources({
  '/types.ts': typesSource,
  ...Object.fromEntries(members.map((member, index) => [`/row-${index}.ts`, rowOf(member)])),
});

describe('a declaration that contradicts its property', () => {
  it.each(wrong.map((row, index) => [index, ...row] as const))('%i: %s is %s', (index, member, id, remedy, at) => {
    const { contradictions = [] } = sources.derivation(`/row-${index}.ts`) ?? {};
    expect(contradictions.map((found) => found.id)).toEqual([id]);
    const [found] = contradictions;
    expect(found?.text).toContain('GetRow.name');
    expect(found?.text).toContain(remedy);
    // The member stands in line 6, two spaces from the edge.
    expect({ file: found?.file, line: found?.line, column: found?.column }).toEqual({
      file: `/row-${index}.ts`,
      line: 6,
      column: member.indexOf(at) + 3,
    });
  });
});

describe('no contradiction', () => {
  it.each(right.map((member, index) => [index, member] as const))('%i: %s', (index) => {
    expect(sources.derivation(`/row-${wrong.length + index}.ts`)?.contradictions ?? []).toEqual([]);
  });
});
