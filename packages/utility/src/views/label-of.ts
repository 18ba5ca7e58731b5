/**
 * The name under which a property is shown: fields of classes begin with a capital, as everything that is declared in
 * TypeScript is shown; the names of plain objects are data and stay as they are.
 */
export function labelOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return name;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  return isPlain || value instanceof Map ? name : name.replace(/^ps(?=[A-Z])|^[a-z]/, (start) => start.toUpperCase());
}
