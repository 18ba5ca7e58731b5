/**
 * A wildcard as a regular expression that matches whole names, ignoring case.
 *
 * `*` stands for any text, `?` for one character, `[a-c]` for one of several; a backtick takes the meaning away.
 */
export function wildcardPattern(wildcard: string): RegExp {
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
  return new RegExp(`^${source}$`, 'is');
}

function literal(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
