/**
 * Whether a text is the beginning of a JSON document: nothing in it is wrong, whatever may be missing. It is not cut
 * within a word, a number or a text, as a whole line never is.
 *
 * The tokens are read one after the other; what may come next depends on the last one and on the brackets that are open.
 */
export function isJsonBeginning(text: string): boolean {
  const open: ('{' | '[')[] = [];
  let next: Expected = 'value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const token = TOKEN.exec(text)?.groups;
    if (token === undefined) return false;
    const { mark, string, scalar, end } = token;
    if (end !== undefined) return true;
    if (mark === '}' || mark === ']') {
      const isEmpty = next === (mark === '}' ? 'firstKey' : 'firstValue');
      if ((next !== 'comma' && !isEmpty) || open.pop() !== (mark === '}' ? '{' : '[')) return false;
      next = open.length === 0 ? 'end' : 'comma';
    } else if (mark === ',') {
      if (next !== 'comma') return false;
      next = open.at(-1) === '{' ? 'key' : 'value';
    } else if (mark === ':') {
      if (next !== 'colon') return false;
      next = 'value';
    } else if (string !== undefined && (next === 'key' || next === 'firstKey')) {
      next = 'colon';
    } else {
      if (next !== 'value' && next !== 'firstValue') return false;
      if (mark === '{' || mark === '[') {
        open.push(mark);
        next = mark === '{' ? 'firstKey' : 'firstValue';
      } else if (string !== undefined || scalar !== undefined) {
        next = open.length === 0 ? 'end' : 'comma';
      }
    }
  }
}

/** What may come: the first of an object or a list may be its end as well. */
type Expected = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'comma' | 'end';

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text in JSON holds none of them
  /[ \t\r\n]*(?:(?<mark>[{}[\],:])|(?<string>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?<scalar>(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-]))|(?<end>$))/uy;
