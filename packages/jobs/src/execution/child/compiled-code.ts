/**
 * What the engine has compiled in one thread, for those that come after it: memory that the threads of a process share.
 * To compile the same again takes a new thread longer than all else that it does before its work.
 */
export class CompiledCode {
  readonly memory: SharedArrayBuffer;
  readonly #head: Int32Array;

  /** @param memory of another thread's; default: new */
  constructor(memory = new SharedArrayBuffer(SIZE)) {
    this.memory = memory;
    this.#head = new Int32Array(memory, 0, 2);
  }

  /** What is there; undefined while there is nothing. */
  read(): Uint8Array | undefined {
    if (Atomics.load(this.#head, STATE) !== WRITTEN) return undefined;
    return new Uint8Array(this.memory, HEAD_BYTES, this.#head[LENGTH]).slice();
  }

  /** Whether nobody has written yet, or begun to. */
  get isEmpty(): boolean {
    return Atomics.load(this.#head, STATE) === EMPTY;
  }

  /** Writes what is larger than the memory not at all. The first to write is the only one. */
  write(code: Uint8Array): void {
    if (code.length > SIZE - HEAD_BYTES || Atomics.compareExchange(this.#head, STATE, EMPTY, WRITING) !== EMPTY) return;
    new Uint8Array(this.memory, HEAD_BYTES).set(code);
    this.#head[LENGTH] = code.length;
    Atomics.store(this.#head, STATE, WRITTEN);
  }
}

/** Bytes; those that are never written take no memory. */
const SIZE = 1024 * 1024;
const HEAD_BYTES = 8;
const [STATE, LENGTH] = [0, 1];
const [EMPTY, WRITING, WRITTEN] = [0, 1, 2];
