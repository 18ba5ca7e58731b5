/** How a shell writes words: what a quote at the beginning means, and how a text becomes a word. */
export interface CompletionStyle {
  /** Takes the quote in front, and the one behind, off a word. */
  openWord(word: string): OpenWord;
  /** A value as a word. */
  value(text: string, quote: string): string;
  /** A command's name as a word. */
  command(name: string, quote: string): string;
  /** How true and false are written. */
  readonly booleans: readonly [string, string];
  /** How a path is written. */
  path(path: CompletedPath): string;
  /** The part of a word that holds the elements of a list in front of the last one, the comma included. */
  listPrefix(word: string): string;
  /** A value as an element of a list. */
  listElement(text: string): string;
  /** What an author's completer wrote, who quotes as PowerShell does. */
  authored(text: string): string;
  /** Whether relative paths begin with `./`. */
  readonly dotsPaths: boolean;
}

export interface OpenWord {
  readonly text: string;
  /** `'`, `"` or nothing. */
  readonly quote: string;
}

export interface CompletedPath {
  /** The part that stands already, with a separator at its end; may be empty. */
  readonly folder: string;
  readonly name: string;
  readonly isDirectory: boolean;
  readonly quote: string;
  /** Wildcards mean themselves. */
  readonly isLiteral: boolean;
}
