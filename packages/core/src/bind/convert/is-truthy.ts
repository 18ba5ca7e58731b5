/**
 * Whether a value counts as true.
 *
 * False are null, undefined, false, zero of any number type, the empty text and the empty array. An array of one
 * element counts as that element, unless the element is itself an array: that is true when not empty. Everything
 * else is true: blank text, `'0'`, `'False'`, NaN, empty sets, dictionaries and objects.
 */
export function isTruthy(value: unknown): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    case 'string':
      return value !== '';
    case 'undefined':
      return false;
    default:
      return Array.isArray(value) ? isTruthyArray(value) : value !== null;
  }
}

function isTruthyArray(list: readonly unknown[]): boolean {
  if (list.length !== 1) return list.length > 1;
  const [element] = list;
  return Array.isArray(element) ? element.length > 0 : isTruthy(element);
}
