import type { ParameterType } from '../../declare/types/parameter-type.js';
import type { Converter } from './conversion.js';
import { isTruthy } from './is-truthy.js';
import { refusal } from './refusal.js';
import { type TextOptions, textOfValue } from './text-of-value.js';
import { truthOfArgument } from './to-boolean.js';
import { classConverter } from './to-class.js';
import { dictionaryConverter, listConverter } from './to-collection.js';
import { toDate } from './to-date.js';
import { toDuration } from './to-duration.js';
import { enumConverter } from './to-enum.js';
import { bigintConverter, integerConverter, toDouble } from './to-number.js';
import { toChar, toGuid, toRegex, toScriptBlock, toType, toUri, toVersion } from './to-simple.js';

/** The general converter of a type; made when it is first asked for. */
export function converterOf(type: ParameterType): Converter {
  let converter = converters.get(type);
  if (converter === undefined) {
    converter = makeConverter(type);
    converters.set(type, converter);
  }
  return converter;
}

const converters = new WeakMap<ParameterType, Converter>();

function makeConverter(type: ParameterType): Converter {
  switch (type.kind) {
    case 'any':
      return (value) => value;
    case 'string':
      return (value, { options }) => textOfValue(value, options.historical === true ? HISTORICAL_TEXT : undefined);
    case 'boolean':
      return isTruthy;
    case 'switch':
      return toSwitch;
    case 'integer':
      return integerConverter(type);
    case 'number':
      return toDouble;
    case 'bigint':
      return bigintConverter(type);
    case 'char':
      return toChar;
    case 'date':
      return toDate;
    case 'duration':
      return toDuration;
    case 'guid':
      return toGuid;
    case 'version':
      return nullOr(toVersion);
    case 'uri':
      return nullOr(toUri);
    case 'regex':
      return nullOr(toRegex);
    case 'scriptBlock':
      return nullOr(toScriptBlock);
    case 'type':
      return nullOr(toType);
    case 'enum':
      return enumConverter(type);
    case 'class':
      return classConverter(type, converterOf);
    case 'array':
    case 'set':
      return listConverter(type, converterOf(type.element));
    case 'dictionary':
      return dictionaryConverter(type, converterOf(type.key), converterOf(type.element));
    case 'nullable':
      return nullOr(converterOf(type.element));
  }
}

const HISTORICAL_TEXT: TextOptions = { fifteenDigits: true, invariantDates: true };

/** As a parameter: null is absent, which is false. */
const toSwitch: Converter = (value, { options }) => {
  if (value === null || value === undefined) return false;
  const historical = options.historical === true;
  const truth = historical && typeof value !== 'boolean' ? undefined : truthOfArgument(value, historical);
  if (truth === undefined) throw refusal(value, 'switch');
  return truth;
};

function nullOr(converter: Converter): Converter {
  return (value, conversion) => (value === null || value === undefined ? null : converter(value, conversion));
}
