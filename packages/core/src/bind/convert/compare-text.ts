/** How texts are compared. Default: case is ignored. */
export interface TextComparison {
  readonly caseSensitive?: boolean;
  /** The language whose alphabet gives the order, `sv-SE`. Default: the same order in every culture. */
  readonly culture?: string;
}

// The root collation of Unicode, whatever the user's culture; `accent` tells everything apart but case.
const ignoringCase = new Intl.Collator('en', { sensitivity: 'accent' });
const minding = new Intl.Collator('en', { sensitivity: 'variant', caseFirst: 'lower' });
const ofCultures = new Map<string, Intl.Collator>();
/** Control characters too: some of them are ignored. */
const OUTSIDE_ASCII = /[^\t-\r -~]/;

/**
 * The order of two texts, the same in every culture unless one is named: -1, 0 or 1.
 *
 * Letters come before their capitals where case counts; composed and decomposed letters are equal.
 */
export function compareText(left: string, right: string, options: TextComparison = {}): -1 | 0 | 1 {
  if (left === right) return 0;
  return Math.sign(collatorFor(options).compare(left, right)) as -1 | 0 | 1;
}

/** Whether {@link compareText} gives 0, found out faster. */
export function equalText(left: string, right: string, options: TextComparison = {}): boolean {
  if (left === right) return true;
  const onlyAscii = !OUTSIDE_ASCII.test(left) && !OUTSIDE_ASCII.test(right);
  if (!onlyAscii || options.culture !== undefined) return compareText(left, right, options) === 0;
  return options.caseSensitive !== true && left.length === right.length && left.toLowerCase() === right.toLowerCase();
}

function collatorFor({ caseSensitive = false, culture }: TextComparison): Intl.Collator {
  if (culture === undefined) return caseSensitive ? minding : ignoringCase;
  const key = caseSensitive ? `${culture} variant` : culture;
  let collator = ofCultures.get(key);
  if (collator === undefined) {
    const sensitivity = caseSensitive
      ? ({ sensitivity: 'variant', caseFirst: 'lower' } as const)
      : { sensitivity: 'accent' as const };
    collator = new Intl.Collator(culture, sensitivity);
    ofCultures.set(key, collator);
  }
  return collator;
}
