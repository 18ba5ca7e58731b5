import { MetadataException } from '../../records/exceptions.js';
import { lineageOf, ownDeclarations } from '../declarations.js';
import type { ParameterMetadata, ParameterOrigin } from '../metadata.js';
import { nameKey } from '../names.js';
import { type InitialValues, resolveType } from '../resolve-type.js';
import { text } from '../text.js';
import type { Class } from '../types/parameter-type.js';
import { buildParameter } from './build-parameter.js';

/**
 * The parameters that a class and its bases declare, base first.
 *
 * Where a derived class declares a name again, its declaration replaces the base's entirely, at the base's place.
 */
export function declaredParameters(
  target: Class<object>,
  className: string,
  origin: ParameterOrigin,
  initialValues: InitialValues,
): readonly ParameterMetadata[] {
  const merged = new Map<string, ParameterMetadata>();
  for (const declaring of lineageOf(target)) {
    for (const parameter of ownParameters(declaring, className, origin, initialValues)) {
      merged.set(nameKey(parameter.name), parameter);
    }
  }
  return [...merged.values()];
}

function ownParameters(
  declaring: Class<object>,
  className: string,
  origin: ParameterOrigin,
  initialValues: InitialValues,
): readonly ParameterMetadata[] {
  const parameters = new Map<string, ParameterMetadata>();
  for (const { properties } of ownDeclarations(declaring)) {
    for (const [property, applied] of properties) {
      const place = { className, property };
      // Decorators run innermost first; the page reads the other way round.
      const parameter = buildParameter({ place, origin, parts: applied.toReversed() }, (explicit) =>
        resolveType(place, explicit, declaring.prototype as object, initialValues),
      );
      const namesake = parameters.get(nameKey(parameter.name));
      if (namesake !== undefined) {
        const message = text.duplicateParameter(className, parameter.name, namesake.property, property);
        throw new MetadataException('DuplicateParameterDefinition', message);
      }
      parameters.set(nameKey(parameter.name), parameter);
    }
  }
  return [...parameters.values()];
}
