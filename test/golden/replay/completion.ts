import { completeCommandName } from '../../../packages/shell/src/completion/complete-command-name.js';
import { completeLine } from '../../../packages/shell/src/completion/complete-line.js';
import { completePath } from '../../../packages/shell/src/completion/complete-path.js';
import type { CompletionMatch } from '../../../packages/shell/src/completion/completion-match.js';
import type { CompletionSources } from '../../../packages/shell/src/completion/completion-sources.js';
import { allDeviations } from './all-deviations.js';
import { needsLanguage } from './completion-applicable.js';
import type { CompletionCase, CompletionExpectation, CompletionFile, ExpectedMatch } from './completion-case.js';
import { departureOf } from './completion-departures.js';
import { type CompletionTarget, completionTarget } from './completion-input.js';
import { commandsOf, type DeclaredCommands, sourcesFor } from './completion-sources.js';
import { type CaseResult, NotApplicable } from './utility-case.js';

/** Our own expected results where they are not PowerShell's, by id of the case. */
type Deviations = Readonly<Record<string, { readonly reason: string; readonly expect: CompletionExpectation }>>;

/**
 * Replays the cases of one file of the topic `completion`: declares the cmdlets, reads the text as far as it is a call of
 * a command, and asks the completion of the shell with words written as PowerShell writes them.
 *
 * @param fileName as in `two-words.json`, which is the pack `GoldenTwoWords`
 */
export async function replayCompletionFile(
  json: unknown,
  fileName = 'completion.json',
  deviations: Deviations = listedDeviations(),
): Promise<CaseResult[]> {
  const file = json as CompletionFile;
  const words = fileName.replace(/\.json$/, '').split('-');
  const packName = `Golden${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
  const results: CaseResult[] = [];
  await using commands = await commandsOf(file, packName);
  for (const given of file.cases) results.push(await replayCase(commands, given, deviations[given.id]));
  return results;
}

/** What `deviations.json` lists for this topic. */
export function listedDeviations(): Deviations {
  return allDeviations().completion as Deviations;
}

async function replayCase(
  commands: DeclaredCommands,
  given: CompletionCase,
  listed: Deviations[string] | undefined,
): Promise<CaseResult> {
  const { id } = given;
  try {
    const reason = needsLanguage(given);
    if (reason !== undefined) throw new NotApplicable(reason);
    const outcome = await outcomeOf(commands, given);
    const expect = listed?.expect ?? given.expect;
    const difference = differenceOf(expect, outcome);
    if (difference === undefined) {
      return listed === undefined ? { id, passed: true } : { id, passed: true, departure: listed.reason };
    }
    const departure = listed === undefined ? departureOf(commands.file, given, outcome, differenceOf) : undefined;
    return departure === undefined ? { id, passed: false, difference } : { id, passed: true, departure };
  } catch (error) {
    if (error instanceof NotApplicable) return { id, passed: false, applicable: false, difference: error.message };
    return { id, passed: false, difference: `threw ${error instanceof Error ? error.stack : String(error)}` };
  }
}

async function outcomeOf(commands: DeclaredCommands, given: CompletionCase): Promise<CompletionExpectation> {
  const target = completionTarget(given.input, given.cursor);
  if (target.kind === 'command' && given.expect.matches?.some(({ type }) => type.startsWith('Provider')) === true) {
    throw new NotApplicable('files that are run belong to the command language');
  }
  const sources = sourcesFor(commands, given);
  const matches = (await matchesOf(target, sources)).map(asExpected);
  const only = given.only === undefined ? undefined : new RegExp(given.only, 'i');
  return {
    replacementIndex: target.start,
    replacementLength: target.length,
    matches: only === undefined ? matches : matches.filter(({ text }) => only.test(text)),
  };
}

async function matchesOf(target: CompletionTarget, sources: CompletionSources): Promise<CompletionMatch[]> {
  switch (target.kind) {
    case 'nothing':
      return [];
    case 'command':
      return completeCommandName(target.word, sources);
    case 'line':
      return completeLine(target.line, sources);
    case 'path': {
      const files = await completePath(target.word, sources);
      return target.alsoCommands ? [...files, ...(await completeCommandName(target.word, sources))] : files;
    }
  }
}

function asExpected({ completionText, listItemText, resultType, toolTip }: CompletionMatch): ExpectedMatch {
  return { text: completionText, listItem: listItemText, type: resultType, toolTip };
}

/** In words what is not as expected; undefined if all is. */
export function differenceOf(expect: CompletionExpectation, outcome: CompletionExpectation): string | undefined {
  if (expect.exception !== undefined) return `${expect.exception} is expected`;
  const [expected = [], got = []] = [expect.matches, outcome.matches];
  const names = (matches: readonly ExpectedMatch[]): string => matches.map(({ text }) => text).join(' | ');
  if (names(expected) !== names(got)) return `proposes ${names(got)}, not ${names(expected)}`;
  for (const [index, match] of expected.entries()) {
    const [left, right] = [JSON.stringify(got[index]), JSON.stringify(match)];
    if (!sameMatch(match, got[index])) return `a match is ${left}, not ${right}`;
  }
  const place = [outcome.replacementIndex, outcome.replacementLength].join();
  const wanted = [expect.replacementIndex, expect.replacementLength].join();
  return place === wanted ? undefined : `replaces ${place}, not ${wanted}`;
}

function sameMatch(left: ExpectedMatch, right: ExpectedMatch | undefined): boolean {
  return (
    right !== undefined &&
    left.text === right.text &&
    left.listItem === right.listItem &&
    left.type === right.type &&
    left.toolTip.replaceAll('\r\n', '\n') === right.toolTip
  );
}
