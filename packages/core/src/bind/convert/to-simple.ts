import type { Class } from '../../declare/types/parameter-type.js';
import {
  Char,
  Guid,
  RegexType,
  ScriptBlock,
  TypeName,
  UriType,
  VersionType,
} from '../../declare/types/simple-types.js';
import { typeByName, typeNames } from '../../declare/types/type-by-name.js';
import { isParameterType, typeOf } from '../../declare/types/type-of.js';
import { Version } from '../../declare/types/version.js';
import type { Converter } from './conversion.js';
import { ConversionException } from './conversion-exception.js';
import { nearestNames } from './nearest-names.js';
import { parseFailure, refusal } from './refusal.js';
import { cannotConvertBecause, noSuchType, notAGuid, notAVersion, notOneCharacter } from './text.js';
import { textOfValue } from './text-of-value.js';

/** Converts to text of exactly one UTF-16 unit: from such a text, or from the unit's code. */
export const toChar: Converter = (value) => {
  if (typeof value === 'string') {
    if (value.length === 1) return value;
    throw parseFailure(value, Char.name, notOneCharacter());
  }
  if (value === null || value === undefined) return '\0';
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff) {
    return String.fromCharCode(value);
  }
  if (typeof value !== 'number') throw refusal(value, Char.name);
  throw new ConversionException('InvalidCastIConvertible', cannotConvertBecause(value, Char.name, notOneCharacter()));
};

const GUID = /^(?:[0-9a-f]{32}|(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}))$/i;
const GUID_PARTS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** Converts to the text of a GUID, in lower case with hyphens. Hyphens may be missing, and brackets stand around it. */
export const toGuid: Converter = (value) => {
  const text = textOrNumber(value, Guid.name).trim();
  const bare = /^(?:\{.*\}|\(.*\))$/.test(text) ? text.slice(1, -1) : text;
  if (!GUID.test(bare)) throw parseFailure(value, Guid.name, notAGuid());
  return bare.replaceAll('-', '').replace(GUID_PARTS, '$1-$2-$3-$4-$5').toLowerCase();
};

/** Converts to a {@link Version}: from its text, or from a number by its text. */
export const toVersion: Converter = (value) => {
  if (value instanceof Version) return value;
  const version = Version.parse(textOrNumber(value, VersionType.name));
  if (version === undefined) throw parseFailure(value, VersionType.name, notAVersion());
  return version;
};

/** Converts to a `URL`: absolute addresses only. */
export const toUri: Converter = (value) => {
  if (value instanceof URL) return value;
  const text = textOrNumber(value, UriType.name);
  try {
    return new URL(text);
  } catch (error) {
    const message = cannotConvertBecause(value, UriType.name, 'It is not an absolute address, such as https://a.b/c.');
    throw new ConversionException('InvalidCastFromStringToUri', message, error);
  }
};

/** Converts to a `RegExp` without flags. */
export const toRegex: Converter = (value) => {
  if (value instanceof RegExp) return value;
  const text = textOrNumber(value, RegexType.name);
  try {
    return new RegExp(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = cannotConvertBecause(value, RegexType.name, reason);
    throw new ConversionException('InvalidCastFromStringToRegex', message, error);
  }
};

/** Takes functions only; text is never compiled. */
export const toScriptBlock: Converter = (value) => {
  if (typeof value === 'function') return value;
  throw refusal(value, ScriptBlock.name);
};

/** Converts to a parameter type: from itself, a class, or a name. */
export const toType: Converter = (value) => {
  if (isParameterType(value)) return value;
  if (typeof value === 'function') return typeOf(value as Class);
  if (typeof value !== 'string') throw refusal(value, TypeName.name);
  const type = typeByName(value);
  if (type !== undefined) return type;
  const reason = noSuchType(value, nearestNames(value, typeNames()));
  throw new ConversionException('InvalidCastFromStringToType', cannotConvertBecause(value, TypeName.name, reason));
};

function textOrNumber(value: unknown, typeName: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return textOfValue(value);
  throw refusal(value, typeName);
}
