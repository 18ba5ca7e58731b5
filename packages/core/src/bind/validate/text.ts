/** Texts of values that a validation refused: the value, the rule, and what would be right. */

import { typeNameOf } from '../../records/type-name.js';
import { didYouMean, shown } from '../convert/text.js';

export function argumentRefused(parameter: string, reason: string): string {
  return `Cannot validate argument on parameter '${parameter}'. ${reason}`;
}

export function isNull(): string {
  return 'The argument is null, and a value is needed.';
}

export function isEmpty(): string {
  return 'The argument is empty, and must not be.';
}

export function isBlank(): string {
  return 'The argument is empty or consists of white space only.';
}

export function nullElement(): string {
  return 'The argument is null or an element of it is null. Leave null elements out.';
}

export function emptyElement(): string {
  return 'An element of the argument is empty. Leave empty elements out.';
}

export function blankElement(): string {
  return 'An element of the argument is empty or consists of white space only. Leave such elements out.';
}

export function lengthOfNoText(value: unknown): string {
  return `The length of text is limited here, and the value is ${value === null ? 'null' : `of type ${typeNameOf(value)}`}. Supply text.`;
}

export function tooShort(length: number, minimum: number): string {
  return `The text is too short: it has ${length} characters and needs at least ${minimum}.`;
}

export function tooLong(length: number, maximum: number): string {
  return `The text is too long: it has ${length} characters and may have at most ${maximum}.`;
}

export function belowRange(value: unknown, limit: unknown): string {
  return `The argument ${shown(value)} is less than the minimum of ${shown(limit)}. Supply ${shown(limit)} or more.`;
}

export function aboveRange(value: unknown, limit: unknown): string {
  return `The argument ${shown(value)} is greater than the maximum of ${shown(limit)}. Supply ${shown(limit)} or less.`;
}

export function notInRangeType(value: unknown, limitType: string): string {
  return `The argument "${shown(value)}" is of type ${typeNameOf(value)} and cannot be compared with limits of type ${limitType}.`;
}

export function wrongSign(value: unknown, wanted: string): string {
  return `The argument ${shown(value)} is not ${wanted}.`;
}

export function noMatch(text: string, pattern: string): string {
  return `The argument "${text}" does not match the pattern "${pattern}".`;
}

export function notInSet(text: string, values: string, nearest: readonly string[]): string {
  return `The argument "${text}" is not one of: ${values}.${didYouMean(nearest)}`;
}

export function noValidValues(): string {
  return 'The function that gives the valid values gave none. It must return a list of texts.';
}

export function scriptRefused(value: unknown, script: string): string {
  return `The validation "${script}" was not true for the value "${shown(value)}".`;
}

export function scriptIsAsynchronous(): string {
  return 'The validation returned a promise. Validations run while parameters are bound and must be synchronous.';
}

export function ruleRefused(name: string, value: unknown): string {
  return `The rule ${name} refuses the value "${shown(value)}".`;
}

export function wrongCount(count: number, minimum: number, maximum: number): string {
  const wanted = minimum === maximum ? `exactly ${minimum}` : `at least ${minimum} and at most ${maximum}`;
  return `The parameter takes ${wanted} values, and ${count} were given.`;
}

export function countOfNoList(value: unknown): string {
  return `The number of values is limited here, and the value of type ${typeNameOf(value)} is not a list. Supply a list.`;
}

export function notAPath(value: unknown): string {
  return `The argument of type ${typeNameOf(value)} is not a path. Supply text.`;
}

export function pathWithoutDrive(path: string, drives: readonly string[]): string {
  return `The path "${path}" names no drive. Begin it with one of: ${drives.join(', ')}.`;
}

export function driveNotAllowed(drive: string, drives: readonly string[]): string {
  return `The drive "${drive}" is not allowed here. Allowed are: ${drives.join(', ')}.`;
}

export function notAVariableName(text: string): string {
  return `"${text}" is not the name of a variable: a name alone, without a drive, with a leading + to add to it.`;
}

export function nullNotAllowed(parameter: string): string {
  return `Cannot bind argument to parameter '${parameter}' because it is null.`;
}

export function emptyStringNotAllowed(parameter: string): string {
  return `Cannot bind argument to parameter '${parameter}' because it is an empty string.`;
}

export function emptyArrayNotAllowed(parameter: string): string {
  return `Cannot bind argument to parameter '${parameter}' because it is an empty array.`;
}

export function emptyCollectionNotAllowed(parameter: string): string {
  return `Cannot bind argument to parameter '${parameter}' because it is an empty collection.`;
}
