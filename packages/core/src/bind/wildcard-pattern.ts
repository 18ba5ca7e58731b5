/**
 * A wildcard as a regular expression that matches whole names, ignoring case unless asked not to.
 *
 * `*` stands for any text, `?` for one character, `[a-c]` for one of several; a backtick takes the meaning away.
 */
export function wildcardPattern(wildcard: string, caseSensitive = false): RegExp {
  let source = '';
  for (let index = 0; index < wildcard.length; index++) {
    const character = wildcard.charAt(index);
    if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else if (character === '`' && index + 1 < wildcard.length) source += literal(wildcard.charAt(++index));
    else if (character === '[' && wildcard.indexOf(']', index + 2) > 0) {
      const end = wildcard.indexOf(']', index + 2);
      source += `[${wildcard.slice(index + 1, end).replace(/[\\\]^]/g, '\\$&')}]`;
      index = end;
    } else source += literal(character);
  }
  return new RegExp(`^${source}$`, caseSensitive ? 's' : 'is');
}

/** Whether a text has a character that stands for others, not taken away by a backtick. */
export function isWildcard(text: string): boolean {
  return /(?:^|[^`])(?:``)*[*?[]/.test(text);
}

function literal(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
