import { CmdletException } from '@cmdlet/core';
import { text } from './text.js';

/**
 * A regular expression as PowerShell users write it: options in front, `(?i)`, and the anchors `\A`, `\z` and `\Z` are
 * understood besides what the language has.
 *
 * @throws CmdletException `InvalidRegularExpression`
 */
export function regularExpression(
  pattern: string,
  { ignoreCase = true, global = false }: { readonly ignoreCase?: boolean; readonly global?: boolean } = {},
): RegExp {
  const flags = new Set(ignoreCase ? ['i'] : []);
  if (global) flags.add('g');
  let source = pattern;
  for (let match = OPTIONS.exec(source); match !== null; match = OPTIONS.exec(source)) {
    for (const option of match[1] ?? '') flags.add(option);
    for (const option of match[2] ?? '') flags.delete(option);
    source = source.slice(match[0].length);
  }
  source = source.replace(/\\(.)|\[(?:\\.|[^\]\\])*\]|\(\?'(\w+)'/gs, (whole, escaped?: string, name?: string) => {
    if (name !== undefined) return `(?<${name}>`;
    return escaped === undefined ? whole : (ANCHORS[escaped] ?? whole);
  });
  flags.delete('n');
  try {
    return new RegExp(source, [...flags].join(''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CmdletException(text.badPattern(pattern, reason), {
      errorId: 'InvalidRegularExpression',
      category: 'InvalidOperation',
      cause,
    });
  }
}

/** `(?im-s)` */
const OPTIONS = /^\(\?([imns]*)(?:-([imns]+))?\)/;
const ANCHORS: Readonly<Record<string, string>> = { A: '(?<![\\s\\S])', z: '(?![\\s\\S])', Z: '(?=\\n?(?![\\s\\S]))' };
