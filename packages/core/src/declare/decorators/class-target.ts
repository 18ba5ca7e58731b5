import type { Class } from '../types/parameter-type.js';

/** Whether a decorator was called for a class, in either dialect, and not for a member. */
export function isClassTarget(target: unknown, place: unknown): target is Class<object> {
  return typeof target === 'function' && (place === undefined || (isContext(place) && place.kind === 'class'));
}

function isContext(place: unknown): place is { readonly kind: string } {
  return typeof place === 'object' && place !== null && 'kind' in place;
}
