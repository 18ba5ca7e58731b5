import { driveNotAllowed, isEmpty, notAPath, notAVariableName, pathWithoutDrive } from './text.js';
import { broken, type Validator } from './validator.js';

const DRIVE = /^([^:\\/]+):/;

/** `ValidateDrive`: a path whose drive, the part before the first colon, is one of the allowed ones. */
export function driveValidator({ drives }: { drives: readonly string[] }): Validator {
  const allowed = new Set(drives.map((drive) => drive.toLowerCase()));
  return (value) => {
    if (value === null || value === undefined || value === '') throw broken('PathArgumentIsEmpty', isEmpty());
    if (typeof value !== 'string') throw broken('PathArgumentIsNotValid', notAPath(value));
    const drive = DRIVE.exec(value)?.[1];
    if (drive === undefined) throw broken('PathArgumentNoRoot', pathWithoutDrive(value, drives));
    if (!allowed.has(drive.toLowerCase())) throw broken('PathRootInvalid', driveNotAllowed(drive, drives));
    return value;
  };
}

/** What may stand before a variable's name: a `+` to append, and the scope. */
const VARIABLE_PREFIX = /^\+?(?:(?:global|local|script|private)?:)?/i;

/** The name of a session variable: not empty without its leading `+` and its scope, and without a drive. Null is no name. */
export const validateVariableName: Validator = (value) => {
  if (value === null || value === undefined) return value;
  const name = typeof value === 'string' ? value.replace(VARIABLE_PREFIX, '') : '';
  if (name === '') throw broken('ArgumentIsEmpty', isEmpty());
  if (name.includes(':')) throw broken('ArgumentNotValidVariableName', notAVariableName(name));
  return value;
};
