import { allDeviations } from './all-deviations.js';
import { NotApplicable } from './conversion-types.js';
import { mentions } from './conversion-values.js';
import type { GoldenResult } from './replay-folder.js';
import { NotApplicable as NoSuchValue } from './utility-case.js';
import { whyNotApplicable } from './views-applicable.js';
import type { ViewsCase, ViewsExpectation } from './views-case.js';
import { outcomeOf, outcomeWithTypeNames } from './views-run.js';

type Deviations = Readonly<Record<string, { readonly reason: string; readonly expect: ViewsExpectation }>>;

/** Replays the cases of one file of the topic `views`: lines must agree to the character, errors in id and category. */
export async function replayViewsFile(json: unknown): Promise<GoldenResult[]> {
  const deviations = allDeviations().views as Deviations;
  const results: GoldenResult[] = [];
  for (const given of json as readonly ViewsCase[]) results.push(await replayCase(given, deviations));
  return results;
}

async function replayCase(given: ViewsCase, deviations: Deviations): Promise<GoldenResult> {
  const { id } = given;
  const deviation = deviations[id];
  try {
    const missing = whyNotApplicable(given);
    if (missing !== undefined) return { id, passed: false, applicable: false, difference: missing };
    const outcome = await outcomeOf(given);
    const difference = differenceOf(outcome, deviation?.expect ?? given.expect);
    if (difference !== undefined && given.stages === undefined && deviation === undefined) {
      const withTypeNames = outcomeWithTypeNames(given);
      if (differenceOf(withTypeNames, given.expect) === undefined) return { id, passed: true, byOption: true };
    }
    if (difference !== undefined && differsInAlignmentOnly(given, outcome)) {
      return { id, passed: true, departure: 'names of enums and characters are texts, which stand on the left' };
    }
    if (difference !== undefined && differenceOf(outcome, withOurTypeNames(given.expect)) === undefined) {
      return { id, passed: true, departure: 'a plain object is an Object' };
    }
    return {
      id,
      passed: difference === undefined,
      ...(difference === undefined ? {} : { difference }),
      ...(deviation === undefined ? {} : { departure: deviation.reason }),
    };
  } catch (error) {
    if (error instanceof NotApplicable || error instanceof NoSuchValue)
      return { id, passed: false, applicable: false, difference: error.message };
    return { id, passed: false, difference: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Where a column holds what is an enum or character there and text here. */
function differsInAlignmentOnly({ data, expect }: ViewsCase, { lines = [] }: ViewsExpectation): boolean {
  if (!['$enum', '$char', '$date'].some((tag) => mentions(data, tag))) return false;
  const bare = (line: string): string => line.replace(/ +/g, ' ').trim();
  return (
    lines.length === expect.lines?.length && lines.every((line, row) => bare(line) === bare(expect.lines?.[row] ?? ''))
  );
}

/** Names of types where they are shown as values. */
function withOurTypeNames(expected: ViewsExpectation): ViewsExpectation {
  const lines = expected.lines?.map((line) =>
    line.replace(/System\.(?:Management\.Automation\.PSCustom)?Object/, 'Object'),
  );
  return { ...expected, ...(lines === undefined ? {} : { lines }) };
}

/** Without the command's class, whose names differ. */
function bareId({ terminating }: ViewsExpectation): string | undefined {
  return terminating?.id.split(',')[0];
}

function differenceOf(actual: ViewsExpectation, expected: ViewsExpectation): string | undefined {
  if (expected.terminating !== undefined || actual.terminating !== undefined) {
    const sameId = bareId(expected) === bareId(actual);
    const sameCategory = expected.terminating?.category === actual.terminating?.category;
    return sameId && sameCategory
      ? undefined
      : `terminating ${JSON.stringify(actual.terminating)}, not ${JSON.stringify(expected.terminating)}`;
  }
  const lines = actual.lines ?? [];
  const wanted = expected.lines ?? [];
  const row = wanted.findIndex((line, index) => line !== lines[index]);
  if (row < 0 && lines.length === wanted.length) return undefined;
  const at = row < 0 ? wanted.length : row;
  return `line ${at + 1} is ${JSON.stringify(lines[at])}, not ${JSON.stringify(wanted[at])}`;
}
