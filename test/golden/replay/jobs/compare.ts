import { isDeepStrictEqual } from 'node:util';
import { ErrorRecord, Job } from '@cmdlet/core';
import type { CapturedError, JobDeviation, JobExpectation, JobOutcome } from './job-case.js';

/**
 * In words the first part that is not as expected; undefined if all is.
 *
 * Values are compared, not their types, which are those of another runtime; note properties are left out, since origin
 * is no property here. Of errors count id, category, and whether they ended the statement; their ids end in the name of
 * the command's class. What was not captured is expected to be empty.
 */
export function differenceOf(
  expected: JobExpectation,
  deviation: JobDeviation['expect'] | undefined,
  observed: JobOutcome,
  tmp: string,
): string | undefined {
  const values = deviation?.output ?? expected.output?.map(({ value }) => value) ?? [];
  const output = observed.output.map((value) => normalised(value, tmp));
  return (
    compare('output', asList(values), output) ??
    compareErrors(deviation?.errors ?? expected.errors ?? [], observed.errors) ??
    (observed.text === undefined
      ? undefined
      : compare('text', trimmed(deviation?.text ?? expected.text ?? [], ''), trimmed(observed.text, tmp))) ??
    ['warnings', 'verbose', 'debug', 'information']
      .map((part) => compareTexts(part as 'warnings', expected, deviation, observed, tmp))
      .find((difference) => difference !== undefined)
  );
}

function compareTexts(
  part: 'warnings' | 'verbose' | 'debug' | 'information',
  expected: JobExpectation,
  deviation: JobDeviation['expect'] | undefined,
  observed: JobOutcome,
  tmp: string,
): string | undefined {
  return compare(
    part,
    (deviation?.[part] ?? expected[part] ?? []).map(withSingleBlanks),
    observed[part].map((text) => withSingleBlanks(normalised(text, tmp) as string)),
  );
}

/** Two blanks between sentences are no fact. */
function withSingleBlanks(text: string): string {
  return text.replace(/ {2,}/g, ' ');
}

function compareErrors(
  expected: readonly Partial<CapturedError>[],
  observed: readonly CapturedError[],
): string | undefined {
  const facts = ({ id = '', category = '', terminating }: Partial<CapturedError>): string =>
    `${withoutNamespace(id)} ${category}${terminating === true ? ' terminating' : ''}`;
  // Behind the first terminating error of a script it was not captured whether others were, so it is not compared.
  const first = expected.findIndex(({ terminating }) => terminating === true);
  const ours = observed.map((error, index) =>
    first >= 0 && index > first ? facts({ ...error, terminating: false }) : facts(error),
  );
  return compare('errors', expected.map(facts), ours);
}

/** `Id,Microsoft.PowerShell.Commands.GetJobCommand` and `Id,@cmdlet/jobs.GetJob` mean the same. */
function withoutNamespace(id: string): string {
  const comma = id.lastIndexOf(',');
  if (comma < 0) return id;
  const source = id.slice(comma + 1);
  const className = source.startsWith('Microsoft.') ? source.replace(/Command$/, '') : source;
  return `${id.slice(0, comma)},${className.replace(/^.*\./, '')}`;
}

function compare(part: string, expected: readonly unknown[], observed: readonly unknown[]): string | undefined {
  if (isDeepStrictEqual(expected, observed)) return undefined;
  return `${part}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(observed)}`;
}

function asList(values: readonly unknown[]): unknown[] {
  return values.map((value) => normalised(value, '\0'));
}

/** What stands at the ends of lines does not count, nor do empty ones at the end. */
function trimmed(lines: readonly string[], tmp: string): string[] {
  const texts = lines.map((line) => (normalised(line, tmp === '' ? '\0' : tmp) as string).trimEnd());
  while (texts.at(-1) === '') texts.pop();
  return texts;
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** ISO 8601, or as the culture en-US writes it. */
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?|\d+\/\d+\/\d{4} \d+:\d\d:\d\d\s[AP]M/g;

/** A value as the cases hold it. */
function normalised(value: unknown, tmp: string): unknown {
  if (typeof value === 'string') return value.replaceAll(tmp, '<tmp>').replace(GUID, '<guid>').replace(TIME, '<time>');
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (value instanceof Job) {
    return { Id: value.id, Name: value.name, PSJobTypeName: value.psJobTypeName, State: value.state };
  }
  if (ErrorRecord.is(value)) {
    return { id: withoutNamespace(value.fullyQualifiedErrorId), category: value.categoryInfo.category };
  }
  if (value instanceof Date) return '<time>';
  if (Array.isArray(value)) return value.map((each) => normalised(each, tmp));
  if (value instanceof Map) return normalised(Object.fromEntries(value), tmp);
  if ('id' in value && 'category' in value && typeof value.id === 'string') {
    return { id: withoutNamespace(value.id), category: value.category };
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, normalised(each, tmp)]));
}
