import { withRuntime } from '../run/construction.js';
import { DetachedRuntime } from '../run/detached-runtime.js';
import type { CmdletClass } from '../run/inference.js';
import type { PSCmdlet } from '../run/ps-cmdlet.js';

/**
 * An object that V8 takes for another instance of a cmdlet's class, and that holds nothing: what keeps the optimised code
 * of the class while no instance is about; see `specimen.ts`.
 *
 * No code of the class's author is run for it: the base's constructor makes it, and the properties of the instance are
 * added in their order. Where that gives another hidden class (private fields cannot be added) nothing is won or lost.
 */
export function shapeOf(instance: PSCmdlet, target: CmdletClass): object | undefined {
  // A detached runtime for the shape to hold: it is kept for as long as its class, and would keep the session alive.
  const shape = withRuntime(new DetachedRuntime(), () => Reflect.construct(baseOf(target), [], target) as object);
  for (const key of Reflect.ownKeys(instance)) {
    const property = Object.getOwnPropertyDescriptor(instance, key);
    if (property?.writable !== true || !property.enumerable || !property.configurable) return undefined;
    const value: unknown = typeof property.value === 'number' ? 0 : undefined;
    if (!Object.hasOwn(shape, key)) Object.defineProperty(shape, key, { ...property, value });
  }
  return shape;
}

/** The first class of the chain: it extends nothing. */
function baseOf(target: CmdletClass): CmdletClass {
  let base = target;
  for (;;) {
    const next: unknown = Object.getPrototypeOf(base);
    if (typeof next !== 'function' || next === Function.prototype) return base;
    base = next as CmdletClass;
  }
}
