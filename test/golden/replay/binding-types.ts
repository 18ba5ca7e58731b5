import { classOf } from '../../../packages/core/src/declare/types/class-of.js';
import { arrayOf, dictionaryOf, nullable, setOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { enumOf, flagsOf } from '../../../packages/core/src/declare/types/enum-of.js';
import * as numbers from '../../../packages/core/src/declare/types/number-types.js';
import type { ParameterType } from '../../../packages/core/src/declare/types/parameter-type.js';
import * as simple from '../../../packages/core/src/declare/types/simple-types.js';
import { NotApplicable } from './binding-case.js';

/** The type that a name of the golden format means: `int`, `string[]`, `int?`, `enum:A,B=5`, `record:Name,Age=int` … */
export function typeNamed(name: string): ParameterType {
  let type = known.get(name);
  if (type === undefined) {
    type = makeType(name);
    known.set(name, type);
  }
  return type;
}

/** One type per name, so that a record class is the same wherever it is mentioned. */
const known = new Map<string, ParameterType>();

function makeType(name: string): ParameterType {
  if (name.endsWith('[]')) return arrayOf(typeNamed(name.slice(0, -2)));
  if (name.endsWith('?')) return nullable(typeNamed(name.slice(0, -1)));
  const generic = /^(list|set)<(.+)>$/.exec(name);
  if (generic !== null) return (generic[1] === 'list' ? arrayOf : setOf)(typeNamed(generic[2] ?? ''));
  const [kind, content] = splitAtColon(name);
  if (kind === 'enum') return enumOf(membersOf(content), `Golden.Enum${content}`);
  if (kind === 'flags') return flagsOf(content.split(','), `Golden.Flags${content}`);
  if (kind === 'record') return recordType(content);
  const type = plainTypes[name];
  if (type === undefined) throw new NotApplicable(`there is no type ${name}`);
  return type;
}

function splitAtColon(name: string): [string, string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** `A,B=5,C` are 0, 5 and 6. */
function membersOf(content: string): Record<string, number> {
  const members: Record<string, number> = {};
  let next = 0;
  for (const part of content.split(',')) {
    const [name = '', value] = part.split('=');
    members[name] = value === undefined ? next : Number(value);
    next = members[name] + 1;
  }
  return members;
}

/** A class with settable properties, text unless said otherwise; named as the captured one. */
function recordType(content: string): ParameterType {
  const properties = content.split(',').map((part) => {
    const [name = '', type = 'string'] = part.split('=');
    return { name, type: typeNamed(type) };
  });
  const className = `Golden.Rec${content.replace(/[,=]/g, '')}`;
  const Target = {
    [className]: class {
      constructor() {
        for (const { name, type } of properties) Reflect.set(this, name, zeroOf(type));
      }
    },
  }[className]!;
  return classOf<object>(Target, Object.fromEntries(properties.map(({ name, type }) => [name, type])));
}

function zeroOf(type: ParameterType): unknown {
  if (type.kind === 'integer' || type.kind === 'number') return 0;
  return type.kind === 'boolean' || type.kind === 'switch' ? false : null;
}

const anyType = simple.AnyType;
const anyDictionary = dictionaryOf(anyType, anyType);

const plainTypes: Readonly<Record<string, ParameterType>> = {
  string: simple.StringType,
  bool: simple.BooleanType,
  switch: simple.Switch,
  char: simple.Char,
  int: numbers.Int32,
  uint: numbers.UInt32,
  long: numbers.Int64,
  byte: numbers.Byte,
  double: numbers.Double,
  decimal: numbers.Double,
  date: simple.DateType,
  duration: simple.DurationType,
  version: simple.VersionType,
  uri: simple.UriType,
  regex: simple.RegexType,
  scriptblock: simple.ScriptBlock,
  type: simple.TypeName,
  object: anyType,
  psobject: anyType,
  list: arrayOf(anyType),
  hashtable: anyDictionary,
  dictionary: anyDictionary,
};
