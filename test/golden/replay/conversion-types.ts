import { arrayOf, dictionaryOf, nullable, setOf } from '../../../packages/core/src/declare/types/collection-types.js';
import * as numbers from '../../../packages/core/src/declare/types/number-types.js';
import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import * as simple from '../../../packages/core/src/declare/types/simple-types.js';
import { typeOf } from '../../../packages/core/src/declare/types/type-of.js';
import { classes, classesWithImplicitConversions, enums } from './conversion-fixtures.js';

/** A case is about something that TypeScript values or this package do not have. */
export class NotApplicable extends Error {
  override name = 'NotApplicable';
}

/** The type that a name of the golden format means: `int`, `string[]`, `nullable:int`, `class:Person` … */
export function typeNamed(name: string): ParameterType {
  if (name.endsWith('[]')) return arrayOf(typeNamed(name.slice(0, -2)));
  const [prefix = '', rest = ''] = name.includes(':') ? split(name) : ['', name];
  const type = prefix === '' ? plainTypes[rest] : prefixed[prefix]?.(rest);
  const found = type ?? enums[rest] ?? classes[rest];
  if (found === undefined) throw new NotApplicable(`there is no type ${name}`);
  return found;
}

function split(name: string): [string, string] {
  const colon = name.indexOf(':');
  return [name.slice(0, colon), name.slice(colon + 1)];
}

const anyType = typeOf(Object);
const anyDictionary = typeOf(Map);

const plainTypes: Readonly<Record<string, ParameterType>> = {
  string: typeOf(String),
  bool: typeOf(Boolean),
  switch: simple.Switch,
  char: simple.Char,
  int: numbers.Int32,
  uint: numbers.UInt32,
  long: numbers.Int64,
  ulong: numbers.UInt64,
  short: numbers.Int16,
  ushort: numbers.UInt16,
  byte: numbers.Byte,
  sbyte: numbers.SByte,
  double: numbers.Double,
  bigint: numbers.BigInteger,
  date: simple.DateType,
  duration: simple.DurationType,
  guid: simple.Guid,
  version: simple.VersionType,
  uri: simple.UriType,
  regex: simple.RegexType,
  scriptblock: simple.ScriptBlock,
  type: simple.TypeName,
  object: anyType,
  psobject: anyType,
  array: arrayOf(anyType),
  hashtable: anyDictionary,
  ordered: anyDictionary,
  dictionary: anyDictionary,
  iset: setOf(String),
};

const prefixed: Readonly<Record<string, (rest: string) => ParameterType | undefined>> = {
  nullable: (rest) => nullable(typeNamed(rest)),
  list: (rest) => arrayOf(typeNamed(rest)),
  map: (rest) => dictionaryOf(String, typeNamed(rest)),
  enum: (rest) => enums[rest],
  flags: (rest) => enums[rest],
  class: (rest) => {
    const type = classes[rest];
    if (type === undefined && classesWithImplicitConversions.has(rest)) {
      throw new NotApplicable(`the class ${rest} has conversions of its own`);
    }
    return type;
  },
};
