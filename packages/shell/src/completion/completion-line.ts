/** One call of a command while it is typed, and where the cursor stands in it. */
export interface CompletionLine {
  /** The command as it was typed: a name, an alias or `pack\Name`. */
  readonly command: string;
  /** The whole call as it was typed. */
  readonly commandText: string;
  /** What stands behind the command. */
  readonly elements: readonly CommandElement[];
  readonly cursor: CursorPlace;
  /** The word at the cursor, an opening quote included; empty in blank space. */
  readonly word: string;
  /** Whether a command in front of this one writes into it. */
  readonly expectsInput: boolean;
}

/** A name of a parameter, a name with its value, or a value. */
export interface CommandElement {
  /** Of a parameter, without its dash. */
  readonly name?: string;
  /** Whether a colon follows the name, so that what comes next is its value. */
  readonly hasColon?: boolean;
  /** The value: alone, or behind the colon of a name. */
  readonly argument?: ElementValue;
}

/** The value of an element, as far as it can be told without running anything. */
export interface ElementValue {
  readonly value: unknown;
  /** False for what is known only when the command runs: a call, the value of a variable. */
  readonly isKnown: boolean;
  /** Several parameters at once, which are not known either. */
  readonly isSplatted?: boolean;
}

/** Where the cursor stands: in an element's name or value, or in blank space in front of an element. */
export interface CursorPlace {
  readonly at: 'name' | 'value' | 'blank';
  /** Of the element; the number of elements behind the last one. */
  readonly index: number;
}
