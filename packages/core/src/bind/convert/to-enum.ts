import type { EnumMember } from '../../declare/types/enum-type.js';
import type { ShapeOf } from '../../declare/types/parameter-type.js';
import type { Converter } from './conversion.js';
import { ConversionException } from './conversion-exception.js';
import { enumerableElements } from './enumerable-elements.js';
import { nearestNames } from './nearest-names.js';
import { refusal } from './refusal.js';
import {
  ambiguousMember,
  cannotConvertBecause,
  noSuchMember,
  nullMember,
  oneMemberOnly,
  undefinedMember,
} from './text.js';
import { textOfValue } from './text-of-value.js';

const NUMBER = /^[+-]?\d+$/;

/**
 * Converts to a value of an enum.
 *
 * A text is, in this order: a member's name, the name in another case, the value of a member, its number, and unless
 * strict a unique beginning of a name. Several names with commas are a union of flags, full names only. A list is its
 * elements joined with commas. Numbers must be defined: for flags, consist of defined bits.
 */
export function enumConverter(type: ShapeOf<'enum'>): Converter {
  const { members, flags, name: typeName } = type;
  const names = members.map((member) => member.name);
  const textual = members.some((member) => typeof member.value === 'string');
  const numbered = members.every((member) => numberOf(member) !== undefined);
  const allBits = flags ? members.reduce((bits, member) => bits | BigInt(member.value), 0n) : 0n;

  return (value, { options }) => {
    switch (typeof value) {
      case 'string':
        return fromText(value, value, options);
      case 'number':
        if (!Number.isInteger(value)) return fromText(textOfValue(value), value, options);
        if (isDefined(value)) return memberValue(value);
        throw new ConversionException('UndefinedIntegerToEnum', undefinedMember(value, typeName, names));
      default: {
        const elements = enumerableElements(value);
        if (elements !== undefined) return fromList([...elements], options);
        if (value === null || value === undefined) throw nullFailure();
        throw refusal(value, typeName);
      }
    }
  };

  function fromList(elements: readonly unknown[], options: Parameters<Converter>[1]['options']): unknown {
    if (elements.length === 1 && (elements[0] === null || elements[0] === undefined)) throw nullFailure();
    const text = elements.map((element) => textOfValue(element)).join(',');
    return fromText(text, text, options);
  }

  function fromText(
    text: string,
    value: unknown,
    { strict, historical }: Parameters<Converter>[1]['options'],
  ): unknown {
    const wanted = text.trim();
    const member = findMember(wanted);
    if (member !== undefined) return member.value;
    if (numbered && NUMBER.test(wanted)) {
      if (isDefined(Number(wanted))) return memberValue(Number(wanted));
      throw new ConversionException('EnumParseUndefined', undefinedMember(value, typeName, names));
    }
    if (wanted.includes(',')) return fromNames(wanted, value, historical === true);
    return fromPrefix(wanted, value, strict === true);
  }

  function fromNames(text: string, value: unknown, historical: boolean): number {
    if (!flags && (!historical || textual)) {
      throw new ConversionException(
        'SeveralNamesForEnum',
        cannotConvertBecause(value, typeName, oneMemberOnly(text, names)),
      );
    }
    let bits = 0n;
    for (const part of text.split(',').map((name) => name.trim())) {
      const number = findMember(part)?.value ?? (NUMBER.test(part) ? part : undefined);
      if (number === undefined) throw noMatch(value, noSuchMember(text, names, nearestNames(text, names)));
      bits |= BigInt(number);
    }
    if (isDefined(Number(bits))) return Number(bits);
    throw new ConversionException('EnumParseUndefined', undefinedMember(value, typeName, names));
  }

  function fromPrefix(text: string, value: unknown, strict: boolean): unknown {
    const start = text.toLowerCase();
    const candidates = strict ? [] : members.filter((member) => member.name.toLowerCase().startsWith(start));
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1 && text !== '') return only.value;
    throw noMatch(
      value,
      candidates.length === 0 || text === ''
        ? noSuchMember(text, names, nearestNames(text, names))
        : ambiguousMember(
            text,
            candidates.map((member) => member.name),
          ),
    );
  }

  function findMember(text: string): EnumMember | undefined {
    const lower = text.toLowerCase();
    return (
      members.find((member) => member.name === text) ??
      members.find((member) => member.name.toLowerCase() === lower) ??
      members.find((member) => typeof member.value === 'string' && member.value.toLowerCase() === lower)
    );
  }

  function isDefined(number: number): boolean {
    if (!flags) return members.some((member) => numberOf(member) === number);
    return Number.isSafeInteger(number) && (BigInt(number) & ~allBits) === 0n;
  }

  function memberValue(number: number): number | string {
    return flags ? number : (members.find((member) => numberOf(member) === number)?.value ?? number);
  }

  function nullFailure(): ConversionException {
    return new ConversionException('nullToEnumInvalidCast', nullMember(typeName, names));
  }

  function noMatch(value: unknown, reason: string): ConversionException {
    return new ConversionException(
      'SubstringDisambiguationEnumParseThrewAnException',
      cannotConvertBecause(value, typeName, reason),
    );
  }
}

function numberOf({ value, number }: EnumMember): number | undefined {
  return typeof value === 'number' ? value : number;
}

/** Whether a value is one that a parameter of the enum holds. */
export function isEnumValue(type: ShapeOf<'enum'>): (value: unknown) => boolean {
  const values = new Set<unknown>(type.members.map((member) => member.value));
  if (!type.flags) return (value) => values.has(value);
  const allBits = type.members.reduce((bits, member) => bits | BigInt(member.value), 0n);
  return (value) => typeof value === 'number' && Number.isSafeInteger(value) && (BigInt(value) & ~allBits) === 0n;
}
