/** One case of the topic `utility`, as it stands in the files; see `../utility/README.md`. */
export interface UtilityCase {
  readonly id: string;
  readonly note?: string;
  readonly input?: readonly unknown[];
  readonly command: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly expect: UtilityExpectation;
}

export interface UtilityExpectation {
  readonly output?: readonly unknown[];
  readonly errors?: readonly ExpectedError[];
  readonly terminating?: ExpectedError;
  readonly warnings?: readonly string[];
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface ExpectedError {
  readonly id: string;
  readonly category: string;
  readonly message: string;
  readonly target?: unknown;
}

/** What came out on our side. */
export interface UtilityOutcome {
  readonly output: readonly unknown[];
  readonly errors: readonly OutcomeError[];
  readonly terminating: OutcomeError | undefined;
  readonly warnings: readonly string[];
  readonly variable: (name: string) => unknown;
}

export interface OutcomeError {
  /** Without the command's class. */
  readonly id: string;
  readonly category: string;
  readonly message: string;
  readonly target: unknown;
}

/** How one case went. */
export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  readonly applicable?: boolean;
  readonly difference?: string;
  readonly departure?: string;
}

/** Our own expected results where they are not PowerShell's, by id of the case. */
export type Deviations = Readonly<Record<string, { readonly reason: string; readonly expect: UtilityExpectation }>>;

/** A case is about something that TypeScript values do not have. */
export class NotApplicable extends Error {
  override name = 'NotApplicable';
}
