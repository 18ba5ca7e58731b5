import type { Dropped } from './copying-packer.js';
import { Packer } from './packer.js';
import { serialization } from './serialization.js';
import { Unpacker } from './unpacker.js';

/** Packs a value for a message of its own. */
export type PackAlone = (value: unknown, dropped?: Dropped) => unknown;

/** Packs a value for a message of its own, apart from the records of a connection. Throws UnclonableError. */
export function packAlone(value: unknown, dropped: Dropped = () => {}): unknown {
  return new Packer(dropped).pack(value);
}

/** As {@link packAlone}, but looks closer: for what looks like plain data and is none, as a proxy. */
export function packCopyAlone(value: unknown, dropped: Dropped = () => {}): unknown {
  return new Packer(dropped).packCopy(value, 0);
}

/** What was packed by {@link packAlone}. */
export function unpackAlone(packed: unknown): unknown {
  return new Unpacker().unpack(packed);
}

/** Packs what was thrown; what cannot be sent goes as text and stack. What this gives can always be cloned. */
export function packError(error: unknown): unknown {
  for (const pack of [packAlone, packCopyAlone]) {
    try {
      const packed = pack(error);
      serialization().serialize(packed);
      return packed;
    } catch {
      // The next one takes less along.
    }
  }
  return error instanceof Error
    ? packAlone(Object.assign(new Error(error.message), { stack: error.stack }))
    : describe(error);
}

function describe(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return `a value of type ${typeof thrown}`;
  }
}
