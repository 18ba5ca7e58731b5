import { textOfValue } from '@cmdlet/core';
import { propertyNamesOf, propertyValue } from '@cmdlet/utility';

/**
 * A record as JSON and YAML can hold it: its properties as views see them, maps as objects, sets as lists, dates as ISO
 * text, numbers that JSON has no word for as text, errors with their message. What contains itself becomes its text there.
 */
export function plainData(value: unknown): unknown {
  return isPlain(value) ? value : convert(value, []);
}

/** What needs no conversion; decides most values without walking them. */
function isPlain(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    value === null ||
    (typeof value === 'number' && Number.isFinite(value))
  );
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
  if (path.includes(value)) return textOfValue(value);
  const inner = [...path, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (hasToJson(value)) return convert(value.toJSON(), inner);
  if (Array.isArray(value) || value instanceof Set) {
    return Array.from(value, (element: unknown) => convert(element, inner) ?? null);
  }
  if (value instanceof Map) {
    return Object.fromEntries(
      Array.from(value, ([key, content]: [unknown, unknown]) => [textOfValue(key), convert(content, inner)]),
    );
  }
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array, (byte) => convert(byte, inner));
  if (value instanceof RegExp || value instanceof URL) return textOfValue(value);
  if (value instanceof Error) return { name: value.name, message: value.message };
  const data: Record<string, unknown> = {};
  for (const name of propertyNamesOf(value)) {
    const content = readOrUndefined(value, name);
    const converted = isPlain(content) ? content : convert(content, inner);
    if (converted === undefined) continue;
    if (name === '__proto__') Object.defineProperty(data, name, { value: converted, enumerable: true });
    else data[name] = converted;
  }
  return data;
}

/** A property that cannot be read has no value to show. */
function readOrUndefined(value: object, name: string): unknown {
  try {
    return propertyValue(value, name);
  } catch {
    return undefined;
  }
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
