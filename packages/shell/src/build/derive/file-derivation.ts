import type { BuildMessage } from '../build-message.js';
import type { Call, DerivedObject } from './derived-value.js';

/**
 * What is added to the declarations of one file, by where they stand in its text: the same text that is compiled.
 */
export interface FileDerivation {
  /** Options for decorator calls, by the start of the call. */
  readonly options: ReadonlyMap<number, AddedOptions>;
  /** Properties for object literals, by their start. */
  readonly objects: ReadonlyMap<number, DerivedObject>;
  /** Further decorators of members, by the start of the member. */
  readonly decorators: ReadonlyMap<number, readonly Call[]>;
  /** Where declarations and what is derived do not agree. */
  readonly contradictions: readonly Contradiction[];
}

export interface AddedOptions {
  /** Which argument of the call holds the options. */
  readonly argument: number;
  readonly values: DerivedObject;
}

/** Two things that are said about one property and cannot both be true. */
export interface Contradiction extends BuildMessage {
  readonly severity: 'error';
  readonly file: string;
  /** The declaration in whose range the compiler complains of the same. */
  readonly start: number;
  readonly end: number;
}
