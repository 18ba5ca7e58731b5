import type { ErrorRecord } from '../records/error-record.js';
import type { ErrorLog } from '../run/run-environment.js';

/** How many errors a session remembers unless told otherwise. */
const DEFAULT_CAPACITY = 256;

/** The errors of a session, newest first. Each is listed once; the oldest go when there are too many. */
export class ErrorList implements ErrorLog, Iterable<ErrorRecord> {
  readonly #records: ErrorRecord[] = [];

  constructor(private readonly capacity = DEFAULT_CAPACITY) {}

  add(record: ErrorRecord): void {
    if (this.#records.includes(record)) return;
    this.#records.unshift(record);
    if (this.#records.length > this.capacity) this.#records.pop();
  }

  clear(): void {
    this.#records.length = 0;
  }

  get length(): number {
    return this.#records.length;
  }

  /** The record so many places from the newest. */
  at(index: number): ErrorRecord | undefined {
    return this.#records.at(index);
  }

  [Symbol.iterator](): Iterator<ErrorRecord> {
    return this.#records[Symbol.iterator]();
  }
}
