import { MetadataException } from '../../records/exceptions.js';
import type { EnumMember } from './enum-type.js';
import type { ParameterType, ShapeOf } from './parameter-type.js';
import { enumMemberTwice, enumWithoutMembers, flagsNotNumeric } from './text.js';

/** An object of named values, as a TypeScript `enum` is one; or names that are their own values. */
type EnumObject = Readonly<Record<string, string | number>>;

/**
 * One of named values.
 *
 * Converted from a name (any case; a unique beginning of it unless bound strictly), from a value, and from the number
 * of a numeric member as text.
 *
 * @param members a TypeScript enum, an object of names and values, or a list of names which are then the values
 * @param name shown in help and messages; by default the names: `Low|High`
 *
 * @example
 * enum Color { Red, Green }
 * enumOf(Color)             // holds Color.Red or Color.Green
 * enumOf(['Low', 'High'])   // holds 'Low' or 'High'
 */
export function enumOf<const N extends string>(
  members: readonly N[],
  name?: string,
): ParameterType<N> & ShapeOf<'enum'>;
export function enumOf<const E extends EnumObject>(
  members: E,
  name?: string,
): ParameterType<E[keyof E]> & ShapeOf<'enum'>;
export function enumOf(members: readonly string[] | EnumObject, name?: string): ShapeOf<'enum'> {
  const list = isNames(members) ? members.map((member) => ({ name: member, value: member })) : membersOf(members);
  return enumType(list, name, false);
}

/**
 * Named bits that may be combined: `Read, Write`. Holds a `number`.
 *
 * @param members a numeric TypeScript enum, an object of names and numbers, or a list of names which are 1, 2, 4 …
 * @param name shown in help and messages; by default the names: `Read|Write`
 */
export function flagsOf(members: readonly string[], name?: string): ParameterType<number> & ShapeOf<'enum'>;
export function flagsOf<const E extends EnumObject>(
  members: E,
  name?: string,
): ParameterType<E[keyof E]> & ShapeOf<'enum'>;
export function flagsOf(members: readonly string[] | EnumObject, name?: string): ShapeOf<'enum'> {
  const list = isNames(members)
    ? members.map((member, index) => ({ name: member, value: 2 ** index }))
    : membersOf(members);
  for (const member of list) {
    if (!Number.isSafeInteger(member.value)) {
      throw new MetadataException('ParameterTypeNotSupported', flagsNotNumeric(member.name));
    }
  }
  return enumType(list, name, true);
}

function isNames(members: readonly string[] | EnumObject): members is readonly string[] {
  return Array.isArray(members);
}

/** A numeric TypeScript enum maps its numbers back to names; those entries are no members. */
function membersOf(members: EnumObject): EnumMember[] {
  return Object.entries(members)
    .filter(([key]) => !isNumeric(key))
    .map(([name, value]) => ({ name, value }));
}

function isNumeric(key: string): boolean {
  return key.trim() !== '' && !Number.isNaN(Number(key));
}

function enumType(members: readonly EnumMember[], name: string | undefined, flags: boolean): ShapeOf<'enum'> {
  if (members.length === 0) throw new MetadataException('ParameterTypeNotSupported', enumWithoutMembers());
  const names = members.map((member) => member.name);
  const twice = names.find((member, index) => names.indexOf(member) !== index);
  if (twice !== undefined) throw new MetadataException('ParameterTypeNotSupported', enumMemberTwice(twice));
  return { kind: 'enum', name: name ?? names.join('|'), members, flags };
}
