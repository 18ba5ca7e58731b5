import type { BindingFailure } from '../../../packages/core/src/bind/binding-failure.js';
import type { BindingRequest } from '../../../packages/core/src/bind/binding-request.js';
import type { CommandArgument } from '../../../packages/core/src/bind/command-argument.js';
import { CommandBinding } from '../../../packages/core/src/bind/command-binding.js';
import type { CommandMetadata } from '../../../packages/core/src/declare/metadata.js';
import { CmdletException } from '../../../packages/core/src/records/cmdlet-exception.js';

export interface Call {
  readonly binding: CommandBinding;
  /** The object that holds the values of all parameters. */
  readonly cmdlet: Record<string, unknown>;
}

export interface CallFacts extends Partial<Omit<BindingRequest, 'command' | 'arguments' | 'receiver'>> {
  /** What the cmdlet's properties hold before binding. */
  readonly cmdlet?: Record<string, unknown>;
}

/**
 * Binds a call.
 *
 * @param words arguments; a {@link Word} is one as it is, a text that starts with a dash is a name, with its value if it has a colon or stands in a
 *   pair `['-Name', value]`; anything else is a value
 */
export function bindCall(command: CommandMetadata, words: readonly unknown[], facts: CallFacts = {}): Call {
  const { cmdlet = {}, ...request } = facts;
  const binding = CommandBinding.begin({
    command,
    arguments: argumentsFrom(words),
    expectingInput: false,
    receiver: () => cmdlet,
    canPrompt: false,
    ...request,
  });
  return { binding, cmdlet };
}

/** What a call bound, with the name of its set; or the id of its error. */
export function outcomeOf(command: CommandMetadata, words: readonly unknown[], facts: CallFacts = {}): unknown {
  try {
    const { binding } = bindCall(command, words, facts);
    return { set: binding.parameterSetName, bound: { ...binding.boundParameters } };
  } catch (error) {
    if (!(error instanceof CmdletException)) throw error;
    return error.errorId;
  }
}

/** What each record bound; or the id of its error. */
export function recordsOf(
  command: CommandMetadata,
  records: readonly unknown[],
  words: readonly unknown[] = [],
  facts: CallFacts = {},
): unknown[] {
  const { binding } = bindCall(command, words, { expectingInput: true, ...facts });
  return records.map((record) => {
    const failure = binding.bindRecord(record);
    return failure?.errorId ?? { set: binding.parameterSetName, bound: { ...binding.boundParameters } };
  });
}

/** The error that a call fails with. */
export function errorOf(bind: () => unknown): CmdletException {
  try {
    bind();
  } catch (error) {
    if (error instanceof CmdletException) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

export function failureOf(failure: BindingFailure | undefined): BindingFailure {
  if (failure === undefined) throw new Error('The record was bound.');
  return failure;
}

export function argumentsFrom(words: readonly unknown[]): CommandArgument[] {
  return words.map((word) => {
    if (word instanceof Word) return word.argument;
    if (Array.isArray(word) && isName(word[0])) return { name: word[0].slice(1), value: word[1], hasValue: true };
    if (!isName(word)) return { value: word, hasValue: true };
    const colon = word.indexOf(':');
    return colon < 0
      ? { name: word.slice(1), hasValue: false }
      : { name: word.slice(1, colon), value: word.slice(colon + 1), hasValue: true };
  });
}

/** An argument that cannot be written as a text or a value. */
export class Word {
  constructor(readonly argument: CommandArgument) {}
}

function isName(word: unknown): word is string {
  return typeof word === 'string' && word.startsWith('-');
}
