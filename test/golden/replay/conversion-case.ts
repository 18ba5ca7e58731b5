/** One case of the topic, as it stands in the files. */
export interface ConversionCase {
  readonly id: string;
  readonly note?: string;
  readonly expect: Expectation;
  // convert
  readonly value?: unknown;
  readonly to?: string;
  readonly ofs?: string;
  // argument
  readonly parameter?: string;
  readonly argument?: unknown;
  readonly commandLine?: string;
  readonly culture?: string;
  // compare, operator, unary
  readonly compare?: boolean;
  readonly left?: unknown;
  readonly right?: unknown;
  readonly op?: string;
  readonly operand?: unknown;
}

export interface Expectation {
  readonly value?: unknown;
  readonly error?: ExpectedError;
  readonly equals?: boolean;
  readonly compare?: number | { readonly error: ExpectedError };
  readonly equalsCaseSensitive?: boolean;
  readonly compareCaseSensitive?: number | { readonly error: ExpectedError };
}

interface ExpectedError {
  readonly id: string;
  readonly message?: string;
}

/** What came out on our side, in the format of the cases. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly error: { readonly id: string; readonly message: string } }
  | Comparison;

export interface Comparison {
  readonly equals: boolean;
  readonly compare: number | 'error';
  readonly equalsCaseSensitive: boolean;
  readonly compareCaseSensitive: number | 'error';
}

/** How one case went. */
export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  /** False for cases about types or operators that this package does not have; those are not passes. */
  readonly applicable: boolean;
  readonly difference?: string;
  /** Why the expected result is not the captured one. */
  readonly departure?: string;
}

/** Our own expected results where they are not PowerShell's, by id of the case. */
export type Deviations = Readonly<Record<string, { readonly reason: string; readonly expect: Expectation }>>;
