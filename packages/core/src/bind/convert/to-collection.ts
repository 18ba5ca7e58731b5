import type { ShapeOf } from '../../declare/types/parameter-type.js';
import type { Conversion, Converter } from './conversion.js';
import { ConversionException } from './conversion-exception.js';
import { isBuilt, isInstanceOf } from './is-instance-of.js';
import { entriesOf, listElements } from './list-elements.js';
import { refusal } from './refusal.js';
import { cannotConvert, cannotConvertBecause } from './text.js';

/** Converts to `T[]` or `Set<T>`: a list element by element, a single value to a list of one. */
export function listConverter(type: ShapeOf<'array' | 'set'>, element: Converter): Converter {
  const splitsText = type.element.kind === 'char';
  const build = type.kind === 'set' ? (items: readonly unknown[]) => new Set(items) : undefined;

  return (value, conversion) => {
    if (value === null || value === undefined) return null;
    if (isBuilt(value, type)) return value;
    const elements =
      listElements(value, type.element) ?? (splitsText && typeof value === 'string' ? splitUnits(value) : undefined);
    const items =
      elements === undefined ? [single(value, conversion)] : Array.from(elements, (item) => element(item, conversion));
    return build === undefined ? items : build(items);
  };

  function single(value: unknown, conversion: Conversion): unknown {
    try {
      return element(value, conversion);
    } catch (error) {
      if (!ConversionException.is(error)) throw error;
      throw error.errorId === 'ConvertToFinalInvalidCastException'
        ? new ConversionException('ConvertToFinalInvalidCastException', cannotConvert(value, type.name), error)
        : new ConversionException(
            'InvalidCastExceptionScalarToArray',
            cannotConvertBecause(value, type.name, error.message),
            error,
          );
    }
  }
}

/** Converts to `Map<K, V>`: a dictionary or a plain object, entry by entry. */
export function dictionaryConverter(type: ShapeOf<'dictionary'>, key: Converter, element: Converter): Converter {
  const takesAnything = type.key.kind === 'any' && type.element.kind === 'any';
  return (value, conversion) => {
    if (value === null || value === undefined) return null;
    if (!(value instanceof Map) && conversion.options.historical === true) throw refusal(value, type.name);
    if (value instanceof Map && (takesAnything || isInstanceOf(value, type))) return value;
    const entries = entriesOf(value);
    if (entries === undefined) throw refusal(value, type.name);
    return new Map(entries.map(([name, content]) => [key(name, conversion), element(content, conversion)]));
  };
}

/** UTF-16 units, as a `char` is one; not the code points that iteration gives. */
function splitUnits(text: string): string[] {
  return text.split('');
}
