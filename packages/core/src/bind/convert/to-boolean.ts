/**
 * What a value given for a boolean or switch parameter means; undefined if it may not be given for one.
 *
 * Booleans and numbers, and the words `true` and `false`, which is how shells and JSON spell them. No other text:
 * `'0'` and `'no'` would both be true by general conversion.
 */
export function truthOfArgument(value: unknown, historical: boolean): boolean | undefined {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'bigint':
      return historical ? undefined : value !== 0n;
    case 'string':
      return historical ? undefined : WORDS.get(value.toLowerCase());
    default:
      return undefined;
  }
}

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);
