import type { CmdletsSpec, Expectation, LifecycleCase } from './lifecycle-case.js';
import { departuresOfEndings } from './lifecycle-departures-endings.js';
import { departuresOfQuestions } from './lifecycle-departures-questions.js';
import { departuresOfStreams } from './lifecycle-departures-streams.js';

/**
 * What is expected of us where the reference departs from PowerShell: the captured result, rewritten by rules.
 *
 * A rule computes the right result from the captured one where it can. Where the captured result does not tell it, the
 * rule checks what must hold of ours and takes the rest from it.
 */
export function departuresOf(
  given: LifecycleCase,
  cmdlets: CmdletsSpec,
  observed: Expectation,
): { expected: Expectation; departures: string[] } {
  let expected = given.expect;
  const departures: string[] = [];
  for (const { reason, adjust } of DEPARTURES) {
    const change = adjust({ given, cmdlets, expected, observed });
    if (change === undefined) continue;
    expected = { ...expected, ...change } as Expectation;
    departures.push(reason);
  }
  return { expected, departures };
}

/** In an order in which a later rule may build on an earlier one. */
const DEPARTURES = [...departuresOfQuestions, ...departuresOfStreams, ...departuresOfEndings];
