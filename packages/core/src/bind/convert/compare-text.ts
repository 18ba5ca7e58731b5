/** How texts are compared. Default: case is ignored. */
export interface TextComparison {
  readonly caseSensitive?: boolean;
  /** The language whose alphabet gives the order, `sv-SE`. Default: the same order in every culture. */
  readonly culture?: string;
}

/** Made when first needed: most commands compare no texts, and the first collator takes as long as they do. */
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
  // The root collation of Unicode, whatever the user's culture.
  const language = culture ?? 'en';
  const key = caseSensitive ? `${language} variant` : language;
  let collator = ofCultures.get(key);
  if (collator === undefined) {
    collator = makeCollator(language, caseSensitive);
    ofCultures.set(key, collator);
  }
  return collator;
}

/** `accent` tells everything apart but case. */
function makeCollator(culture: string, caseSensitive: boolean): Intl.Collator {
  const sensitivity = caseSensitive
    ? ({ sensitivity: 'variant', caseFirst: 'lower' } as const)
    : ({ sensitivity: 'accent' } as const);
  return new Intl.Collator(culture, sensitivity);
}
