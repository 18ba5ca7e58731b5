/** `DaysAhead` is `--days-ahead`, `UTCOffset` is `--utc-offset`. */
export function gnuName(name: string): string {
  const words = name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1-$2').replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2');
  return `--${words.toLowerCase()}`;
}
