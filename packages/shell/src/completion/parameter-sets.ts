import type { ParameterDescription } from '@cmdlet/core';

type InSet = ParameterDescription['sets'][number];

const ALL_SETS = '__allparametersets';

/** Parameter sets of a command as the bits of a number; all bits, also of sets that nobody named, stand for any set. */
export class ParameterSets {
  readonly #bits = new Map<string, bigint>();
  /** Any set at all. */
  static readonly ANY = -1n;
  /** Every set that has a name. */
  readonly all: bigint;
  /** The default set; none if it has no parameter of its own. */
  readonly default: bigint;

  constructor(parameters: readonly ParameterDescription[], defaultParameterSet: string | null) {
    for (const { sets } of parameters) {
      for (const { set } of sets) {
        const key = set.toLowerCase();
        if (key !== ALL_SETS && !this.#bits.has(key)) this.#bits.set(key, 1n << BigInt(this.#bits.size));
      }
    }
    this.all = (1n << BigInt(this.#bits.size)) - 1n;
    this.default = this.#bits.get(defaultParameterSet?.toLowerCase() ?? '') ?? 0n;
  }

  /** The bit of one declaration; any set if it is for all. */
  of({ set }: InSet): bigint {
    return this.#bits.get(set.toLowerCase()) ?? ParameterSets.ANY;
  }

  /** The named sets of a parameter; 0 if it is in all of them. */
  flagsOf({ sets }: ParameterDescription): bigint {
    return sets.reduce((flags, each) => (this.#isForAll(each) ? flags : flags | this.of(each)), 0n);
  }

  /** Whether a parameter can be in one of some sets. */
  admit(parameter: ParameterDescription, valid: bigint): boolean {
    return this.declarationsIn(parameter, valid).length > 0;
  }

  /** What a parameter says about itself for those of its sets that are among some. */
  declarationsIn({ sets }: ParameterDescription, valid: bigint): readonly InSet[] {
    return sets.filter((each) => this.#isForAll(each) || (this.of(each) & valid) !== 0n);
  }

  #isForAll({ set }: InSet): boolean {
    return set.toLowerCase() === ALL_SETS;
  }
}

/** Whether a number has exactly one bit. */
export function isOneSet(flags: bigint): boolean {
  return flags > 0n && (flags & (flags - 1n)) === 0n;
}
