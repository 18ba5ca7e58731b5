import { allDeviations } from './all-deviations.js';
import {
  type BindingCase,
  type BindingFile,
  type CaseResult,
  type CmdletDeclaration,
  type Deviations,
  NotApplicable,
} from './binding-case.js';
import { differenceFrom } from './binding-compare.js';
import { departureOf, whyNotApplicable } from './binding-departures.js';
import { runCase } from './binding-run.js';

/**
 * Replays the cases of one file of the topic `binding`.
 *
 * A case passes if our result is the captured one; or, listed in the deviations, our own expected one; or the captured
 * one with the historical options; or what a rule of `binding-departures.ts` demands instead.
 *
 * @param json the parsed content of the file
 * @param deviations our own expected results by id of the case; of a case whose id occurs twice, as `file/id`
 */
export function replayBindingFile(json: unknown, deviations: Deviations = listedDeviations()): CaseResult[] {
  const { cmdlets, cases } = json as BindingFile;
  return cases.map((given) => replayCase(given, cmdlets[given.cmdlet], deviations[given.id]));
}

/** What `deviations.json` lists for this topic. */
export function listedDeviations(): Deviations {
  return allDeviations().binding as Deviations;
}

function replayCase(
  given: BindingCase,
  declaration: CmdletDeclaration | undefined,
  listed: Deviations[string] | undefined,
): CaseResult {
  const { id } = given;
  if (declaration === undefined)
    return { id, passed: false, applicable: true, difference: `no cmdlet ${given.cmdlet}` };
  try {
    return replayApplicable(given, declaration, listed);
  } catch (error) {
    if (error instanceof NotApplicable) return { id, passed: false, applicable: false, difference: error.message };
    return {
      id,
      passed: false,
      applicable: true,
      difference: `threw ${error instanceof Error ? error.stack : String(error)}`,
    };
  }
}

function replayApplicable(
  given: BindingCase,
  declaration: CmdletDeclaration,
  listed: Deviations[string] | undefined,
): CaseResult {
  const { id } = given;
  const outcome = runCase(given, declaration, false);
  if (listed !== undefined) {
    const difference = differenceFrom(listed.expect, outcome, given, declaration, false);
    return difference === undefined
      ? { id, passed: true, applicable: true, departure: listed.reason }
      : { id, passed: false, applicable: true, difference: `deviates otherwise than listed: ${difference}` };
  }
  const difference = differenceFrom(given.expect, outcome, given, declaration, false);
  if (difference === undefined) return { id, passed: true, applicable: true };
  const historical = differenceFrom(given.expect, runCase(given, declaration, true), given, declaration, true);
  if (historical === undefined) return { id, passed: true, applicable: true, byOption: true, difference };
  const departure = departureOf(given, declaration, outcome);
  if (departure !== undefined) return { id, passed: true, applicable: true, departure, difference };
  const inapplicable = whyNotApplicable(given);
  if (inapplicable !== undefined) return { id, passed: false, applicable: false, difference: inapplicable };
  const both = historical === difference ? difference : `${difference} | historical: ${historical}`;
  return { id, passed: false, applicable: true, difference: both };
}
