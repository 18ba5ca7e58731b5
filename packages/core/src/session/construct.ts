import { constructorTypesOf } from '../declare/design-type.js';
import type { Class } from '../declare/types/parameter-type.js';
import { CmdletException } from '../records/cmdlet-exception.js';
import type { CmdletClass } from '../run/inference.js';
import type { PSCmdlet } from '../run/ps-cmdlet.js';
import type { ServiceToken } from '../run/service-token.js';
import { shapeOf } from './cmdlet-shape.js';
import { text } from './text.js';

/**
 * Constructs a class, its constructor's parameters being services; those that have a default value keep it.
 *
 * @param resolve gives the service of a type
 * @throws CmdletException `ServiceNotFound`, also for a parameter whose type is not known at run time
 */
export function construct<T>(target: Class<T>, resolve: (token: ServiceToken) => unknown): T {
  return constructWith(target, classInfo(target).types, resolve);
}

/** As {@link construct}, and keeps the optimised code of a class that is constructed often. */
export function constructCmdlet(target: CmdletClass, resolve: (token: ServiceToken) => unknown): PSCmdlet {
  const info = classInfo(target);
  const cmdlet = constructWith<PSCmdlet>(target, info.types, resolve);
  if (++info.constructed === OFTEN) info.shape = shapeOf(cmdlet, target);
  return cmdlet;
}

const OFTEN = 20;

function constructWith<T>(
  target: Class<T>,
  types: readonly ServiceToken[],
  resolve: (token: ServiceToken) => unknown,
): T {
  return Reflect.construct(target, types.length === 0 ? NO_SERVICES : types.map(resolve)) as T;
}

const NO_SERVICES: readonly unknown[] = [];

/** What is known of a class that is constructed. */
interface ClassInfo {
  readonly types: readonly ServiceToken[];
  constructed: number;
  shape: object | undefined;
}

/** Classes do not change, so they are asked once. */
function classInfo(target: Class): ClassInfo {
  let info = known.get(target);
  if (info === undefined) {
    info = { types: tokensOf(target), constructed: 0, shape: undefined };
    known.set(target, info);
  }
  return info;
}

const known = new WeakMap<Class, ClassInfo>();

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
