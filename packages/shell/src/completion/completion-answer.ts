import { UsageError } from '../command-line/usage-error.js';
import { CommandCatalog } from '../commands/command-catalog.js';
import { builtInPacks } from '../packs/built-in-packs.js';
import { findPacks } from '../packs/find-packs.js';
import type { Surroundings } from '../surroundings.js';
import { answerLines } from './answer-lines.js';
import { catalogSources } from './catalog-sources.js';
import { completeWords } from './complete-words.js';
import type { CompletionMatch } from './completion-match.js';
import { type CompletionShell, completionScripts, isCompletionShell, shellNames } from './completion-shells.js';
import { packsOf } from './packs-of-words.js';
import { cutLine, unquoted } from './posix-words.js';
import { powerShellStyle } from './powershell-style.js';
import { text } from './text.js';

/**
 * What `cmdlet completion` or `cmdlet complete` prints.
 *
 * @throws UsageError `UnknownShell`
 */
export async function completionAnswer(
  command: string,
  words: readonly string[],
  surroundings: Surroundings,
): Promise<string> {
  return command === 'complete' ? completeCall(words, surroundings) : completionScript(words);
}

/**
 * `cmdlet completion <shell>`: the script that a shell loads to have calls of `cmdlet` completed.
 *
 * @throws UsageError `UnknownShell`
 */
function completionScript(words: readonly string[]): string {
  const [shell] = words;
  if (isCompletionShell(shell)) return completionScripts[shell];
  if (shell === '--help' || shell === '-h' || shell === '-?') return text.completionHelp(shellNames);
  throw new UsageError(text.unknownShell(shell, shellNames), 'UnknownShell', shell);
}

/**
 * `cmdlet complete --shell <shell> --cursor <number> [--replaced <text>] -- <words…>`: what may stand at the cursor, for
 * the scripts that `cmdlet completion` prints.
 *
 * The words are those of the call, `cmdlet` included, as they are typed, quotes and all; the one at the cursor ends at
 * it. `--cursor` is the index of that word. bash hands the line as one word, and how many of its characters stand in
 * front of the cursor. `--replaced` is the end of the word at the cursor that the shell puts the answer in the place
 * of, where that is not all of it: bash and PowerShell cut words at characters that are part of ours.
 *
 * The answer is one line per proposal:
 *
 * | Shell | Line |
 * | --- | --- |
 * | bash | the text; the line in front of all has options for `compopt` |
 * | zsh | text, what a list shows, `open` if more is typed behind it; tabs between |
 * | fish | text and meaning |
 * | pwsh | text, what a list shows, type of the result, meaning |
 *
 * It never fails: where nothing is known, there is nothing to propose.
 */
async function completeCall(words: readonly string[], surroundings: Surroundings): Promise<string> {
  const call = readCall(words);
  if (call === undefined) return '';
  const { shell, typed, replaced } = call;
  const { workingDirectory, environment } = surroundings;
  const { packs, failures } = packsFor(workingDirectory, packsOf(typed.words));
  const catalog = new CommandCatalog([...packs, ...builtInPacks(environment)], failures);
  // bash shows words alone.
  const matches = await completeWords(typed, catalogSources(catalog, surroundings, shell !== 'bash'));
  const current = typed.words[typed.cursor] ?? '';
  const { text: end, quote } = shell === 'pwsh' ? powerShellStyle.openWord(replaced ?? '') : posixEnd(replaced);
  const kept = replaced !== undefined && current.endsWith(end) ? current.length - end.length : 0;
  return [...answerLines(shell, behind(matches, current.slice(0, kept)), quote), ''].join('\n');
}

interface Call {
  readonly shell: CompletionShell;
  /** Without `cmdlet`. */
  readonly typed: { readonly words: readonly string[]; readonly cursor: number };
  readonly replaced: string | undefined;
}

/** Undefined for what no script of ours asks. */
function readCall(words: readonly string[]): Call | undefined {
  const end = words.indexOf('--');
  const options = new Map<string, string>();
  for (let index = 0; index + 1 < end; index += 2) options.set(words[index] ?? '', words[index + 1] ?? '');
  const shell = options.get('--shell');
  const cursor = Number(options.get('--cursor'));
  if (end < 0 || !isCompletionShell(shell) || !Number.isInteger(cursor)) return undefined;
  const given = words.slice(end + 1);
  const cut = shell === 'bash' ? cutLine(given[0] ?? '', cursor) : { words: given.map(reader(shell)), cursor };
  if (cut.cursor < 1) return undefined;
  const replaced = options.get('--replaced');
  return { shell, typed: { words: cut.words.slice(1), cursor: cut.cursor - 1 }, replaced };
}

/** PowerShell's script hands words without their quotes, but for the one at the cursor. */
function reader(shell: CompletionShell): (word: string) => string {
  return shell === 'pwsh' ? (word) => powerShellStyle.openWord(word).text : unquoted;
}

function posixEnd(replaced = ''): { readonly text: string; readonly quote: string } {
  return { text: unquoted(replaced), quote: '' };
}

function packsFor(workingDirectory: string, named: readonly string[]): ReturnType<typeof findPacks> {
  try {
    return findPacks(workingDirectory, named);
  } catch {
    // A pack that is named and is none keeps the others from nothing.
    return findPacks(workingDirectory, []);
  }
}

/** What comes behind the part of the word that the shell keeps. */
function behind(matches: readonly CompletionMatch[], kept: string): CompletionMatch[] {
  return matches.flatMap((match) =>
    match.completionText.toLowerCase().startsWith(kept.toLowerCase())
      ? [{ ...match, completionText: match.completionText.slice(kept.length) }]
      : [],
  );
}
