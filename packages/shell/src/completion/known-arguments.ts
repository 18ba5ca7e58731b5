import type { ParameterDescription } from '@cmdlet/core';
import { completeCommandName } from './complete-command-name.js';
import { completePath } from './complete-path.js';
import type { CompletionMatch, ValueMatches } from './completion-match.js';
import type { CompletableCommand, CompletionSources } from './completion-sources.js';
import { wordPattern } from './word-pattern.js';

/** What is known about parameters by their names: commands, aliases, paths. Undefined if nothing is. */
export async function knownArguments(
  { description }: CompletableCommand,
  parameter: ParameterDescription,
  word: string,
  sources: CompletionSources,
): Promise<ValueMatches | undefined> {
  const [command, name] = [description.name.toLowerCase(), parameter.name.toLowerCase()];
  if (name === 'name' && (command === 'get-command' || command === 'get-help')) {
    return { matches: await completeCommandName(word, sources), settled: true };
  }
  if (name === 'name' && command === 'get-alias') {
    return { matches: await aliases(word, sources), settled: true };
  }
  if (name === 'path' || name === 'filepath' || name === 'literalpath') {
    const isLiteral = name === 'literalpath';
    return { matches: await completePath(word, sources, { isLiteral }), settled: true };
  }
  return undefined;
}

async function aliases(word: string, sources: CompletionSources): Promise<CompletionMatch[]> {
  const { text, quote } = sources.style.openWord(word);
  const fits = wordPattern(text);
  const found = (await sources.names()).filter(({ name, definition }) => definition !== undefined && fits(name));
  return found.map(({ name }) => valueMatch(sources.style.value(name, quote), name));
}

function valueMatch(completionText: string, text: string): CompletionMatch {
  return { completionText, listItemText: text, resultType: 'ParameterValue', toolTip: text };
}
