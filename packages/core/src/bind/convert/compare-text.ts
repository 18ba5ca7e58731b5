/** How texts are compared. Default: case is ignored. */
export interface TextComparison {
  readonly caseSensitive?: boolean;
}

// The root collation of Unicode, whatever the user's culture; `accent` tells everything apart but case.
const ignoringCase = new Intl.Collator('en', { sensitivity: 'accent' });
const minding = new Intl.Collator('en', { sensitivity: 'variant', caseFirst: 'lower' });
/** Control characters too: some of them are ignored. */
const OUTSIDE_ASCII = /[^\t-\r -~]/;

/**
 * The order of two texts, the same in every culture: -1, 0 or 1.
 *
 * Letters come before their capitals where case counts; composed and decomposed letters are equal.
 */
export function compareText(left: string, right: string, { caseSensitive = false }: TextComparison = {}): -1 | 0 | 1 {
  if (left === right) return 0;
  return Math.sign((caseSensitive ? minding : ignoringCase).compare(left, right)) as -1 | 0 | 1;
}

/** Whether {@link compareText} gives 0, found out faster. */
export function equalText(left: string, right: string, { caseSensitive = false }: TextComparison = {}): boolean {
  if (left === right) return true;
  if (OUTSIDE_ASCII.test(left) || OUTSIDE_ASCII.test(right)) return compareText(left, right, { caseSensitive }) === 0;
  return !caseSensitive && left.length === right.length && left.toLowerCase() === right.toLowerCase();
}
