import type { OrderEntry } from './ordering.js';

/** In which of the two lists a record was found: both, the compared one only, the reference only. */
export type SideIndicator = '==' | '=>' | '<=';

/** A record and where it was found. */
export interface Difference {
  readonly entry: OrderEntry;
  readonly side: SideIndicator;
}

/**
 * Compares two lists in one pass: record by record, one of each; what does not match waits in a backlog for a later
 * record of the other list. Beyond the window the oldest of a backlog is given up and is a difference.
 */
export class DifferenceFinder {
  #found: Difference[] = [];
  #next = 0;
  readonly #waitingReferences: OrderEntry[] = [];
  readonly #waitingDifferences: OrderEntry[] = [];

  constructor(
    private readonly references: readonly OrderEntry[],
    private readonly compare: (left: OrderEntry, right: OrderEntry) => number,
    private readonly window: number,
  ) {}

  /** The next record of the compared list. */
  addDifference(entry: OrderEntry): void {
    this.#step(entry);
  }

  /** The compared list is over. */
  finish(): void {
    while (this.#next < this.references.length) this.#step(undefined);
    for (const entry of this.#waitingDifferences.splice(0)) this.#found.push({ entry, side: '=>' });
    for (const entry of this.#waitingReferences.splice(0)) this.#found.push({ entry, side: '<=' });
  }

  /** What was found since the last time. */
  take(): readonly Difference[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #step(difference: OrderEntry | undefined): void {
    const reference = this.references[this.#next++];
    if (reference !== undefined && difference !== undefined && this.compare(reference, difference) === 0) {
      this.#found.push({ entry: reference, side: '==' });
      return;
    }
    const earlier = difference && this.#takeMatch(difference, this.#waitingReferences);
    if (earlier !== undefined) this.#found.push({ entry: earlier, side: '==' });
    const isKnown = reference !== undefined && this.#takeMatch(reference, this.#waitingDifferences) !== undefined;
    if (isKnown) this.#found.push({ entry: reference, side: '==' });
    if (difference !== undefined && earlier === undefined) this.#wait(difference, this.#waitingDifferences, '=>');
    if (reference !== undefined && !isKnown) this.#wait(reference, this.#waitingReferences, '<=');
  }

  #takeMatch(entry: OrderEntry, waiting: OrderEntry[]): OrderEntry | undefined {
    const index = waiting.findIndex((other) => this.compare(entry, other) === 0);
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  }

  #wait(entry: OrderEntry, waiting: OrderEntry[], side: SideIndicator): void {
    if (this.window === 0) {
      this.#found.push({ entry, side });
      return;
    }
    while (waiting.length >= this.window) this.#found.push({ entry: waiting.shift()!, side });
    waiting.push(entry);
  }
}
