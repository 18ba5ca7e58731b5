import type { CommandArgument } from '../bind/command-argument.js';

/** A call as people would type it: `Get-Forecast -City Oslo -Days 3`. For job lists and messages, not for parsing. */
export function commandText({
  invocationName,
  arguments: given,
}: {
  readonly invocationName: string;
  readonly arguments: readonly CommandArgument[];
}): string {
  let line = invocationName;
  for (const argument of given) {
    if (!isAboutTheJob(argument)) line += ` ${argumentText(argument)}`;
  }
  return line;
}

/** Every job has such a text, and in programs the same names come again and again: each is looked at once. */
const knownNames = new Map<string, { readonly dashed: string; readonly isAboutTheJob: boolean }>();
const MOST_NAMES = 1000;

function nameText(name: string): { readonly dashed: string; readonly isAboutTheJob: boolean } {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const made = {
    dashed: `-${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    isAboutTheJob: JOB_PARAMETERS.has(name.toLowerCase()),
  };
  if (knownNames.size < MOST_NAMES) knownNames.set(name, made);
  return made;
}

const JOB_PARAMETERS: ReadonlySet<string> = new Set(['asjob', 'jobname']);

function isAboutTheJob({ name }: CommandArgument): boolean {
  return name !== undefined && nameText(name).isAboutTheJob;
}

function argumentText({ name, value, hasValue }: CommandArgument): string {
  if (name === undefined) return valueText(value);
  const { dashed } = nameText(name);
  if (!hasValue || value === true) return dashed;
  return value === false ? `${dashed}:$false` : `${dashed} ${valueText(value)}`;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'function') return `{ ${value.name === '' ? '…' : value.name} }`;
  if (typeof value === 'string') return /^[\w./:\\-]+$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? '{…}' : String(value);
}

/** Lists of data get long, and every job keeps its command: those that are too long to read are cut. */
const LONGEST_LIST = 5;

function listText(list: readonly unknown[]): string {
  const shown = list.slice(0, LONGEST_LIST).map(valueText);
  return [...shown, ...(list.length > LONGEST_LIST ? ['…'] : [])].join(',');
}
