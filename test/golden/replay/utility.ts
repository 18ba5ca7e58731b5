import { type ErrorRecord, Session } from '@cmdlet/core';
import { utilityPack } from '@cmdlet/utility';
import { allDeviations } from './all-deviations.js';
import {
  type CaseResult,
  type Deviations,
  NotApplicable,
  type OutcomeError,
  type UtilityCase,
  type UtilityOutcome,
} from './utility-case.js';
import { differenceOf } from './utility-compare.js';
import { departureOf, whyForeign, whyNotApplicable } from './utility-departures.js';
import { decode } from './utility-values.js';

/**
 * Replays the cases of one file of the topic `utility`.
 *
 * A case passes if our result is the captured one; or, listed in the deviations, our own expected one; or what a rule of
 * `utility-departures.ts` demands instead.
 *
 * @param json the parsed content of the file
 * @param deviations our own expected results by id of the case
 */
export async function replayUtilityFile(
  json: unknown,
  deviations: Deviations = listedDeviations(),
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const given of json as readonly UtilityCase[]) results.push(await replayCase(given, deviations[given.id]));
  return results;
}

/** What `deviations.json` lists for this topic. */
export function listedDeviations(): Deviations {
  return allDeviations().utility as Deviations;
}

async function replayCase(given: UtilityCase, listed: Deviations[string] | undefined): Promise<CaseResult> {
  const { id } = given;
  const inapplicable = whyNotApplicable(given);
  if (inapplicable !== undefined) return { id, passed: false, applicable: false, difference: inapplicable };
  try {
    const outcome = await outcomeOf(given);
    if (listed !== undefined) {
      const difference = differenceOf(listed.expect, outcome);
      if (difference === undefined) return { id, passed: true, departure: listed.reason };
      return { id, passed: false, difference: `deviates otherwise than listed: ${difference}` };
    }
    const difference = differenceOf(given.expect, outcome);
    if (difference === undefined) return { id, passed: true };
    const departure = departureOf(given, outcome);
    if (departure !== undefined) return { id, passed: true, departure };
    const foreign = whyForeign(given);
    return foreign === undefined
      ? { id, passed: false, difference }
      : { id, passed: false, applicable: false, difference: foreign };
  } catch (error) {
    if (error instanceof NotApplicable) return { id, passed: false, applicable: false, difference: error.message };
    return { id, passed: false, difference: `threw ${error instanceof Error ? error.stack : String(error)}` };
  }
}

/** Runs a case through the public API. */
async function outcomeOf({ input, command, parameters = {} }: UtilityCase): Promise<UtilityOutcome> {
  const session = await Session.create({ packs: [utilityPack] });
  try {
    const records = input?.map(decode);
    const given = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decode(value)]));
    const pipeline =
      records === undefined ? session.pipeline(command, given) : session.from(records).pipe(command, given);
    const { output, errors, warnings, failure } = await pipeline.run();
    return {
      output,
      errors: errors.map(factsOf),
      terminating: failure && factsOf(failure),
      warnings: warnings.map(({ message }) => message),
      variable: (name) => session.variables.get(name),
    };
  } finally {
    await session.dispose();
  }
}

function factsOf({ fullyQualifiedErrorId, categoryInfo, exception, targetObject }: ErrorRecord): OutcomeError {
  const [id = ''] = fullyQualifiedErrorId.split(',');
  return { id, category: categoryInfo.category, message: exception.message, target: targetObject };
}
