import { brand } from '../records/brand.js';

/** What a service is asked for by: a class, abstract ones and ones with a private constructor too. */
export interface ServiceToken<T = unknown> {
  readonly prototype: T;
  readonly name: string;
}

/** Under this a class of the package says its name, so that a token of another copy of the package means the same. */
export const SERVICE_NAME = brand('service');

/** What a token is filed under: itself, or the name that it says. */
export function tokenKey(token: ServiceToken): unknown {
  return Object.hasOwn(token, SERVICE_NAME) ? Reflect.get(token, SERVICE_NAME) : token;
}
