/** One test: what it says, and what it does. Fails by throwing. */
export interface TestCase {
  readonly title: string;
  readonly check: () => void | Promise<void>;
}

/**
 * Hands cases to a test runner: `defineTests(test, bindingTable(GetForecast, rows))`, with the `test` or `it` of vitest,
 * node:test, or another.
 */
export function defineTests(
  test: (title: string, check: () => void | Promise<void>) => unknown,
  cases: Iterable<TestCase>,
): void {
  for (const { title, check } of cases) void test(title, check);
}
