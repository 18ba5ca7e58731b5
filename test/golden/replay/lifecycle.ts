import { allDeviations } from './all-deviations.js';
import { actionNames } from './lifecycle-actions.js';
import type {
  CaseResult,
  CmdletsSpec,
  Deviations,
  Expectation,
  LifecycleCase,
  LifecycleFile,
} from './lifecycle-case.js';
import { differenceOf } from './lifecycle-compare.js';
import { departuresOf } from './lifecycle-departures.js';
import { observe } from './lifecycle-run.js';

/**
 * Replays the cases of one file of the topic `lifecycle`.
 *
 * A case passes if what comes out is what was captured; or, listed in the deviations, our own expected result; or what
 * the rules of `lifecycle-departures.ts` demand instead; or the captured result with the option that gives it.
 *
 * @param json the parsed content of the file
 * @param deviations our own expected results by id of the case
 */
export async function replayLifecycleFile(
  json: unknown,
  deviations: Deviations = listedDeviations(),
): Promise<CaseResult[]> {
  const { cases, ...flags } = json as LifecycleFile;
  const results: CaseResult[] = [];
  for (const given of cases) {
    const cmdlets = { ...flags.cmdlets, ...given.cmdlets };
    results.push(await replayCase({ ...flags, ...given }, cmdlets, deviations[given.id]));
  }
  return results;
}

/** What `deviations.json` lists for this topic. */
export function listedDeviations(): Deviations {
  return allDeviations().lifecycle as Deviations;
}

async function replayCase(
  given: LifecycleCase,
  cmdlets: CmdletsSpec,
  listed: Deviations[string] | undefined,
): Promise<CaseResult> {
  const { id } = given;
  const inapplicable = whyNotApplicable(given, cmdlets);
  if (inapplicable !== undefined) return { id, passed: false, applicable: false, difference: inapplicable };
  try {
    return await replayApplicable(given, cmdlets, listed);
  } catch (error) {
    return {
      id,
      passed: false,
      difference: `the replay threw ${error instanceof Error ? error.stack : String(error)}`,
    };
  }
}

async function replayApplicable(
  given: LifecycleCase,
  cmdlets: CmdletsSpec,
  listed: Deviations[string] | undefined,
): Promise<CaseResult> {
  const { id, expect } = given;
  const observed = await observe(given, cmdlets);
  if (given.statement === true && expect.terminating === undefined && observed.terminating !== undefined) {
    return { id, passed: false, applicable: false, difference: 'a statement that fails needs the command language' };
  }
  if (listed !== undefined) {
    const difference = differenceOf(given, cmdlets, withDeviation(expect, listed.expect), observed);
    return difference === undefined
      ? { id, passed: true, departure: listed.reason }
      : { id, passed: false, difference: `deviates otherwise than listed: ${difference}` };
  }
  const difference = differenceOf(given, cmdlets, expect, observed);
  if (difference === undefined) return { id, passed: true };
  const reordered = await observe(given, cmdlets, { nestedErrorsFirst: true });
  if (differenceOf(given, cmdlets, expect, reordered) === undefined) return { id, passed: true };
  const { expected, departures } = departuresOf(given, cmdlets, observed);
  const further = departures.length === 0 ? difference : differenceOf(given, cmdlets, expected, observed);
  if (further === undefined) return { id, passed: true, departure: departures.join('; ') };
  const historical = await observe(given, cmdlets, { withoutInheritance: true });
  if (differenceOf(given, cmdlets, expect, historical) === undefined) return { id, passed: true, byOption: true };
  const explained = departures.length === 0 ? '' : `, and with ${departures.join('; ')}: ${further}`;
  return { id, passed: false, difference: difference + explained };
}

/** Why a case is about something that has no counterpart here; undefined if it has. */
export function whyNotApplicable(given: LifecycleCase, cmdlets: CmdletsSpec): string | undefined {
  if (given.console === true) return 'is about the console host of PowerShell';
  const stages = [...given.pipeline, ...(given.then ?? [])];
  const specs = stages.flatMap(({ cmdlet }) => cmdlets[cmdlet] ?? []);
  const actions = specs.flatMap(({ begin, process, end, stop, dispose }) =>
    [begin, process, end, stop, dispose].flatMap(actionNames),
  );
  if (actions.includes('onThread')) return 'a cmdlet has one thread';
  if (actions.includes('hostLine')) return 'cmdlets do not reach the host';
  return undefined;
}

function withDeviation(expect: Expectation, own: Readonly<Record<string, unknown>>): Expectation {
  return Object.fromEntries(Object.entries({ ...expect, ...own }).filter(([, value]) => value !== null));
}
