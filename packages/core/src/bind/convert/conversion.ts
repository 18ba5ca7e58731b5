import type { ConversionOptions } from './conversion-options.js';

/** What a converter knows besides the value: the options, and which objects it is inside of. */
export interface Conversion {
  readonly options: ConversionOptions;
  /** The innermost object whose properties are being converted. */
  readonly inside: Enclosing | undefined;
}

/** An object whose properties are being converted. */
export interface Enclosing {
  readonly value: unknown;
  /** Name of the property that leads to the object; empty for the outermost. */
  readonly property: string;
  readonly outer: Enclosing | undefined;
}

/** Converts values to one type. Made once per type; throws a ConversionException for a value that does not fit. */
export type Converter = (value: unknown, conversion: Conversion) => unknown;

/** The state in which a conversion begins. */
export function conversionWith(options: ConversionOptions | undefined): Conversion {
  return options === undefined ? PLAIN : { options, inside: undefined };
}

const PLAIN: Conversion = { options: {}, inside: undefined };
