import { Call, type DerivedValue, ofCore, Reference } from './derived-value.js';
import type { PropertyType, TypeShape } from './property-type.js';

/** What to write as `type:` for a property; undefined where nothing can be said. */
export function typeValue({ shape, nullable }: PropertyType): DerivedValue | undefined {
  const value = shape === undefined ? undefined : shapeValue(shape);
  return value === undefined || !nullable ? value : new Call(ofCore('nullable'), [value]);
}

function shapeValue(shape: TypeShape): DerivedValue | undefined {
  switch (shape.kind) {
    case 'boolean':
      return ofCore('Switch');
    case 'enum':
      return new Call(ofCore('enumOf'), [shape.members, shape.name]);
    case 'class':
      return shape.reference;
    case 'list':
      return elementCall('arrayOf', shape.element);
    case 'set':
      return elementCall('setOf', shape.element);
    case 'map': {
      const key = elementValue(shape.key);
      const element = elementValue(shape.element);
      return key && element && new Call(ofCore('dictionaryOf'), [key, element]);
    }
    default:
      return new Reference(GLOBALS[shape.kind]);
  }
}

const GLOBALS = {
  string: 'String',
  number: 'Number',
  bigint: 'BigInt',
  function: 'Function',
  any: 'Object',
  object: 'Object',
} as const;

function elementCall(name: 'arrayOf' | 'setOf', element: PropertyType): DerivedValue | undefined {
  const value = elementValue(element);
  return value && new Call(ofCore(name), [value]);
}

/** A list has no switches in it: each element is true or false. */
function elementValue(type: PropertyType): DerivedValue | undefined {
  if (type.shape?.kind !== 'boolean') return typeValue(type);
  const value = new Reference('Boolean');
  return type.nullable ? new Call(ofCore('nullable'), [value]) : value;
}

/** The closed list of texts or numbers that a property, or each element of it, may be. */
export function valuesOfType({
  shape,
}: PropertyType): { readonly values: readonly string[]; readonly texts: boolean } | undefined {
  if (shape?.kind === 'list' || shape?.kind === 'set') return valuesOfType(shape.element);
  if (shape?.kind !== 'string' && shape?.kind !== 'number') return undefined;
  return shape.values && { values: shape.values, texts: shape.kind === 'string' };
}
