import { abbreviatedName } from '@cmdlet/core';
import type { CompletionMatch } from './completion-match.js';
import type { CommandName, CompletionSources } from './completion-sources.js';
import { sorted, wordPattern } from './word-pattern.js';

/**
 * Commands and aliases that fit a word: those that begin with it, a wildcard, or, if there are none, initials
 * (`g-wp` is `Get-WidgetPart`). Behind `pack\` those of one pack, with its name.
 */
export async function completeCommandName(word: string, sources: CompletionSources): Promise<CompletionMatch[]> {
  const { text, quote } = sources.style.openWord(word);
  const names = await sources.names();
  const separator = Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/'));
  const packName = separator < 0 ? undefined : text.slice(0, separator);
  const ofPack = names.filter((each) => packName === undefined || isSame(each.packName, packName));
  const found = fitting(ofPack, text.slice(separator + 1));
  const prefix = text.slice(0, separator + 1);
  return Promise.all(
    sorted(found, ({ name }) => name).map(async (each): Promise<CompletionMatch> => {
      const completionText = sources.style.command(`${prefix}${each.name}`, quote);
      return { completionText, listItemText: each.name, resultType: 'Command', toolTip: await each.toolTip() };
    }),
  );
}

function fitting(names: readonly CommandName[], word: string): CommandName[] {
  const fits = wordPattern(word);
  const found = firstOfEach(names.filter(({ name }) => fits(name)));
  if (found.length > 0 || !/^[\p{L}\d]+-?[\p{L}\d]*$/u.test(word)) return found;
  return firstOfEach(names.filter(({ name }) => isSame(abbreviatedName(name), word)));
}

/** Of equal names the first pack's is meant. */
function firstOfEach(names: readonly CommandName[]): CommandName[] {
  const byKey = new Map<string, CommandName>();
  for (const each of names) if (!byKey.has(each.name.toLowerCase())) byKey.set(each.name.toLowerCase(), each);
  return [...byKey.values()];
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
