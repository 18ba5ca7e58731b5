import { MARKER } from '../envelope/marker.js';

/**
 * A copy of a list or of a plain object of which every value is a primitive that clones: it need not be packed, and
 * whatever takes it finds the same. Undefined for all else.
 */
export function inertCopy(value: object): object | undefined {
  if (Array.isArray(value)) {
    const isPlain = value[0] !== MARKER && Object.keys(value).length === value.length;
    return isPlain && value.every(isInert) ? [...(value as unknown[])] : undefined;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype || Object.getOwnPropertySymbols(value).length > 0) {
    return undefined;
  }
  const copy = { ...value };
  return Object.values(copy).every(isInert) ? copy : undefined;
}

function isInert(value: unknown): boolean {
  const type = typeof value;
  return type === 'object' ? value === null : type !== 'function' && type !== 'symbol';
}
