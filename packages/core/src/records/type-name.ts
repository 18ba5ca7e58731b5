/**
 * The name by which a value's type is shown in messages and in an error's category line.
 *
 * Plain objects are `Object`, instances are named by their class; null and undefined have no type and give `''`.
 */
export function typeNameOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Number';
    case 'boolean':
      return 'Boolean';
    case 'bigint':
      return 'BigInt';
    case 'symbol':
      return 'Symbol';
    case 'function':
      return 'Function';
    default: {
      const { constructor: maker } = value as { constructor?: unknown };
      return typeof maker === 'function' && maker.name !== '' ? maker.name : 'Object';
    }
  }
}

/** The name of an exception: the one it was given, else its class. */
export function exceptionNameOf(exception: Error): string {
  return exception.name !== '' && exception.name !== 'Error' ? exception.name : typeNameOf(exception);
}
