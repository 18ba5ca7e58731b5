import { MetadataException } from '../records/exceptions.js';
import { checkSets } from './build/check-sets.js';
import { declaredParameters } from './build/declared-parameters.js';
import { lineageOf, ownDeclarations } from './declarations.js';
import type { ParameterMetadata } from './metadata.js';
import { sameName } from './names.js';
import { attributesOf, declareParameter, type ParameterDefinition } from './parameter-definition.js';
import { text } from './text.js';
import type { Class } from './types/parameter-type.js';

/** A dynamic parameter as an entry of a dictionary; binding leaves its value in it. */
export interface RuntimeDefinedParameter extends ParameterDefinition {
  /** What it holds before binding, and the bound value after it. */
  value?: unknown;
  /** Whether it was bound. */
  isSet?: boolean;
}

/** Dynamic parameters by name. */
export type RuntimeDefinedParameterDictionary =
  | Readonly<Record<string, RuntimeDefinedParameter>>
  | ReadonlyMap<string, RuntimeDefinedParameter>;

/**
 * The parameters that a command offers for one invocation, and the object that receives their values.
 *
 * @param offered what `getDynamicParameters` returned: an object whose class declares parameters, or a dictionary
 * @throws MetadataException `RuntimeDefinedParameterNameMismatch` where a key differs from the name in its entry, and
 *   any declaration error
 *
 * @example
 * override getDynamicParameters() {
 *   return this.path === 'tree' ? { depth: { type: Int32, position: 1 } } : undefined;
 * }
 */
export function parametersOf(offered: object): {
  readonly parameters: readonly ParameterMetadata[];
  readonly receiver: object;
} {
  const target: unknown = offered.constructor;
  if (isClass(target) && lineageOf(target).some((base) => ownDeclarations(base).length > 0)) {
    return { parameters: read(target, (property) => Reflect.get(offered, property)), receiver: offered };
  }
  return fromDictionary(entriesOf(offered));
}

function read(target: Class<object>, initialValues: (property: string) => unknown): readonly ParameterMetadata[] {
  const parameters = declaredParameters(target, target.name, 'dynamic', initialValues);
  checkSets(target.name, parameters, undefined);
  return parameters;
}

/** A class is made up for the dictionary: its properties are the entries' values. */
function fromDictionary(
  entries: Iterable<readonly [string, RuntimeDefinedParameter]>,
): ReturnType<typeof parametersOf> {
  class DynamicParameters {}
  const receiver = new DynamicParameters();
  for (const [key, definition] of entries) {
    const { name } = definition;
    if (name !== undefined && !sameName(name, key)) {
      throw new MetadataException('RuntimeDefinedParameterNameMismatch', text.dynamicNameMismatch(key, name));
    }
    const { value: _held, isSet: _bound, ...declared } = definition;
    declareParameter(DynamicParameters.prototype, key, attributesOf(declared));
    Object.defineProperty(receiver, key, {
      enumerable: true,
      get: () => definition.value,
      set(value: unknown) {
        definition.value = value;
        definition.isSet = true;
      },
    });
  }
  return { parameters: read(DynamicParameters, () => undefined), receiver };
}

function entriesOf(offered: object): Iterable<readonly [string, RuntimeDefinedParameter]> {
  return offered instanceof Map ? offered.entries() : Object.entries(offered);
}

function isClass(value: unknown): value is Class<object> {
  return typeof value === 'function';
}
