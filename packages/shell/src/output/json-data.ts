import { isPlainRecord } from '@cmdlet/utility';

/**
 * The JSON of a plain object of {@link isJsonData}, on one line; undefined for any other value. Most records are such:
 * they need not be copied, and few properties with short values are put together faster than `JSON.stringify` does it.
 */
export function jsonOfPlainRecord(record: unknown): string | undefined {
  if (typeof record !== 'object' || !isPlainRecord(record) || 'toJSON' in record) return undefined;
  let json = '';
  try {
    for (const name in record) {
      const part = jsonOf(record[name]);
      if (part === undefined) return undefined;
      json += json === '' ? keyOf(name) + part : `,${keyOf(name)}${part}`;
    }
  } catch {
    // A property that cannot be read.
    return undefined;
  }
  return `{${json}}`;
}

/**
 * Whether `JSON.stringify` writes a value as it writes the plain data of it: texts, booleans, null, finite numbers, and
 * plain objects and lists of them.
 *
 * @param depth levels that may be looked into; what is deeper, or contains itself, is not such data
 */
export function isJsonData(value: unknown, depth = DEEPEST): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return isDataList(value, depth - 1) || isDataObject(value, depth - 1);
}

const DEEPEST = 8;

function isDataList(value: object, depth: number): boolean {
  if (!Array.isArray(value) || Object.getPrototypeOf(value) !== Array.prototype || 'toJSON' in value) return false;
  return value.every((element) => isJsonData(element, depth));
}

function isDataObject(value: object, depth: number): boolean {
  if (!isPlainRecord(value) || 'toJSON' in value) return false;
  for (const name in value) if (!isJsonData(value[name], depth)) return false;
  return true;
}

function jsonOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return NEEDS_ESCAPE.test(value) ? JSON.stringify(value) : `"${value}"`;
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return value === null ? 'null' : isJsonData(value) ? JSON.stringify(value) : undefined;
  }
}

/** Anything but printable ASCII, to be sure. */
const NEEDS_ESCAPE = /[^ !#-[\]-~]/u;

/** The texts in front of values, by name; few, as a stream of records has. */
const keys = new Map<string, string>();
const MOST_KEYS = 1000;

function keyOf(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    if (keys.size >= MOST_KEYS) keys.clear();
    key = `${JSON.stringify(name)}:`;
    keys.set(name, key);
  }
  return key;
}
