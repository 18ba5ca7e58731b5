/** What is derived for cmdlets that are declared without decorators. */
import { describe, expect, it } from 'vitest';
import { DerivedSources } from './derive.js';

const cmdlet = (parameters: string, before = 'export const GetRow = ', after = ';'): string =>
  `import { defineCmdlet, enumOf, Int32, Switch } from '@cmdlet/core';
enum Colour { Red, Green }
const shared = { type: String } as const;
${before}defineCmdlet({ verb: 'Get', noun: 'Row'${parameters} })${after}
`;

const COMMENT = `/**
 * Gets rows. One after the other.
 *
 * @remarks Slow.
 * @example Of a table
 * PS> Get-Row A
 * 1
 * @see Set-Row
 */
`;
const HELP =
  'synopsis: "Gets rows.", description: "One after the other.", examples: [{ "title": "Of a table", "code": "Get-Row A", "output": ["1"] }], notes: "Slow.", links: [{ "text": "Set-Row" }]';

/** Where a definition stands, and what becomes of its beginning. */
const places: readonly (readonly [before: string, after: string, help: string])[] = [
  [`${COMMENT}export const GetRow = `, ';', HELP],
  [`${COMMENT}export default `, ';', HELP],
  [`${COMMENT}export const GetRow = (`, ' satisfies object);', HELP],
  [`export const cmdlets = {\n${COMMENT}GetRow: `, '};', HELP],
  ['export const GetRow = ', ';', ''],
  [`${COMMENT}export const rows = [`, '];', ''],
];

/** A parameter, and what it is when the file is emitted. */
const parameters: readonly (readonly [written: string, emitted: string])[] = [
  ['/** Which. */ name: { type: String }', 'name: { description: "Which.", type: String }'],
  ['name: { type: String }', 'name: { type: String }'],
  ["/** Which. */ name: { type: String, description: 'Mine.' }", "name: { type: String, description: 'Mine.' }"],
  ["name: { type: String, default: 'Oslo' }", 'name: { defaultValueNote: "Oslo", type: String, default: \'Oslo\' }'],
  ['name: { type: Int32, default: -3 }', 'name: { defaultValueNote: "-3", type: Int32, default: -3 }'],
  ['name: { type: Switch, default: true }', 'name: { defaultValueNote: "True", type: Switch, default: true }'],
  [
    'name: { type: enumOf(Colour), default: Colour.Green }',
    'name: { defaultValueNote: "Green", type: enumOf(Colour), default: Colour.Green }',
  ],
  [
    "name: { type: [String], default: ['a', 'b'] }",
    "name: { defaultValueNote: \"a, b\", type: [String], default: ['a', 'b'] }",
  ],
  ['name: { type: Date, default: () => new Date() }', 'name: { type: Date, default: () => new Date() }'],
  [
    '/** @defaultValue now */ name: { type: Date, default: () => new Date() }',
    'name: { defaultValueNote: "now", type: Date, default: () => new Date() }',
  ],
  ['/** Which. */ name: { type: String } as const', 'name: { description: "Which.", type: String }'],
  ['/** Not in plain sight. */ name: shared', 'name: shared'],
];

const wrong: readonly (readonly [written: string, id: string, remedy: string, at: string])[] = [
  [
    "name: { type: String, mandatory: true, default: 'a' }",
    'MandatoryHasDefault',
    "never has its initial value 'a'",
    'true',
  ],
  ["name: { type: Int32, default: 3, defaultValueNote: '2' }", 'DefaultValueDiffers', 'its initial value is 3', "'2'"],
];

const right: readonly string[] = [
  "name: { type: String, mandatory: true, parameterSetName: 'A', default: 'a' }",
  "name: { type: String, parameters: [{ mandatory: true }], mandatory: true, default: 'a' }",
  "name: { type: Int32, default: 3, defaultValueNote: '3' }",
  "name: { type: Int32, defaultValueNote: 'all' }",
  'name: { type: String, mandatory: true }',
];

const asParameters = (written: string): string => cmdlet(`, parameters: {\n${written}\n}`);
const sources = new DerivedSources({
  ...Object.fromEntries(places.map(([before, after], index) => [`/place-${index}.ts`, cmdlet('', before, after)])),
  ...Object.fromEntries(parameters.map(([written], index) => [`/parameter-${index}.ts`, asParameters(written)])),
  ...Object.fromEntries(wrong.map(([written], index) => [`/wrong-${index}.ts`, asParameters(written)])),
  ...Object.fromEntries(right.map((written, index) => [`/right-${index}.ts`, asParameters(written)])),
});

describe('a definition', () => {
  it.each(places.map((row, index) => [index, ...row] as const))('%i: %s', (index, _before, _after, help) => {
    expect(sources.emitted(`/place-${index}.ts`)).toContain(
      `defineCmdlet({ ${help === '' ? '' : `${help}, `}verb: 'Get', noun: 'Row' })`,
    );
  });

  it.each(parameters.map((row, index) => [index, ...row] as const))('%i: %s', (index, _written, emitted) => {
    const code = sources
      .emitted(`/parameter-${index}.ts`)
      .replace(/\/\*\*.*\*\//u, '')
      .replace(/\s+/gu, ' ');
    expect(code).toContain(`parameters: { ${emitted} }`);
  });
});

describe('a definition that contradicts itself', () => {
  it.each(wrong.map((row, index) => [index, ...row] as const))('%i: %s is %s', (index, written, id, remedy, at) => {
    const { contradictions = [] } = sources.derivation(`/wrong-${index}.ts`) ?? {};
    expect(contradictions.map((found) => found.id)).toEqual([id]);
    expect(contradictions[0]?.text).toContain(remedy);
    expect(contradictions[0]?.text).toContain('GetRow.name');
    const line = asParameters(written).split('\n')[4] ?? '';
    expect({ line: contradictions[0]?.line, column: contradictions[0]?.column }).toEqual({
      line: 5,
      column: line.lastIndexOf(at) + 1,
    });
  });

  it.each(right.map((written, index) => [index, written] as const))('is not %i: %s', (index) => {
    expect(sources.derivation(`/right-${index}.ts`)?.contradictions ?? []).toEqual([]);
  });
});
