import type { CmdletsSpec, Expectation, LifecycleCase } from './lifecycle-case.js';

/** What a rule may look at. `expected` is what PowerShell does, `observed` what we do. */
export interface Comparison {
  readonly given: LifecycleCase;
  readonly cmdlets: CmdletsSpec;
  readonly expected: Expectation;
  readonly observed: Expectation;
}

/** Parts of a result that are other than captured; undefined for a part that is not there. */
export type Change = { readonly [TPart in keyof Expectation]: Expectation[TPart] | undefined };

/** One departure that the reference demands: gives the result that is right for us, or nothing if it does not apply. */
export interface Departure {
  readonly reason: string;
  adjust(comparison: Comparison): Change | undefined;
}
