/** One object of the captured output. */
export interface CapturedObject {
  readonly type: string | null;
  readonly value: unknown;
}

/** One captured error. */
export interface CapturedError {
  readonly id: string;
  readonly category: string;
  readonly message?: string;
  readonly terminating?: boolean;
}

/** What came out of a case. */
export interface JobExpectation {
  readonly output?: readonly CapturedObject[];
  readonly text?: readonly string[];
  readonly errors?: readonly CapturedError[];
  readonly warnings?: readonly string[];
  readonly verbose?: readonly string[];
  readonly debug?: readonly string[];
  readonly information?: readonly string[];
}

/** A case as it was captured. */
export interface JobCase {
  readonly id: string;
  readonly area: string;
  readonly answers?: readonly string[];
  readonly width?: number;
  readonly script: string;
  readonly expect: JobExpectation;
}

/** What a port gave. */
export interface JobOutcome {
  readonly output: readonly unknown[];
  /** Only where the port draws. */
  readonly text: readonly string[] | undefined;
  readonly errors: readonly CapturedError[];
  readonly warnings: readonly string[];
  readonly verbose: readonly string[];
  readonly debug: readonly string[];
  readonly information: readonly string[];
}

/** A departure: what we expect in place of what was captured, part by part; `output` as values alone. */
export interface JobDeviation {
  readonly reason: string;
  readonly expect: Partial<Omit<JobOutcome, 'errors'>> & { readonly errors?: readonly Partial<CapturedError>[] };
}
