/** Texts of failed conversions: what the value is, what it should become, why that failed, what would be right. */
import { typeNameOf } from '../../records/type-name.js';
import { textOfValue } from './text-of-value.js';

const LONGEST_VALUE = 200;

/** A value inside a message: its text, shortened where it is long; its type's name where its text cannot be had. */
export function shown(value: unknown): string {
  let text: string;
  try {
    text = textOfValue(value);
  } catch {
    text = typeNameOf(value);
  }
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}

export function cannotConvert(value: unknown, typeName: string): string {
  return `Cannot convert the "${shown(value)}" value of type "${typeNameOf(value)}" to type "${typeName}".`;
}

export function cannotConvertBecause(value: unknown, typeName: string, reason: string): string {
  return `Cannot convert value "${shown(value)}" to type "${typeName}". Error: "${reason}"`;
}

export function cannotConvertNull(typeName: string): string {
  return `Cannot convert null to type "${typeName}".`;
}

export function notANumber(text: string): string {
  return `The text '${text}' is not in a correct format for a number, such as 42, 1.5, 1e3, 0x1F or 10kb.`;
}

export function outOfRange(typeName: string, min: number | bigint, max: number | bigint): string {
  return `The value is either too large or too small for ${typeName}: it holds ${min} to ${max}.`;
}

export function tooLong(typeName: string): string {
  return `The value is too large for ${typeName}: it has more than 5000 digits.`;
}

export function hasFraction(typeName: string): string {
  return `The value has a fraction, and ${typeName} holds whole numbers only. Round it first.`;
}

export function notADate(text: string): string {
  return `The text '${text}' is not an ISO 8601 date, such as 2024-05-06, 2024-05-06T07:08:09 or 2024-05-06T07:08:09Z.`;
}

export function notMilliseconds(): string {
  return 'A number is taken as milliseconds since 1970-01-01T00:00Z, from -8.64e15 to 8.64e15.';
}

export function notADuration(text: string): string {
  return `The text '${text}' is not a duration, such as 00:01:30, 1.02:03:04 (days.hours:minutes:seconds) or PT1H30M.`;
}

export function notOneCharacter(): string {
  return 'The text must be exactly one character long.';
}

export function notAGuid(): string {
  return 'It is not a GUID: 32 hexadecimal digits, as in 12345678-90ab-cdef-1234-567890abcdef.';
}

export function notAVersion(): string {
  return 'A version is two to four whole numbers with dots between: 1.2, 1.2.3 or 1.2.3.4.';
}

export function noSuchType(name: string, nearest: readonly string[]): string {
  return `There is no type named '${name}'.${didYouMean(nearest)}`;
}

export function noSuchMember(text: string, names: readonly string[], nearest: readonly string[]): string {
  return `'${text}' is none of the names. The names are: ${names.join(', ')}.${didYouMean(nearest)}`;
}

/** For the end of a message; empty if nothing is near. */
export function didYouMean(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : ` Did you mean ${nearest.join(' or ')}?`;
}

export function ambiguousMember(text: string, names: readonly string[]): string {
  return `'${text}' is the beginning of several names: ${names.join(', ')}. Use a longer one.`;
}

export function oneMemberOnly(text: string, names: readonly string[]): string {
  return `'${text}' names several values, and only one is possible. The names are: ${names.join(', ')}.`;
}

export function undefinedMember(value: unknown, typeName: string, names: readonly string[]): string {
  return `Cannot convert value "${shown(value)}" to type "${typeName}": it is none of its values. The names are: ${names.join(', ')}.`;
}

export function nullMember(typeName: string, names: readonly string[]): string {
  return `Cannot convert null to type "${typeName}". The names of its values are: ${names.join(', ')}.`;
}

export function cannotCreate(typeName: string, reason: string): string {
  return `Cannot create an object of type "${typeName}". ${reason}`;
}

export function noSuchProperty(name: string, typeName: string, settable: readonly string[]): string {
  const list = settable.length === 0 ? 'It has no settable property.' : `Settable are: ${settable.join(', ')}.`;
  return `The property '${name}' was not found on '${typeName}'. ${list}`;
}

export function readOnlyProperty(name: string): string {
  return `"${name}" is a read-only property.`;
}

export function badProperty(name: string, reason: string): string {
  return `Property '${name}': ${reason}`;
}

export function cyclicValue(path: string): string {
  return `The value contains itself: its ${path} is the value again.`;
}

export function argumentOfWrongShape(typeSpecified: string, typeName: string, parameter: string, hint: string): string {
  return `Cannot convert '${typeSpecified}' to the type '${typeName}' required by parameter '${parameter}'. ${hint}`;
}

export function oneValueOnly(): string {
  return 'The parameter takes a single value, not a list.';
}

export function booleanValuesOnly(): string {
  return 'It takes true, false or a number.';
}

export function argumentNotConverted(parameter: string, reason: string): string {
  return `Cannot bind parameter '${parameter}'. ${reason}`;
}

export function argumentIsNull(parameter: string): string {
  return `Cannot bind argument to parameter '${parameter}' because it is null.`;
}

export function argumentHasNullElement(parameter: string, typeName: string): string {
  return `Cannot bind argument to parameter '${parameter}' because an element is null, and ${typeName} has no null.`;
}

export function notComparable(value: unknown): string {
  return `Cannot compare "${shown(value)}": values of type "${typeNameOf(value)}" have no order.`;
}

export function couldNotCompare(left: unknown, right: unknown, reason: string): string {
  return `Could not compare "${shown(left)}" to "${shown(right)}". Error: "${reason}"`;
}
