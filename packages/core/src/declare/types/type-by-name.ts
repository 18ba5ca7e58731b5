import { BigInteger, Byte, Double, Int16, Int32, Int64, SByte, UInt16, UInt32, UInt64 } from './number-types.js';
import type { ParameterType } from './parameter-type.js';
import {
  AnyType,
  BooleanType,
  Char,
  DateType,
  DurationType,
  Guid,
  RegexType,
  ScriptBlock,
  StringType,
  Switch,
  TypeName,
  UriType,
  VersionType,
} from './simple-types.js';
import { typeOf } from './type-of.js';

/**
 * The type that a name means: `int`, `Int32`, `System.Int32`, `string[]`, in any case. Undefined for unknown names;
 * {@link typeNames} lists the known ones.
 */
export function typeByName(name: string): ParameterType | undefined {
  if (name.endsWith('[]')) {
    const element = typeByName(name.slice(0, -2));
    return element && { kind: 'array', name: `${element.name}[]`, element };
  }
  return table().get(name.toLowerCase().replace(/^system\.(?:collections\.)?/, ''));
}

/** The names that {@link typeByName} knows, in lower case. */
export function typeNames(): string[] {
  return [...table().keys()];
}

/** Made when it is first asked for: a short call has no types by name. */
function table(): ReadonlyMap<string, ParameterType> {
  byName ??= new Map<string, ParameterType>(
    Object.entries({
      string: StringType,
      char: Char,
      bool: BooleanType,
      boolean: BooleanType,
      switch: Switch,
      int: Int32,
      int32: Int32,
      uint: UInt32,
      uint32: UInt32,
      long: Int64,
      int64: Int64,
      ulong: UInt64,
      uint64: UInt64,
      short: Int16,
      int16: Int16,
      ushort: UInt16,
      uint16: UInt16,
      byte: Byte,
      sbyte: SByte,
      double: Double,
      bigint: BigInteger,
      biginteger: BigInteger,
      datetime: DateType,
      timespan: DurationType,
      guid: Guid,
      version: VersionType,
      uri: UriType,
      regex: RegexType,
      scriptblock: ScriptBlock,
      type: TypeName,
      object: AnyType,
      psobject: AnyType,
      array: typeOf(Array),
      hashtable: typeOf(Map),
    } satisfies Record<string, ParameterType>),
  );
  return byName;
}

let byName: Map<string, ParameterType> | undefined;
