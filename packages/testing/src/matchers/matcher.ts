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
  equals(actual: unknown, expected: unknown): boolean;
}

/** A result whose message follows from whether it passed, for both `expect(x).to…` and `expect(x).not.to…`. */
export function verdict(
  pass: boolean,
  messages: { readonly missing: string; readonly unwanted: string },
  sides: { readonly actual: unknown; readonly expected: unknown } | undefined = undefined,
): MatcherResult {
  return { pass, message: () => (pass ? messages.unwanted : messages.missing), ...sides };
}

/** A matcher was given what it cannot look at. */
export function wrongReceiver(message: string): MatcherResult {
  return { pass: false, message: () => message };
}
