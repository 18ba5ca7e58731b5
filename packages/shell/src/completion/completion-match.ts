import type { CompletionResultType } from '@cmdlet/core';

/** One proposal, with everything a shell may show of it. */
export interface CompletionMatch {
  /** Put in the place of the word at the cursor, quoted as the shell needs it. */
  readonly completionText: string;
  /** What a list of proposals shows. */
  readonly listItemText: string;
  readonly resultType: CompletionResultType;
  readonly toolTip: string;
}

/** What is proposed as the value of a parameter. */
export interface ValueMatches {
  readonly matches: readonly CompletionMatch[];
  /** Whether that is the answer even if there are no matches; otherwise file names are proposed. */
  readonly settled: boolean;
}

/** Nobody knew anything about the value. */
export const unsettled: ValueMatches = { matches: [], settled: false };
