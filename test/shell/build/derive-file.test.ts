/** What is derived from properties and comments, as it stands in the emitted decorator calls. */
import { describe, expect, it } from 'vitest';
import { DerivedSources, rowOf, typesSource } from './derive.js';

/** A property, and what its decorators are when the file is emitted. */
const properties: readonly (readonly [property: string, parameter: string, ...further: string[]])[] = [
  ['name!: string', '{ type: String }'],
  ['name!: number', '{ type: Number }'],
  ['name!: bigint', '{ type: BigInt }'],
  ['name!: boolean', '{ type: core.Switch }'],
  ['name?: boolean', '{ type: core.Switch }'],
  ['name!: Date', '{ type: Date }'],
  ['name!: Size', '{}'],
  ['name!: () => void', '{ type: Function }'],
  ['name!: unknown', '{ type: Object }'],
  ['name!: any', '{}'],
  ['name!: { city: string }', '{ type: Object }'],
  ["name!: import('./types.js').Place", '{ type: Object }'],
  ['name!: Station', '{ type: types.Station }'],
  ['name!: Station[]', '{ type: core.arrayOf(types.Station) }'],
  ['name!: string[]', '{ type: core.arrayOf(String) }'],
  ['name!: readonly number[]', '{ type: core.arrayOf(Number) }'],
  ['name!: boolean[]', '{ type: core.arrayOf(Boolean) }'],
  ['name!: string[][]', '{ type: core.arrayOf(core.arrayOf(String)) }'],
  ['name!: Set<string>', '{ type: core.setOf(String) }'],
  ['name!: ReadonlyMap<string, number>', '{ type: core.dictionaryOf(String, Number) }'],
  ['name!: string | null', '{ type: core.nullable(String) }'],
  ['name!: (string | null)[]', '{ type: core.arrayOf(core.nullable(String)) }'],
  ['name: string | undefined', '{ type: String }'],
  ['name!: string | number', '{}'],
  ['name!: "b" | "a"', '{ type: String }', 'core.ValidateSet(["b", "a"], { "canonical": true })'],
  ['name!: Level', '{ type: String }', 'core.ValidateSet(["Low", "Middle", "High"], { "canonical": true })'],
  [
    'name!: Level | null',
    '{ type: core.nullable(String) }',
    'core.ValidateSet(["Low", "Middle", "High"], { "canonical": true })',
  ],
  [
    'name!: Level[]',
    '{ type: core.arrayOf(String) }',
    'core.ValidateSet(["Low", "Middle", "High"], { "canonical": true })',
  ],
  ["name!: Exclude<Level, 'Middle'>", '{ type: String }', 'core.ValidateSet(["Low", "High"], { "canonical": true })'],
  ['name!: Scale', '{ type: String }', 'core.ValidateSet(["Celsius", "Fahrenheit"], { "canonical": true })'],
  ['name!: 3 | 1 | -2', '{ type: Number }', 'core.ValidateSet(["3", "1", "-2"])'],
  ["name!: 'a' | (string & {})", '{ type: String }'],
  ['name!: Colour', '{ type: core.enumOf({ "Red": 0, "Green": 5, "Blue": 6 }, "Colour") }'],
  ['name?: Colour', '{ type: core.enumOf({ "Red": 0, "Green": 5, "Blue": 6 }, "Colour") }'],
  ['name!: Colour.Red | Colour.Blue', '{ type: core.enumOf({ "Red": 0, "Blue": 6 }, "Colour") }'],
  ['name!: Colour[]', '{ type: core.arrayOf(core.enumOf({ "Red": 0, "Green": 5, "Blue": 6 }, "Colour")) }'],
  ['name!: Weekday', '{ type: core.enumOf({ "Monday": "mon", "Friday": "fri" }, "Weekday") }'],
  ["name = 'Oslo'", '{ type: String, defaultValueNote: "Oslo" }'],
  ['name = 3', '{ type: Number, defaultValueNote: "3" }'],
  ['name = -3', '{ type: Number, defaultValueNote: "-3" }'],
  ['name = false', '{ type: core.Switch, defaultValueNote: "False" }'],
  ["name = ''", '{ type: String }'],
  ['name: string = CITY', '{ type: String, defaultValueNote: "Oslo" }'],
  ['name: number = LIMITS.Small', '{ type: Number, defaultValueNote: "-1" }'],
  ['name: readonly string[] = LIMITS.cities', '{ type: core.arrayOf(String), defaultValueNote: "Oslo" }'],
  ['name: number = open.Small', '{ type: Number }'],
  ['name: number = name', '{ type: Number }'],
  ['name!: Address', '{ type: Address }'],
  ['name = new Date(0)', '{ type: Date }'],
  [
    "name: Level = 'Low'",
    '{ type: String, defaultValueNote: "Low" }',
    'core.ValidateSet(["Low", "Middle", "High"], { "canonical": true })',
  ],
  [
    'name: Colour = Colour.Green',
    '{ type: core.enumOf({ "Red": 0, "Green": 5, "Blue": 6 }, "Colour"), defaultValueNote: "Green" }',
  ],
  ["name: string[] = ['a', 'b']", '{ type: core.arrayOf(String), defaultValueNote: "a, b" }'],
  ['name: string[] = []', '{ type: core.arrayOf(String) }'],
];

/** What authors write in decorators, and what becomes of it. */
const declared: readonly (readonly [written: string, emitted: string])[] = [
  ['@Parameter({ type: Int32 }) name = 3;', '{ defaultValueNote: "3", type: Int32 }'],
  ['@Parameter({ position: 0 }) name!: string;', '{ type: String, position: 0 }'],
  ["@Parameter({ description: 'Mine.' }) /** Theirs. */ name!: string;", "{ type: String, description: 'Mine.' }"],
  ['@Parameter(options) name!: string;', '{ type: String, ...options }'],
  [
    '@Parameter({ mandatory: true }) name!: string | null;',
    '{ type: core.nullable(String), mandatory: true }, core.AllowNull()',
  ],
  [
    '@Parameter({ mandatory: true }) @AllowNull() name!: string | null;',
    '{ type: core.nullable(String), mandatory: true }',
  ],
  ["@Parameter() @ValidateSet('Low', 'Middle', 'High') name!: Level;", '{ type: String }'],
  ['@Parameter({ type: enumOf(Colour) }) name!: Colour;', '{ type: enumOf(Colour) }'],
  ["@Parameter({ type: enumOf(['Low']) }) name!: Level;", "{ type: enumOf(['Low']) }"],
  [
    "@Parameter({ parameterSetName: 'A', type: Int32 }) @Parameter({ parameterSetName: 'B' }) name!: number;",
    "{ parameterSetName: 'A', type: Int32 }",
  ],
  ['@Parameter() set name(value: string) {}', '{ type: String }'],
];

const files = [
  ...properties.map(([property]) => rowOf(`@Parameter() ${property};`)),
  ...declared.map(([written]) => rowOf(written)),
];
const sources = new DerivedSources({
  '/types.ts': typesSource,
  ...Object.fromEntries(files.map((text, index) => [`/row-${index}.ts`, text])),
});

/** The decorators of the property, with the imports that were added under the names they are known by here. */
function decoratorsOf(index: number): string {
  const code = sources.emitted(`/row-${index}.ts`);
  const names = new Map(
    [...code.matchAll(/import \* as (derived_\d+) from "(?:@cmdlet\/|\.\/)(\w+)/g)].map(([, local, module]) => [
      local,
      module,
    ]),
  );
  const list = /__decorate\(\[\n([\s\S]*?)\n\], GetRow\.prototype, "name"/.exec(code)?.[1] ?? code;
  return list
    .replace(/derived_\d+/g, (local) => names.get(local) ?? local)
    .replace(/^\s+/gm, '')
    .replaceAll(',\n', ', ');
}

describe('a property', () => {
  it.each(properties.map((row, index) => [index, ...row] as const))(
    '%i: %s',
    (index, _property, parameter, ...further) => {
      const options = parameter === '{}' ? '' : parameter;
      expect(decoratorsOf(index)).toBe([`Parameter(${options})`, ...further].join(', '));
    },
  );
});

describe('what is declared stays', () => {
  it.each(declared.map((row, index) => [index, ...row] as const))('%i: %s', (index, _written, emitted) => {
    expect(decoratorsOf(properties.length + index)).toContain(
      `Parameter(${emitted.replace(/ \}, core/, ' }), core')}`.replace(/\(\)$/, '()'),
    );
  });
});
