import type { CompletionMatch } from './completion-match.js';
import type { CompletionShell } from './completion-shells.js';
import { powerShellStyle } from './powershell-style.js';

/**
 * The answer for a shell as the lines that its script reads.
 *
 * @param quote what the part of the word that is replaced begins with
 */
export function answerLines(
  shell: CompletionShell,
  matches: readonly CompletionMatch[],
  quote: string,
): readonly string[] {
  const typeable = matches.filter(({ completionText }) => completionText !== '' && !/[\t\r\n]/u.test(completionText));
  return ANSWERS[shell](typeable, quote);
}

const ANSWERS: Readonly<
  Record<CompletionShell, (matches: readonly CompletionMatch[], quote: string) => readonly string[]>
> = {
  bash: (matches) => [optionsOfCompopt(matches).join(' '), ...matches.map(({ completionText }) => completionText)],
  zsh: (matches) =>
    matches.map((match) => [match.completionText, shownText(match), isOpen(match) ? 'open' : ''].join('\t')),
  fish: (matches) => matches.map((match) => `${match.completionText}\t${oneLine(match.toolTip)}`),
  pwsh: (matches, quote) =>
    matches.map((match) =>
      [
        match.resultType === 'ParameterName'
          ? match.completionText
          : powerShellStyle.value(match.completionText, quote),
        oneLine(match.listItemText),
        match.resultType,
        oneLine(match.toolTip),
      ].join('\t'),
    ),
};

/** `filenames` makes bash quote what needs it, and close a quote that is open. */
function optionsOfCompopt(matches: readonly CompletionMatch[]): string[] {
  const needsQuotes = matches.some(({ completionText }) => /[^\w./:=,@%+-]/u.test(completionText));
  return [...(needsQuotes ? ['filenames'] : []), ...(matches.some(isOpen) ? ['nospace'] : [])];
}

/** More is typed behind a folder. */
function isOpen({ completionText }: CompletionMatch): boolean {
  return completionText.endsWith('/');
}

/** What a list shows of a match: its text, and what it means where that says more. */
function shownText({ completionText, listItemText, toolTip, resultType }: CompletionMatch): string {
  const text = resultType === 'ParameterName' ? completionText : listItemText;
  const meaning = oneLine(toolTip);
  const saysMore = meaning !== listItemText && resultType !== 'ProviderItem' && resultType !== 'ProviderContainer';
  return saysMore ? `${oneLine(text)}  -- ${meaning}` : oneLine(text);
}

/** An empty text is none to PowerShell. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim() || ' ';
}
