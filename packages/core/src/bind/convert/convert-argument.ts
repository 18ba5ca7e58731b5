import type { ParameterType, ShapeOf } from '../../declare/types/parameter-type.js';
import { ParameterBindingException } from '../../records/exceptions.js';
import { typeNameOf } from '../../records/type-name.js';
import { canBeNull } from './can-be-null.js';
import { type Conversion, conversionWith } from './conversion.js';
import { ConversionException } from './conversion-exception.js';
import type { ConversionOptions } from './conversion-options.js';
import { converterOf } from './converter-of.js';
import { isBuilt, testerOf } from './is-instance-of.js';
import { listElements } from './list-elements.js';
import {
  argumentHasNullElement,
  argumentIsNull,
  argumentNotConverted,
  argumentOfWrongShape,
  booleanValuesOnly,
  oneValueOnly,
} from './text.js';
import { truthOfArgument } from './to-boolean.js';

/**
 * Converts the argument of a parameter to the parameter's type. Stricter than general conversion:
 *
 * - null stays null, whether or not the type can hold it (see {@link canBeNull}); for a switch it is false
 * - booleans and switches take booleans, numbers and the words true and false, nothing else
 * - a list is taken by lists, enums and parameters of any type only
 *
 * @throws ParameterBindingException
 *   `CannotConvertArgument / InvalidArgument`: the value has the wrong shape, such as a list for a single value;
 *   `CannotConvertArgumentNoMessage / InvalidArgument`: the conversion failed, its ConversionException is the cause;
 *   `ParameterArgumentValidationErrorNullNotAllowed / InvalidArgument`: null for a boolean, or a null element in a
 *   list whose elements have no null
 */
export function convertArgument(
  value: unknown,
  type: ParameterType,
  parameterName: string,
  options?: ConversionOptions,
): unknown {
  return argumentConverterOf(type)(value, parameterName, conversionWith(options));
}

/** Converts arguments to one type; see {@link convertArgument}. */
type ArgumentConverter = (value: unknown, parameterName: string, conversion: Conversion) => unknown;

/** The converter of {@link convertArgument} for one type, to be kept where many values are converted. */
function argumentConverterOf(type: ParameterType): ArgumentConverter {
  let converter = converters.get(type);
  if (converter === undefined) {
    converter = makeConverter(type);
    converters.set(type, converter);
  }
  return converter;
}

const converters = new WeakMap<ParameterType, ArgumentConverter>();

function makeConverter(type: ParameterType): ArgumentConverter {
  switch (type.kind) {
    case 'any':
      return (value) => value ?? null;
    case 'boolean':
    case 'switch':
      return booleanConverter(type);
    case 'nullable':
      return nullOr(argumentConverterOf(type.element));
    case 'array':
    case 'set':
      return nullOr(listConverter(type));
    default:
      return nullOr(singleConverter(type));
  }
}

function nullOr(converter: ArgumentConverter): ArgumentConverter {
  return (value, parameterName, conversion) =>
    value === null || value === undefined ? null : converter(value, parameterName, conversion);
}

function booleanConverter(type: ParameterType): ArgumentConverter {
  const isSwitch = type.kind === 'switch';
  return (value, parameterName, { options }) => {
    if (value === null || value === undefined) {
      if (isSwitch) return options.historical === true;
      throw nullNotAllowed(argumentIsNull(parameterName), parameterName, type);
    }
    const truth = truthOfArgument(value, options.historical === true);
    if (truth === undefined) throw wrongShape(value, type, parameterName, booleanValuesOnly());
    return truth;
  };
}

function listConverter(type: ShapeOf<'array' | 'set'>): ArgumentConverter {
  const convertElement = argumentConverterOf(type.element);
  const nullElements = canBeNull(type.element);
  return (value, parameterName, conversion) => {
    if (isBuilt(value, type)) return value;
    const elements = elementsOf(value, type.element, conversion) ?? [value];
    const items = Array.from(elements, (element) => {
      if (nullElements || (element !== null && element !== undefined)) {
        return convertElement(element, parameterName, conversion);
      }
      if (conversion.options.historical === true && type.element.kind !== 'boolean') return zeroOf(type.element);
      throw nullNotAllowed(argumentHasNullElement(parameterName, type.element.name), parameterName, type);
    });
    return type.kind === 'set' ? new Set(items) : items;
  };
}

/** What an element without a value was in PowerShell: the zero of its type. */
function zeroOf(type: ParameterType): unknown {
  if (type.kind === 'enum') return 0;
  if (type.kind === 'switch') return true;
  return type.kind === 'date' ? new Date('0001-01-01T00:00:00') : converterOf(type)(0, conversionWith(undefined));
}

function singleConverter(type: ParameterType): ArgumentConverter {
  const isInstance = testerOf(type);
  const convert = converterOf(type);
  const takesLists = type.kind === 'enum';
  return (value, parameterName, conversion) => {
    if (isInstance(value)) return value;
    if (!takesLists && elementsOf(value, type, conversion) !== undefined) {
      throw wrongShape(value, type, parameterName, oneValueOnly());
    }
    try {
      return convert(value, conversion);
    } catch (error) {
      if (!ConversionException.is(error)) throw error;
      throw new ParameterBindingException(argumentNotConverted(parameterName, error.message), {
        errorId: 'CannotConvertArgumentNoMessage',
        category: 'InvalidArgument',
        cause: error,
        ...facts(value, type, parameterName),
      });
    }
  };
}

/** Once upon a time only arrays were lists. */
function elementsOf(value: unknown, element: ParameterType, { options }: Conversion): Iterable<unknown> | undefined {
  if (options.historical === true && !Array.isArray(value)) return undefined;
  return listElements(value, element);
}

function wrongShape(
  value: unknown,
  type: ParameterType,
  parameterName: string,
  hint: string,
): ParameterBindingException {
  return new ParameterBindingException(argumentOfWrongShape(typeNameOf(value), type.name, parameterName, hint), {
    errorId: 'CannotConvertArgument',
    category: 'InvalidArgument',
    ...facts(value, type, parameterName),
  });
}

function nullNotAllowed(message: string, parameterName: string, type: ParameterType): ParameterBindingException {
  return new ParameterBindingException(message, {
    errorId: 'ParameterArgumentValidationErrorNullNotAllowed',
    category: 'InvalidArgument',
    ...facts(null, type, parameterName),
  });
}

function facts(value: unknown, type: ParameterType, parameterName: string) {
  return { parameterName, parameterType: type.name, typeSpecified: typeNameOf(value) };
}
