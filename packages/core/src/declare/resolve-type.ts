import { MetadataException } from '../records/exceptions.js';
import { designTypeOf } from './design-type.js';
import { at, type Place, text } from './text.js';
import { trialInstance } from './trial-instance.js';
import type { Class, ParameterType } from './types/parameter-type.js';
import { Switch } from './types/simple-types.js';
import { typeOf } from './types/type-of.js';
import type { TypeSpecifier } from './types/type-specifier.js';

/** Where a parameter is declared. */
export interface PropertyPlace extends Place {
  readonly property: string;
}

/** Answers the initial value of a property; throws why it cannot. */
export type InitialValues = (property: string) => unknown;

/**
 * The type of a parameter: `type:`, else the compiler's note, else what the initial value tells.
 *
 * A boolean that is not written out is a switch.
 */
export function resolveType(
  place: PropertyPlace,
  explicit: TypeSpecifier | undefined,
  prototype: object,
  initialValues: InitialValues,
): ParameterType {
  if (explicit !== undefined) return placed(place, explicit);
  const inferred = designTypeOf(prototype, place.property) ?? classOf(initialValue(place, initialValues));
  if (inferred === undefined) throw unknownType(place, text.noInitialValue());
  return inferred === Boolean ? Switch : placed(place, inferred);
}

/** The properties of one instance of the class, which is made when the first is asked for. */
export function initialValuesOf(target: Class<object>): InitialValues {
  let instance: object | undefined;
  return (property) => {
    instance ??= trialInstance(target);
    return Reflect.get(instance, property) as unknown;
  };
}

function placed(place: PropertyPlace, specifier: TypeSpecifier | CallableFunction): ParameterType {
  try {
    return typeOf(specifier as TypeSpecifier);
  } catch (error) {
    if (!(error instanceof MetadataException)) throw error;
    throw new MetadataException(error.errorId, `${at(place)}: ${error.message}`, error);
  }
}

function initialValue(place: PropertyPlace, initialValues: InitialValues): unknown {
  try {
    return initialValues(place.property);
  } catch (error) {
    throw unknownType(place, text.noInstance(error instanceof Error ? error.message : String(error)), error);
  }
}

/** The class of a value; a plain object or a list does not tell what it holds. */
function classOf(value: unknown): CallableFunction | undefined {
  if (value === undefined || value === null || typeof value === 'symbol') return undefined;
  if (typeof value === 'function') return Function;
  const { constructor: maker } = Object(value) as { readonly constructor: unknown };
  return typeof maker === 'function' && maker !== Object && maker !== Array ? maker : undefined;
}

function unknownType(place: PropertyPlace, why: string, cause?: unknown): MetadataException {
  return new MetadataException('ParameterTypeUnknown', text.typeUnknown(place, why), cause);
}
