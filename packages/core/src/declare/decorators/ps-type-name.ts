import type { ParameterAttribute } from './attribute.js';
import { declareAttribute } from './declare-attribute.js';

/** Demands that the value, or each element of it, carries a type name; help shows it instead of the type. */
export function PSTypeName(name: string): ParameterAttribute {
  return declareAttribute('PSTypeName', { kind: 'typeName', name });
}
