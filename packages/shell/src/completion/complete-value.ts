import type { CommandDescription, ParameterDescription } from '@cmdlet/core';
import { askCompleter } from './ask-completer.js';
import { completePath } from './complete-path.js';
import type { CompletionLine } from './completion-line.js';
import { type CompletionMatch, unsettled, type ValueMatches } from './completion-match.js';
import type { CompletableCommand, CompletionSources } from './completion-sources.js';
import { knownArguments } from './known-arguments.js';
import type { PseudoBinding } from './pseudo-binding.js';
import { sorted, wordPattern } from './word-pattern.js';

/**
 * Values of a parameter that fit the word, from the first source that knows something: the author's completer where the
 * values are a closed list, that list, true and false, a completer that was registered, the author's completer, the
 * author's suggestions, what the parameter is known to take.
 *
 * A closed list, suggestions and the author's completer are the answer even if nothing fits; a registered completer that
 * says nothing leaves the word to the others.
 */
export async function completeValue(
  parameter: ParameterDescription,
  line: CompletionLine,
  command: CompletableCommand,
  binding: PseudoBinding,
  sources: CompletionSources,
): Promise<ValueMatches> {
  const { style } = sources;
  if (!parameter.type.endsWith('[]')) return completeOne(parameter, line, command, binding, sources);
  const prefix = style.listPrefix(line.word);
  const element = { ...line, word: line.word.slice(prefix.length) };
  const found = await completeOne(parameter, element, command, binding, sources);
  const matches = found.settled || prefix === '' ? found.matches : await completePath(element.word, sources);
  const inList = (text: string): string => `${prefix}${style.listElement(text)}`;
  return {
    matches: matches.map((match) => ({ ...match, completionText: inList(match.completionText) })),
    settled: found.settled || prefix !== '',
  };
}

/** Values of a parameter, or one more element of its list. */
async function completeOne(
  parameter: ParameterDescription,
  line: CompletionLine,
  command: CompletableCommand,
  binding: PseudoBinding,
  sources: CompletionSources,
): Promise<ValueMatches> {
  const { description } = command;
  const { values, suggestionsOnly = false, hasCompleter = false } = parameter;
  const inStyle = (match: CompletionMatch): CompletionMatch => ({
    ...match,
    completionText: sources.style.authored(match.completionText),
  });
  const request = requestFor(parameter, line, description, binding);
  const askAuthor = async (): Promise<ValueMatches> => {
    const matches = await askCompleter(() => command.completer(parameter.name), request, sources.completerTimeout);
    return { matches: (matches ?? []).map(inStyle), settled: true };
  };
  const isClosed = !suggestionsOnly && values.length > 0;
  if (hasCompleter && (isClosed || isTruthValue(parameter))) return askAuthor();
  if (isClosed) return { matches: closedValues(values, line.word, sources), settled: true };
  if (parameter.isSwitch) return { matches: truthValues(line.word, sources), settled: true };
  const registered =
    sources.registered?.(description.name, parameter.name) ?? sources.registered?.(undefined, parameter.name);
  if (registered !== undefined) {
    const matches = await askCompleter(async () => registered, request, sources.completerTimeout);
    if (matches !== undefined && matches.length > 0) return { matches: matches.map(inStyle), settled: true };
  }
  if (hasCompleter) return askAuthor();
  if (suggestionsOnly) return { matches: suggestions(values, line.word), settled: true };
  if (isTruthValue(parameter)) return { matches: truthValues(line.word, sources), settled: true };
  return (await knownArguments(command, parameter, line.word, sources)) ?? unsettled;
}

function isTruthValue({ isSwitch, type }: ParameterDescription): boolean {
  return isSwitch || type === 'bool' || type === 'bool[]';
}

function requestFor(
  parameter: ParameterDescription,
  line: CompletionLine,
  { name }: CommandDescription,
  { bound }: PseudoBinding,
): Parameters<typeof askCompleter>[1] {
  const fakeBoundParameters: Record<string, unknown> = {};
  for (const [{ name: boundName }, argument] of bound) {
    if (typeof argument !== 'object' || !('kind' in argument)) continue;
    if (argument.kind === 'switch') fakeBoundParameters[boundName] = true;
    else if (argument.value?.isKnown === true) fakeBoundParameters[boundName] = argument.value.value;
  }
  return {
    commandName: name,
    commandText: line.commandText,
    parameterName: parameter.name,
    wordToComplete: line.word,
    fakeBoundParameters,
  };
}

/** In order, but the value that is typed already in front. */
function closedValues(values: readonly string[], word: string, { style }: CompletionSources): CompletionMatch[] {
  const { text, quote } = style.openWord(word);
  const fits = wordPattern(text);
  const isTyped = (value: string): boolean => value.toLowerCase() === text.toLowerCase();
  const fitting = values.filter((value) => value !== '' && fits(value));
  return [
    ...fitting.filter(isTyped).map((value) => parameterValue(`${quote}${value}${quote}`, value)),
    ...sorted(
      fitting.filter((value) => !isTyped(value)),
      (value) => value,
    ).map((value) => parameterValue(style.value(value, quote), value)),
  ];
}

function truthValues(word: string, { style }: CompletionSources): CompletionMatch[] {
  const fits = wordPattern(style.openWord(word).text);
  return style.booleans.filter(fits).map((value) => parameterValue(value, value));
}

/** As the author wrote them, in the author's order. */
function suggestions(values: readonly string[], word: string): CompletionMatch[] {
  const fits = wordPattern(word);
  return values.filter(fits).map((value) => parameterValue(value, value));
}

function parameterValue(completionText: string, value: string): CompletionMatch {
  return { completionText, listItemText: value, resultType: 'ParameterValue', toolTip: value };
}
