/** How output is written. `view` lets each class decide, as a terminal shows it. */
export const outputFormats = ['view', 'table', 'list', 'wide', 'text', 'json', 'jsonl', 'csv', 'yaml'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** How records are read from standard input. */
export const inputFormats = ['none', 'jsonl', 'json', 'csv', 'lines'] as const;
export type InputFormat = (typeof inputFormats)[number];

/** How errors are written. */
export const errorFormats = ['text', 'json'] as const;
export type ErrorFormat = (typeof errorFormats)[number];

/** The options of the command itself: two dashes and lower case, so that no cmdlet's parameter is meant by them. */
export interface ShellOptions {
  output: OutputFormat | undefined;
  input: InputFormat | undefined;
  errorOutput: ErrorFormat;
  /** Packs beside those that are found: folders or files. */
  packs: string[];
  /** Shows the stack of errors. */
  trace: boolean;
}

/** What an option takes: one of some words, a text, or nothing. */
type OptionKind = readonly string[] | 'text' | 'none';

/** Names without their dashes. */
export const shellOptionKinds = {
  output: outputFormats,
  input: inputFormats,
  'error-output': errorFormats,
  pack: 'text',
  trace: 'none',
} as const satisfies Readonly<Record<string, OptionKind>>;

export type ShellOptionName = keyof typeof shellOptionKinds;

export function isShellOption(name: string): name is ShellOptionName {
  return Object.hasOwn(shellOptionKinds, name);
}
