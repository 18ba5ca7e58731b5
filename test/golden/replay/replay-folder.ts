import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { replayBindingFile } from './binding.js';
import { replayCompletionFile } from './completion.js';
import { replayConversionFile } from './conversion.js';
import { replayJobsFile } from './jobs/jobs.js';
import { replayLifecycleFile } from './lifecycle.js';
import { replaySyntaxFile } from './syntax.js';
import { replayUtilityFile } from './utility.js';
import { replayViewsFile } from './views.js';

/** How one case of any topic went. */
export interface GoldenResult {
  readonly id: string;
  readonly passed: boolean;
  /** False: the case is about something that has no counterpart here. */
  readonly applicable?: boolean;
  /** Passes with an option whose default is another. */
  readonly byOption?: boolean;
  /** Passes because the result departs from the captured one on purpose. */
  readonly departure?: string;
  readonly difference?: string;
}

/** How the cases of one file went. */
export interface FileResult {
  readonly file: string;
  readonly results: readonly GoldenResult[];
}

/** Replays every case file at or below a path; files that hold no cases are passed over. */
export async function replayBelow(path: string): Promise<FileResult[]> {
  const found: FileResult[] = [];
  for (const file of caseFilesBelow(path)) {
    const replay = replayerFor(readJson(file), basename(file));
    if (replay !== undefined) found.push({ file, results: await replay() });
  }
  return found;
}

/** Files that may hold cases, in order of their names. */
export function caseFilesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.json') ? [path] : [];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'deviations.json' && name !== 'node_modules')
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return caseFilesBelow(inner);
      return entry.name.endsWith('.json') ? [inner] : [];
    });
}

/** The replayer of a file, chosen by what its cases are made of; undefined if it holds none that can be replayed. */
export function replayerFor(json: unknown, fileName = ''): (() => Promise<readonly GoldenResult[]>) | undefined {
  const first = casesOf(json)[0];
  if (first === undefined) return undefined;
  const has = (...names: readonly string[]) => names.some((name) => name in first);
  if (has('input') && has('cursor')) return () => replayCompletionFile(json, fileName);
  if (has('script') && has('area')) return () => replayJobsFile(json);
  if (isViews(first)) return async () => replayViewsFile(json);
  if (has('pipeline')) return () => replayLifecycleFile(json);
  if (has('cmdlet') && has('arguments')) return async () => replayBindingFile(json);
  if (has('to', 'parameter', 'left', 'right', 'op')) return async () => replayConversionFile(json);
  if (has('cmdlet') && !has('line')) return () => replaySyntaxFile(json, fileName);
  if (has('command')) return () => replayUtilityFile(json);
  return undefined;
}

/** Cases of views expect lines, or come from a terminal of so many columns. */
function isViews(first: object): boolean {
  const { expect } = first as { readonly expect?: unknown };
  return typeof expect === 'object' && expect !== null && 'lines' in expect;
}

/** What a file's line says: `order.json  42/42 (2 as documented deviation)`. */
export function summaryOf({ file, results }: FileResult): string {
  const applicable = results.filter((result) => result.applicable !== false);
  const passed = applicable.filter((result) => result.passed);
  const remarks = [
    [results.length - applicable.length, 'not applicable'],
    [passed.filter(({ departure }) => departure !== undefined).length, 'as documented deviation'],
    [passed.filter(({ byOption }) => byOption === true).length, 'by option'],
  ].flatMap(([count, remark]) => (count === 0 ? [] : [`${count} ${remark}`]));
  return `${basename(file)}  ${passed.length}/${applicable.length}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`;
}

/** The cases of a file that should have passed and did not. */
export function failuresOf({ results }: FileResult): GoldenResult[] {
  return results.filter(({ passed, applicable }) => !passed && applicable !== false);
}

function casesOf(json: unknown): readonly object[] {
  const cases: unknown = Array.isArray(json) ? json : (json as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases)) return [];
  return cases.filter((item: unknown): item is object => typeof item === 'object' && item !== null);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
