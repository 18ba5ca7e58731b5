import type { ArgumentCompleter, CommandArgument, CommandDescription } from '@cmdlet/core';
import type { CompletionStyle } from './completion-style.js';

/** Where proposals come from. */
export interface CompletionSources {
  /** The command of a name, an alias or `pack\Name`; undefined if there is none. */
  find(name: string): Promise<CompletableCommand | undefined>;
  /** Names and aliases of all commands, in any order. */
  names(): Promise<readonly CommandName[]>;
  readonly files: FileSource;
  readonly style: CompletionStyle;
  /** Completers that were registered for a parameter of a command, or for a name of parameters (no command). */
  registered?(command: string | undefined, parameter: string): ArgumentCompleter | undefined;
  /** Completers that were registered for a command that is none of ours. */
  native?(command: string): NativeCompleter | undefined;
  /** How long the code of an author may take, loading included, in milliseconds. Default 1000. */
  readonly completerTimeout?: number;
}

/** A command, and how to ask it for what its description does not tell. */
export interface CompletableCommand {
  readonly description: CommandDescription;
  readonly packName: string;
  /** The author's completer of a parameter; loads the command. */
  completer(parameter: string): Promise<ArgumentCompleter | undefined>;
  /** The description with the dynamic parameters that the command offers for some arguments; loads the command. */
  describeFor(given: readonly CommandArgument[]): Promise<CommandDescription>;
}

export interface CommandName {
  /** As it is typed. */
  readonly name: string;
  /** The command behind an alias. */
  readonly definition?: string;
  readonly packName: string;
  /** What it is for, or how it is called; asked only for names that are proposed. */
  toolTip(): Promise<string>;
}

/** What completes the arguments of a program: the word, the whole call, and the cursor's place in the line. */
export type NativeCompleter = (word: string, commandText: string) => Iterable<string> | AsyncIterable<string>;

/** Reads folders; nothing is thrown for one that cannot be read. */
export interface FileSource {
  /** Of which relative paths are meant. */
  readonly workingDirectory: string;
  /** What `~` means; undefined if nobody knows. */
  readonly home: string | undefined;
  list(directory: string): Promise<readonly FileEntry[]>;
}

export interface FileEntry {
  readonly name: string;
  readonly isDirectory: boolean;
}
