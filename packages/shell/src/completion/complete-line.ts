import type { CommandArgument } from '@cmdlet/core';
import { completeArgument } from './complete-argument.js';
import { completeCommandName } from './complete-command-name.js';
import { completeParameterName } from './complete-parameter-name.js';
import { completePath } from './complete-path.js';
import { completeValue } from './complete-value.js';
import type { CommandElement, CompletionLine } from './completion-line.js';
import type { CompletionMatch } from './completion-match.js';
import type { CompletableCommand, CompletionSources } from './completion-sources.js';
import { pseudoBinding } from './pseudo-binding.js';

/**
 * What may stand at the cursor behind a command: names of its parameters, values of one, or files.
 *
 * Everything comes from the description of the command. Its code is loaded only for the author's completer of the very
 * parameter, and for dynamic parameters.
 */
export async function completeLine(line: CompletionLine, sources: CompletionSources): Promise<CompletionMatch[]> {
  const command = await withDynamicParameters(await sources.find(line.command), line);
  if (command === undefined) return completeForeign(line, sources);
  const name = nameBeingTyped(line);
  if (name !== undefined) {
    const matches = completeParameterName(line, command.description, name);
    return matches.length > 0 ? matches : completePath(line.word, sources);
  }
  const binding = pseudoBinding(line, command.description, { typing: undefined, wanted: 'value' });
  const { matches, settled } = await completeArgument(line, binding, (parameter) =>
    completeValue(parameter, line, command, binding, sources),
  );
  return matches.length > 0 || settled ? [...matches] : completeAnything(line, sources);
}

/** The name, or an empty text behind a dash alone; undefined if a value is being typed. */
function nameBeingTyped({ elements, cursor, word }: CompletionLine): string | undefined {
  if (cursor.at === 'name') return elements[cursor.index]?.name;
  return cursor.at === 'blank' && /^[-\u2013\u2014\u2015]$/u.test(word) ? '' : undefined;
}

/** The arguments of a program that is none of ours. */
async function completeForeign(line: CompletionLine, sources: CompletionSources): Promise<CompletionMatch[]> {
  const { word, command, commandText } = line;
  const proposed: CompletionMatch[] = [];
  try {
    for await (const text of sources.native?.(command)?.(word, commandText) ?? []) {
      proposed.push({ completionText: text, listItemText: text, resultType: 'Text', toolTip: text });
    }
  } catch {
    // As if it had proposed nothing.
  }
  return proposed.length > 0 ? proposed : completeAnything(line, sources, true);
}

/** Files, and commands where the word looks like one. */
async function completeAnything(
  { word }: CompletionLine,
  sources: CompletionSources,
  isLiteral = false,
): Promise<CompletionMatch[]> {
  const files = await completePath(word, sources, { isLiteral });
  return word.indexOf('-') > 0 ? [...files, ...(await completeCommandName(word, sources))] : files;
}

async function withDynamicParameters(
  command: CompletableCommand | undefined,
  { elements, cursor }: CompletionLine,
): Promise<CompletableCommand | undefined> {
  if (command?.description.hasDynamicParameters !== true) return command;
  const given = elements.flatMap((element, index) =>
    cursor.at === 'name' && index === cursor.index ? [] : argumentsOf(element),
  );
  return {
    description: await command.describeFor(given),
    packName: command.packName,
    completer: (parameter) => command.completer(parameter),
    describeFor: (further) => command.describeFor(further),
  };
}

function argumentsOf({ name, argument }: CommandElement): CommandArgument[] {
  if (argument?.isSplatted === true) return [];
  const named = name === undefined ? {} : { name };
  return [argument === undefined ? { ...named, hasValue: false } : { ...named, value: argument.value, hasValue: true }];
}
