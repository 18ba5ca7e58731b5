import { inspect } from 'node:util';
import { matcherText } from './matcher-text.js';

/** What a matcher gives its runner. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
  /** The two sides that a runner shows the difference of. */
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/** What a matcher needs of its runner. */
export interface MatcherState {
  /** Whether two values are equal, asymmetric matchers as `expect.any(Number)` included. */
  equals(actual: unknown, expected: unknown, testers?: never[]): boolean;
  /** How sets, maps and other iterables are compared; without it the runner's own way. */
  readonly utils?: { readonly iterableEquality?: unknown };
  /** How the test file wants values to be compared. */
  readonly customTesters?: readonly unknown[];
}

/** Whether two values are equal as for the runner's `toEqual`. */
export function areEqual(state: MatcherState, actual: unknown, expected: unknown): boolean {
  const ofIterables = state.utils?.iterableEquality;
  const testers = [...(state.customTesters ?? []), ...(ofIterables === undefined ? [] : [ofIterables])];
  return state.equals(actual, expected, testers as never[]);
}

/** A result whose message follows from whether it passed, for both `expect(x).to…` and `expect(x).not.to…`. */
export function verdict(
  pass: boolean,
  messages: { readonly missing: string; readonly unwanted: string },
  sides: { readonly actual: unknown; readonly expected: unknown } | undefined = undefined,
): MatcherResult {
  return { pass, message: () => (pass ? messages.unwanted : messages.missing), ...sides };
}

/**
 * A matcher was given what it cannot look at. To be thrown: a result would make `expect(x).not.to…` pass.
 *
 * @param looksAt what it can look at
 */
export function wrongReceiver(looksAt: string, received: unknown): TypeError {
  return new TypeError(matcherText.wrongReceiver(looksAt, inspect(received, { depth: 0 })));
}
