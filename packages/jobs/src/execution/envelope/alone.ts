import { Packer } from './packer.js';
import { UnclonableError } from './unclonable-error.js';
import { Unpacker } from './unpacker.js';

/** Packs a value for a message of its own, apart from the records of a connection. Throws UnclonableError. */
export function packAlone(value: unknown, dropped: (path: string, what: string) => void = () => {}): unknown {
  return new Packer(dropped).pack(value);
}

/** What was packed by {@link packAlone}. */
export function unpackAlone(packed: unknown): unknown {
  return new Unpacker().unpack(packed);
}

/** Packs an error; one that holds what cannot be sent goes without that, as text and stack. */
export function packError(error: unknown): unknown {
  try {
    return packAlone(error);
  } catch (failure) {
    if (!(failure instanceof UnclonableError)) throw failure;
    return packAlone(
      error instanceof Error ? Object.assign(new Error(error.message), { stack: error.stack }) : String(error),
    );
  }
}
