import { type PackAlone, packAlone, packCopyAlone } from '../envelope/alone.js';
import { UnclonableError } from '../envelope/unclonable-error.js';
import { encodeFrame, messageFrame } from './frame.js';

/**
 * A message with values of the user as a frame. Values that structured clone refuses, though they look like plain data,
 * are looked at closer.
 *
 * @param message makes the message, each value of the user by the packer that it is given
 * @throws UnclonableError where a value cannot be sent at all
 */
export function packedFrame(message: (pack: PackAlone) => unknown): Uint8Array {
  try {
    return encodeFrame(messageFrame(message(packAlone)));
  } catch (error) {
    if (isFinal(error)) throw error;
  }
  try {
    return encodeFrame(messageFrame(message(packCopyAlone)));
  } catch (error) {
    if (isFinal(error)) throw error;
    throw new UnclonableError(error instanceof Error ? error.message : String(error));
  }
}

/** Whether looking closer would find the same. */
function isFinal(error: unknown): boolean {
  return error instanceof UnclonableError || (error instanceof Error && 'errorRecord' in error);
}
