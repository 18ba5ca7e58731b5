import type { ObservedConfirmation, WarningRecord } from '@cmdlet/core';
import { errorIdIs } from '../error-records.js';
import { isRunResult } from '../run/run-result.js';
import { areEqual, type MatcherResult, type MatcherState, verdict, wrongReceiver } from './matcher.js';
import { matcherText as text } from './matcher-text.js';
import { errorsOf, isJob, receivedErrors, receivedRun } from './received.js';

/** What `toHaveBoundTo` compares; what is left out does not matter. */
export interface ExpectedBinding {
  /** The command of a pipeline that is meant. Default: the last one. */
  readonly command?: string;
  /** The parameter set. */
  readonly set?: string;
  /** Values by name of the parameter, in any case; others may be bound as well. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export function toHaveOutput(this: MatcherState, received: unknown, expected: readonly unknown[]): MatcherResult {
  const run = receivedRun(received);
  if (run === undefined) throw wrongReceiver(text.noRun('toHaveOutput'), received);
  const actual = run.output;
  const messages = { missing: text.otherOutput(errorsOf(run).map(String)), unwanted: text.sameOutput };
  return verdict(areEqual(this, actual, expected), messages, { actual, expected });
}

export function toHaveErrorId(this: MatcherState, received: unknown, errorId: string): MatcherResult {
  const errors = receivedErrors(received);
  if (errors === undefined) throw wrongReceiver(text.noErrors('toHaveErrorId'), received);
  const ids = errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId);
  const pass = errors.some((error) => errorIdIs(error, errorId));
  return verdict(
    pass,
    {
      missing: text.noErrorId(
        errorId,
        errors.map((error, index) => `${ids[index]}: ${error}`),
      ),
      unwanted: text.errorId(errorId),
    },
    { actual: ids, expected: [errorId] },
  );
}

export function toHaveWarned(this: MatcherState, received: unknown, expected?: string | RegExp): MatcherResult {
  const run = receivedRun(received);
  if (run === undefined) throw wrongReceiver(text.noRun('toHaveWarned'), received);
  const warnings = isJob(run) ? run.warning : run.warnings;
  const texts = warnings.map(({ message }: WarningRecord) => message);
  const pass = texts.some((warning) =>
    expected === undefined || typeof expected === 'string' ? warning.includes(expected ?? '') : expected.test(warning),
  );
  return verdict(pass, {
    missing: text.noWarning(expected === undefined ? undefined : String(expected), texts),
    unwanted: text.warning(texts),
  });
}

export function toHaveState(this: MatcherState, received: unknown, expected: string): MatcherResult {
  const run = receivedRun(received);
  if (run === undefined) throw wrongReceiver(text.noRun('toHaveState'), received);
  const reasons = errorsOf(run).map((error) => `${error.fullyQualifiedErrorId}: ${error}`);
  const messages = { missing: text.otherState(expected, run.state, reasons), unwanted: text.sameState(expected) };
  return verdict(run.state === expected, messages, { actual: run.state, expected });
}

export function toHaveAskedConfirmation(
  this: MatcherState,
  received: unknown,
  expected: Partial<ObservedConfirmation> = {},
): MatcherResult {
  if (!isRunResult(received)) throw wrongReceiver(text.noRun('toHaveAskedConfirmation'), received);
  const wanted: Partial<ObservedConfirmation> = { decidedBy: 'Asked', ...expected };
  const pass = received.shouldProcess.some((confirmation) =>
    Object.entries(wanted).every(([name, value]) =>
      areEqual(this, confirmation[name as keyof ObservedConfirmation], value),
    ),
  );
  const messages = { missing: text.notAsked, unwanted: text.asked };
  return verdict(pass, messages, { actual: received.shouldProcess, expected: [wanted] });
}

export function toHaveBoundTo(this: MatcherState, received: unknown, expected: ExpectedBinding): MatcherResult {
  if (!isRunResult(received)) throw wrongReceiver(text.noRun('toHaveBoundTo'), received);
  const { command, set, parameters = {} } = expected;
  const bound = received.bound.findLast((each) => command === undefined || same(each.command, command));
  if (bound === undefined) {
    const errors = errorsOf(received).map((error) => `${error.fullyQualifiedErrorId}: ${error}`);
    return verdict(false, { missing: text.nothingBound(command, errors), unwanted: '' });
  }
  const actual: Record<string, unknown> = {};
  for (const name of Object.keys(parameters)) {
    actual[name] = Object.entries(bound.parameters).find(([shown]) => same(shown, name))?.[1];
  }
  const sides = {
    actual: { ...(set === undefined ? {} : { set: bound.set }), parameters: actual },
    expected: { ...(set === undefined ? {} : { set }), parameters },
  };
  const pass = (set === undefined || same(set, bound.set)) && areEqual(this, actual, parameters);
  return verdict(pass, { missing: text.otherBinding(bound.command), unwanted: text.sameBinding(bound.command) }, sides);
}

export function toHaveNoLeaks(this: MatcherState, received: unknown): MatcherResult {
  if (!isRunResult(received)) throw wrongReceiver(text.noRun('toHaveNoLeaks'), received);
  const leaks = received.leaks.map(String);
  const messages = { missing: text.leaks(leaks), unwanted: text.noLeaks };
  return verdict(leaks.length === 0, messages, { actual: leaks, expected: [] });
}

function same(left: string, right: string): boolean {
  return left.toUpperCase() === right.toUpperCase();
}
