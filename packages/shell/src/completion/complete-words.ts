import { PIPE_WORD } from '../command-line/parse-command-line.js';
import { type ShellOptionName, shellOptionKinds } from '../command-line/shell-options.js';
import { completeCommandName } from './complete-command-name.js';
import { completeLine } from './complete-line.js';
import { completePath } from './complete-path.js';
import type { CompletionMatch } from './completion-match.js';
import { shellNames } from './completion-shells.js';
import type { CompletionSources } from './completion-sources.js';
import { gnuName } from './gnu-names.js';
import { lineOfWords, typedWord } from './line-of-words.js';
import { optionBefore, type Stage, stageAt } from './stage-at-cursor.js';
import { text } from './text.js';
import { wordPattern } from './word-pattern.js';

/** The words of a call of `cmdlet`, without `cmdlet` itself, and which of them is typed; it ends at the cursor. */
export interface TypedWords {
  readonly words: readonly string[];
  readonly cursor: number;
}

/**
 * What may stand at the cursor in a call of `cmdlet`, as whole words: its own options and words, commands, and what a
 * command takes. Of several commands with `--pipe` between, the one the cursor stands in counts.
 */
export async function completeWords(
  { words, cursor }: TypedWords,
  sources: CompletionSources,
): Promise<CompletionMatch[]> {
  const stage = stageAt(words, cursor);
  const { word, isLiteral } = stage;
  const option = isLiteral ? undefined : optionBefore(stage);
  if (option !== undefined)
    return completeOption(option.name, word.slice(option.prefix.length), option.prefix, sources);
  const [command] = stage.before;
  if (command === undefined) return completeBeginning(stage, sources);
  if (stage.isFirst && command in ownWords) return completeOwn(command, stage, sources);
  const typed = typedWord(word, isLiteral);
  if (typed.kind === 'name' && typed.dashes === '--') {
    const found = await completeLine(lineOfWords(stage, typed), sources);
    const names = found.map((match) => ({ ...match, completionText: gnuName(match.listItemText) }));
    const isWanted = wordPattern(typed.name);
    const parameters = names.filter(
      ({ listItemText, resultType }) => resultType === 'ParameterName' && isWanted(listItemText),
    );
    return [...parameters, ...completeOptionName(word, true)];
  }
  const found = await completeLine(lineOfWords(stage, typed), sources);
  return found.map((match) => ({ ...match, completionText: `${typed.prefix}${match.completionText}` }));
}

async function completeOption(
  name: ShellOptionName,
  value: string,
  prefix: string,
  sources: CompletionSources,
): Promise<CompletionMatch[]> {
  const kind: readonly string[] | 'text' | 'none' = shellOptionKinds[name];
  const isWanted = wordPattern(value);
  const found =
    typeof kind === 'string'
      ? await completePath(value, sources)
      : kind.filter(isWanted).map((each) => matchOf(each, 'ParameterValue'));
  return found.map((match) => ({ ...match, completionText: `${prefix}${match.completionText}` }));
}

/** The place of a command: its name, a word of `cmdlet` itself, or an option. */
async function completeBeginning({ word, isFirst }: Stage, sources: CompletionSources): Promise<CompletionMatch[]> {
  if (word.startsWith('-')) return completeOptionName(word, false);
  const commands = await completeCommandName(word, word === '' ? withoutAliases(sources) : sources);
  const isWanted = wordPattern(word);
  const own = isFirst ? Object.entries(ownWords).filter(([name]) => isWanted(name)) : [];
  return [...commands, ...own.map(([name, toolTip]) => matchOf(name, 'Keyword', toolTip))];
}

/** Where all commands are shown, each is shown once. */
function withoutAliases(sources: CompletionSources): CompletionSources {
  return {
    ...sources,
    names: async () => (await sources.names()).filter(({ definition }) => definition === undefined),
  };
}

function completeOptionName(word: string, isBehindCommand: boolean): CompletionMatch[] {
  const names = Object.keys(shellOptionKinds).map((name) => `--${name}`);
  const further = isBehindCommand ? [PIPE_WORD, '--help'] : ['--help', '--version'];
  return [...names, ...further].filter(wordPattern(word)).map((name) => matchOf(name, 'ParameterName'));
}

/** Words that are no cmdlets, with what they are for. */
const ownWords: Readonly<Record<string, string>> = text.ownWords;

async function completeOwn(
  command: string,
  { before, word }: Stage,
  sources: CompletionSources,
): Promise<CompletionMatch[]> {
  const isWanted = wordPattern(word);
  if (command === 'completion') return shellNames.filter(isWanted).map((name) => matchOf(name, 'ParameterValue'));
  if (command !== 'help') return completePath(word, sources);
  if (before.length === 1) return completeCommandName(word, sources);
  return ['-Detailed', '-Full', '-Examples', '-Parameter']
    .filter(isWanted)
    .map((name) => matchOf(name, 'ParameterName'));
}

function matchOf(
  completionText: string,
  resultType: CompletionMatch['resultType'],
  toolTip = completionText,
): CompletionMatch {
  return { completionText, listItemText: completionText, resultType, toolTip };
}
