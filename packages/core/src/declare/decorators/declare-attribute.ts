import { MetadataException } from '../../records/exceptions.js';
import type { ParameterPart } from '../declaration-parts.js';
import { addParameterPart } from '../declarations.js';
import { text } from '../text.js';

/** What is called in both dialects; the public types say with what. */
export type AnyAttribute = (target: unknown, place: unknown) => void;

/**
 * The decorator that adds a part to the declaration of a parameter.
 *
 * Legacy decorators hand over `(prototype, key)`, TC39 ones `(value, context)`; in both the innermost runs first.
 */
export function declareAttribute(attribute: string, part: ParameterPart): AnyAttribute {
  return (target, place) => {
    if (isContext(place)) {
      const className = '(class)';
      if (place.static || place.private || typeof place.name === 'symbol')
        throw notPublic(attribute, className, String(place.name));
      if (place.metadata === undefined) {
        throw new MetadataException('DecoratorMetadataMissing', text.decoratorMetadataMissing(attribute, place.name));
      }
      addParameterPart(place.metadata, place.name, part);
    } else if (typeof target === 'object' && target !== null && typeof place === 'string') {
      addParameterPart(target, place, part);
    } else {
      throw notPublic(attribute, nameOfHolder(target), String(place));
    }
  };
}

/** What the contexts of all kinds of members have in common. */
interface MemberContext {
  readonly kind: string;
  readonly name: string | symbol;
  readonly static: boolean;
  readonly private: boolean;
  /** Missing where the compiler implements an early version of the proposal. */
  readonly metadata?: object;
}

function isContext(place: unknown): place is MemberContext {
  return typeof place === 'object' && place !== null && 'kind' in place;
}

function nameOfHolder(target: unknown): string {
  return typeof target === 'function' ? target.name : '(class)';
}

function notPublic(attribute: string, className: string, property: string): MetadataException {
  return new MetadataException('ParameterNotPublic', text.parameterNotPublic(attribute, className, property));
}
