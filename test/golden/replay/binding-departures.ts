import type { BindingCase, BindingOutcome, CmdletDeclaration } from './binding-case.js';

/**
 * Rules by which our result differs from PowerShell's on purpose, where no option gives PowerShell's own; cmdlets.md
 * marks them **SDK**. Each explains a difference only where our own expectation is met. They are for cases that are not
 * listed one by one in `deviations.json`.
 */
export function departureOf(
  given: BindingCase,
  declaration: CmdletDeclaration,
  outcome: BindingOutcome,
): string | undefined {
  return departures.find((rule) => rule.holds(given, declaration, outcome))?.reason;
}

interface Departure {
  readonly reason: string;
  holds(given: BindingCase, declaration: CmdletDeclaration, outcome: BindingOutcome): boolean;
}

const departures: readonly Departure[] = [
  {
    reason: 'A.1: a bad limit or an empty help message is a MetadataError that names the cause',
    holds: ({ expect }, _, { errors }) =>
      expect.errors.some(({ id, category }) => id === 'RuntimeException' && category === 'NotSpecified') &&
      errors.length === 1 &&
      errors[0]?.category === 'MetadataError' &&
      ['ArgumentOutOfRange', 'ArgumentNull', 'Argument'].includes(errors[0].id),
  },
  {
    reason: '1.5: set names are compared ignoring case, and must be spelled one way',
    holds: (_, __, { errors }) => errors[0]?.id === 'ParameterSetNameSpelledTwoWays',
  },
  {
    reason: '3.13: a property that cannot be read is an error of the record',
    holds: ({ expect }, _, { errors }) =>
      expect.errors.some(({ id }) => /^(ScriptGetValueRuntimeException|CatchFromBaseAdapterGetValue)/.test(id)) &&
      errors.some(({ category, terminating }) => category === 'NotSpecified' && !terminating),
  },
  {
    reason: '4.2: a list that is no array goes into a list of texts element by element',
    holds: ({ expect }, { parameters }, { records }) =>
      Object.entries(parameters).some(([name, { type }]) => {
        const captured = expect.records[0]?.bound[name] as { $list?: unknown[] } | undefined;
        const ours = records[0]?.bound.get(name);
        return type === 'list<string>' && Array.isArray(ours) && captured?.$list?.join() === ours.join(' ');
      }),
  },
  {
    reason: '4.3: a switch holds a plain boolean, which a boolean parameter takes',
    holds: ({ arguments: words, expect, input = [] }, _, { errors }) =>
      JSON.stringify([words, input]).includes('"$switch"') && expect.errors.length > 0 && errors.length === 0,
  },
  {
    reason: 'The value of an enum is a number, so that a whole number is one without conversion',
    holds: ({ arguments: words, input = [] }, { parameters }, { records }) =>
      [...words.map(({ value }) => value), ...input].some((value) => Number.isInteger(value)) &&
      Object.entries(parameters).some(([name, { type }]) => type.startsWith('enum') && records[0]?.bound.has(name)),
  },
  {
    reason: '4.4 string: a date is ISO 8601 text',
    holds: ({ arguments: words, input = [] }, { parameters }, { records }) =>
      JSON.stringify([words, input]).includes('"$date"') &&
      Object.entries(parameters).some(([name, { type }]) => {
        const ours = records.flatMap(({ bound }) => bound.get(name));
        return type.startsWith('string') && ours.some((value) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(value)));
      }),
  },
];

/** Why a case is about something that TypeScript values do not have; undefined if it is not. */
export function whyNotApplicable({ arguments: words, input = [], expect }: BindingCase): string | undefined {
  const text = JSON.stringify([words, input]);
  if (text.includes('"$char"')) return 'a character is a text in TypeScript';
  const numbers = [...JSON.stringify([words, input, expect]).matchAll(/"\$(?:long|decimal)":"(-?[\d.]+)"/g)];
  if (numbers.some(([, digits = '']) => Math.abs(Number(digits)) > Number.MAX_SAFE_INTEGER || digits.length > 16)) {
    return 'a number holds 53 bits in TypeScript';
  }
  return undefined;
}
