import { constructorTypesOf } from '../declare/design-type.js';
import type { Class } from '../declare/types/parameter-type.js';
import { CmdletException } from '../records/cmdlet-exception.js';
import type { ServiceToken } from '../run/service-token.js';
import { text } from './text.js';

/**
 * Constructs a class, its constructor's parameters being services; those that have a default value keep it.
 *
 * @param resolve gives the service of a type
 * @throws CmdletException `ServiceNotFound`, also for a parameter whose type is not known at run time
 */
export function construct<T>(target: Class<T>, resolve: (token: ServiceToken) => unknown): T {
  let types = constructorTypes.get(target);
  if (types === undefined) {
    types = tokensOf(target);
    constructorTypes.set(target, types);
  }
  return Reflect.construct(target, types.map(resolve)) as T;
}

/** Classes do not change, so they are asked once. */
const constructorTypes = new WeakMap<Class, readonly ServiceToken[]>();

function tokensOf(target: Class): readonly ServiceToken[] {
  const types = constructorTypesOf(target) ?? new Array<undefined>(target.length).fill(undefined);
  return types.map((type, index) => {
    if (type !== undefined) return type;
    throw new CmdletException(text.constructorTypeUnknown(target.name, index + 1), {
      errorId: 'ServiceNotFound',
      category: 'ObjectNotFound',
      target: target.name,
    });
  });
}
