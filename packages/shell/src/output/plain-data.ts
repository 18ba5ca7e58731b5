/**
 * A record as JSON and YAML can hold it: own and class properties, maps as objects, sets as lists, dates as ISO text,
 * numbers that JSON has no word for as text, errors with their message. What contains itself becomes its text there.
 */
export function plainData(value: unknown): unknown {
  return isPlain(value) ? value : convert(value, []);
}

/** What needs no conversion; decides most records without walking them. */
function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}

function convert(value: unknown, path: readonly object[]): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
    case 'undefined':
    case 'function':
    case 'symbol':
      return undefined;
    case 'object':
      return value === null ? null : convertObject(value, path);
    default:
      return value;
  }
}

function convertObject(value: object, path: readonly object[]): unknown {
  if (path.includes(value)) return String(value);
  const inner = [...path, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (hasToJson(value)) return convert(value.toJSON(), inner);
  if (Array.isArray(value) || value instanceof Set) {
    return Array.from(value, (element: unknown) => convert(element, inner) ?? null);
  }
  if (value instanceof Map) {
    return Object.fromEntries(
      Array.from(value, ([key, content]: [unknown, unknown]) => [String(key), convert(content, inner)]),
    );
  }
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (value instanceof RegExp || value instanceof URL) return String(value);
  if (value instanceof Error) return { name: value.name, message: value.message };
  return Object.fromEntries(propertiesOf(value).map(([name, content]) => [name, convert(content, inner)]));
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

/** Own properties, then the getters of the classes; one that throws is left out. */
function propertiesOf(value: object): [string, unknown][] {
  const names = new Set(Object.keys(value));
  for (let type: unknown = Object.getPrototypeOf(value); isObject(type) && type !== Object.prototype; ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(type))) {
      if ('get' in descriptor && name !== '__proto__') names.add(name);
    }
    type = Object.getPrototypeOf(type);
  }
  const entries: [string, unknown][] = [];
  for (const name of names) {
    try {
      entries.push([name, (value as Readonly<Record<string, unknown>>)[name]]);
    } catch {
      // A property that cannot be read has no value to show.
    }
  }
  return entries;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
