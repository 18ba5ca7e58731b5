import { lengthOfNoText, tooLong, tooShort } from './text.js';
import { broken, forElements, type Validator } from './validator.js';

/** `ValidateLength`: text only, its length in UTF-16 units. */
export function lengthValidator({ minLength, maxLength }: { minLength: number; maxLength: number }): Validator {
  return forElements((element) => {
    if (typeof element !== 'string') throw broken('ValidateLengthNotString', lengthOfNoText(element));
    const { length } = element;
    if (length < minLength) throw broken('ValidateLengthMinLengthFailure', tooShort(length, minLength));
    if (length > maxLength) throw broken('ValidateLengthMaxLengthFailure', tooLong(length, maxLength));
  }, true);
}
