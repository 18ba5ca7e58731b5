import type { CommandMetadata } from './metadata.js';
import type { Class } from './types/parameter-type.js';

/** Kept on the class, so that another copy of this package finds it; see `declarations.ts`. */
const METADATA = Symbol.for('@cmdlet/core/command-metadata');

/** Whether a value is a class with `@Cmdlet` of its own. */
export function isCmdletClass(value: unknown): value is Class<object> {
  return typeof value === 'function' && Object.hasOwn(value, METADATA);
}

/** The metadata built before, if nothing was declared since. */
export function keptMetadata(cmdletClass: Class<object>): CommandMetadata | undefined {
  return isCmdletClass(cmdletClass) ? (Reflect.get(cmdletClass, METADATA) as CommandMetadata | undefined) : undefined;
}

export function keepMetadata(cmdletClass: Class<object>, metadata: CommandMetadata): void {
  Object.defineProperty(cmdletClass, METADATA, { value: metadata, configurable: true });
}

/** Another decorator of the class was applied; legacy ones above `@Cmdlet` come after it. */
export function forgetMetadata(cmdletClass: Class<object>): void {
  if (isCmdletClass(cmdletClass))
    Object.defineProperty(cmdletClass, METADATA, { value: undefined, configurable: true });
}
