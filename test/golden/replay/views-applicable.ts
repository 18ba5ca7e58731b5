import { mentions } from './conversion-values.js';
import type { ViewsCase } from './views-case.js';

/** Classes that have no counterpart here; as values in a cell they are texts, as records they would have views. */
const CLASSES = [
  '$guid',
  '$semver',
  '$culture',
  '$ip',
  '$xml',
  '$switch',
  '$secure',
  '$dateoffset',
  '$exception',
  '$uri',
  '$regex',
  '$typeref',
];

/** Why a case is about something that has no counterpart here; undefined if it has. */
export function whyNotApplicable(given: ViewsCase): string | undefined {
  for (const record of given.data ?? []) {
    const tag = tagIn(record);
    if (tag !== undefined && CLASSES.includes(tag)) return `there is no class for ${tag}`;
  }
  if (mentionsNumber(given))
    return 'there is one class of numbers, so that the digits of a whole or decimal number are not known';
  if (/^(CoreOnly|Both)$/.test(String(given.parameters?.Expand)) && given.data?.some(isCollection) === true) {
    return 'collections have other properties here';
  }
  return undefined;
}

/** Numbers whose text depends on their class: 3.0 as a double, 1.10 as a decimal. */
function mentionsNumber({ data = [], command, views }: ViewsCase): boolean {
  const inTable = command === 'Format-Table' || (command === 'Out-String' && views === undefined);
  return data.some((record) => {
    const isRecord = tagIn(record) === '$decimal' || tagIn(record) === '$double';
    return anyNumber(record, (tag, text) => {
      const value = Number(text);
      if (tag === '$decimal' && String(value) !== text && (!inTable || isRecord)) return true;
      if (tag === '$double' && Number.isSafeInteger(value) && Math.abs(value) >= 1e15) return true;
      return Number.isSafeInteger(value) && inTable && !isRecord;
    });
  });
}

function anyNumber(value: unknown, test: (tag: string, text: string) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const tag = tagIn(value);
  if (tag !== undefined && /^\$(double|single|decimal)$/.test(tag)) {
    return test(tag, String((value as Readonly<Record<string, unknown>>)[tag]));
  }
  return Object.values(value).some((part) => anyNumber(part, test));
}

function isCollection(record: unknown): boolean {
  return Array.isArray(record) || ['$ordered', '$hashtable', '$array', '$list'].some((tag) => mentions(record, tag));
}

function tagIn(record: unknown): string | undefined {
  return typeof record === 'object' && record !== null && !Array.isArray(record)
    ? Object.keys(record).find((key) => key.startsWith('$'))
    : undefined;
}
