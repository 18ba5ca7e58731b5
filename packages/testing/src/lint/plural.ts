/** Words that end in s and are singular. */
const SINGULAR = new Set([
  'alias',
  'atlas',
  'bias',
  'bus',
  'canvas',
  'chaos',
  'gas',
  'lens',
  'news',
  'series',
  'species',
  'synopsis',
]);
const SINGULAR_ENDING = /(?:ss|us|is|ics|ous)$/;

/** Whether the last word of a name is an English plural, as far as its ending tells. Abbreviations, `DNS`, are none. */
export function isPlural(name: string): boolean {
  const word = lastWord(name);
  if (!word.endsWith('s') || word === word.toUpperCase()) return false;
  return !SINGULAR.has(word.toLowerCase()) && !SINGULAR_ENDING.test(word.toLowerCase());
}

/** The singular of such a name. */
export function singularOf(name: string): string {
  if (/[^aeiou]ies$/i.test(name)) return `${name.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh|us)es$/i.test(name)) return name.slice(0, -2);
  return name.slice(0, -1);
}

function lastWord(name: string): string {
  return /[A-Z]+[^A-Z]*$|[^A-Z]+$/.exec(name)?.[0] ?? name;
}
