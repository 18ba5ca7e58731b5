import type { CompletedPath, CompletionStyle, OpenWord } from './completion-style.js';

/** Words as PowerShell reads them. */
export const powerShellStyle: CompletionStyle = {
  openWord,
  value,
  command,
  booleans: ['$true', '$false'],
  path,
  // Elements of a list are words of their own.
  listPrefix: () => '',
  listElement: (text) => text,
  authored: (text) => text,
  dotsPaths: true,
};

const SINGLE_QUOTE = /^['‘’‚‛]$/u;
const DOUBLE_QUOTE = /^["“”„]$/u;

function openWord(word: string): OpenWord {
  const quote = kindOfQuote(word.charAt(0));
  if (quote === '') return { text: word, quote };
  if (word.length === 1) return { text: '', quote };
  const closing = kindOfQuote(word.at(-1) ?? '');
  if (closing === quote) return { text: word.slice(1, -1), quote };
  return closing === '' ? { text: word.slice(1), quote } : { text: word, quote: '' };
}

function kindOfQuote(character: string): string {
  if (SINGLE_QUOTE.test(character)) return "'";
  return DOUBLE_QUOTE.test(character) ? '"' : '';
}

function value(text: string, quote: string): string {
  if (!needsQuotes(text)) return `${quote}${text}${quote}`;
  const used = quote === '' ? "'" : quote;
  return `${used}${used === "'" ? withDoubledQuotes(text) : text}${used}`;
}

function command(name: string, quote: string): string {
  if (!needsQuotes(name)) return `${quote}${name}${quote}`;
  const used = quote === '' ? "'" : quote;
  const inner = used === "'" ? withDoubledQuotes(name) : name.replaceAll('`', '``').replaceAll('$', '`$');
  return `${used}${inner}${used}`;
}

function withDoubledQuotes(text: string): string {
  return text.replaceAll(/['‘’‚‛]/gu, '$&$&');
}

/** Whether a text alone would be more than one word, or another one, to PowerShell's parser. */
function needsQuotes(text: string): boolean {
  // A variable, a comment, a whole number, a text in quotes without anything to expand: one token each.
  if (/^(?:\$\w+|#.*|\d+|'[^'$`]*'|"[^"$`]*")$/u.test(text)) return false;
  return text === '' || /[\s,;(){}|&<>'"`$‘’‚‛“”„]|^[-@[!+]/u.test(text);
}

/** The characters in front of which a path is cut into words, or read in another way. */
function path({ folder, name, quote, isLiteral }: CompletedPath): string {
  const escapedFolder = escapePath(folder, quote, true);
  const escaped = escapePath(name, quote, isLiteral);
  const text = `${escapedFolder.text}${escaped.text}`;
  if (quote !== '') return `${quote}${text}${quote}`;
  return escapedFolder.needsQuotes || escaped.needsQuotes ? `'${text}'` : text;
}

function escapePath(text: string, quote: string, isLiteral: boolean): { text: string; needsQuotes: boolean } {
  const isBare = quote === '';
  const isSingle = quote !== '"';
  let escaped = '';
  let needsQuotes = isBare && /^[#\-@]|[ ,;(){}|&]/u.test(text);
  for (const character of text) {
    if (character === '[' || character === ']') {
      if (!isLiteral) {
        escaped += isSingle ? '`' : '``';
        needsQuotes = true;
      }
    } else if (character === '`') {
      if (!isSingle || !isLiteral) escaped += '`';
      needsQuotes ||= isBare;
    } else if (character === '$') {
      if (!isSingle) escaped += '`';
      needsQuotes ||= isBare;
    } else if (isSingle && SINGLE_QUOTE.test(character)) {
      escaped += "'";
      needsQuotes = true;
    } else if (DOUBLE_QUOTE.test(character)) {
      if (!isSingle) escaped += '`';
      needsQuotes ||= isBare;
    }
    escaped += character;
  }
  return { text: escaped, needsQuotes };
}
