/** Which records of a stream are wanted; what is undefined was not asked for. */
export interface WindowOptions {
  readonly first?: number | undefined;
  readonly last?: number | undefined;
  readonly skip: number;
  readonly skipLast: number;
  readonly index?: readonly number[] | undefined;
  readonly skipIndex?: readonly number[] | undefined;
}

/** Records go in one by one, those that are wanted come out; as few as possible are held back. */
export class RecordWindow {
  /** Records that may still be left out, or wanted, when the end is known. */
  readonly #held: unknown[] = [];
  readonly #indexes: ReadonlySet<number> | undefined;
  readonly #skippedIndexes: ReadonlySet<number> | undefined;
  readonly #highestIndex: number;
  readonly #first: number;
  readonly #last: number;
  readonly #takesAll: boolean;
  #toSkip: number;
  #entered = 0;
  #taken = 0;

  constructor(private readonly options: WindowOptions) {
    const { first, last, index, skipIndex } = options;
    this.#first = first ?? 0;
    this.#last = last ?? 0;
    this.#takesAll = first === undefined && last === undefined;
    this.#toSkip = options.skip;
    this.#indexes = index && new Set(index);
    this.#skippedIndexes = skipIndex && new Set(skipIndex);
    this.#highestIndex = Math.max(-1, ...(index ?? []));
  }

  /** A record comes in; gives the record that is wanted now, this one or an earlier one, or undefined. */
  enter(record: unknown): unknown {
    const position = this.#entered++;
    if (this.#indexes !== undefined) return this.#indexes.has(position) ? record : undefined;
    if (this.#skippedIndexes !== undefined) return this.#skippedIndexes.has(position) ? undefined : record;
    if (this.options.skipLast > 0) return this.#withoutLast(record);
    if (this.#last === 0) return this.#fromBeginning(record);
    return this.#first === 0 ? this.#hold(record, this.#last + this.options.skip) : this.#fromBothEnds(record);
  }

  /** Whether no record that is still to come can be wanted. */
  get isComplete(): boolean {
    if (this.#indexes !== undefined) return this.#entered > this.#highestIndex;
    return this.#first !== 0 && this.#last === 0 && this.#taken >= this.#first;
  }

  /** The end is reached: what was held back and is wanted. */
  rest(): readonly unknown[] {
    if (this.options.skipLast > 0 || this.#last === 0) return [];
    const wanted = this.#first === 0 ? Math.max(0, this.#held.length - this.options.skip) : this.#held.length;
    return this.#held.slice(0, wanted);
  }

  #fromBeginning(record: unknown): unknown {
    if (this.#skips()) return undefined;
    if (this.#takesAll) return record;
    if (this.#taken >= this.#first) return undefined;
    this.#taken++;
    return record;
  }

  #fromBothEnds(record: unknown): unknown {
    if (this.#skips()) return undefined;
    if (this.#taken >= this.#first) return this.#hold(record, this.#last);
    this.#taken++;
    return record;
  }

  #withoutLast(record: unknown): unknown {
    if (this.#skips()) return undefined;
    this.#held.push(record);
    return this.#held.length > this.options.skipLast ? this.#held.shift() : undefined;
  }

  #hold(record: unknown, limit: number): undefined {
    this.#held.push(record);
    if (this.#held.length > limit) this.#held.shift();
    return undefined;
  }

  #skips(): boolean {
    if (this.#toSkip === 0) return false;
    this.#toSkip--;
    return true;
  }
}
