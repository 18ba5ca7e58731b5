import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLine, unquoted } from '../../../packages/shell/src/completion/posix-words.js';

describe('a line of a shell', () => {
  it.each([
    ['cmdlet a b|', ['cmdlet', 'a', 'b'], 2],
    ['cmdlet a |', ['cmdlet', 'a', ''], 2],
    ['cmdlet a | b', ['cmdlet', 'a', '', 'b'], 2],
    ['cmdlet a|bc d', ['cmdlet', 'a', 'd'], 1],
    ['cmdlet "a b|', ['cmdlet', 'a b'], 1],
    ["cmdlet 'it''s|", ['cmdlet', 'its'], 1],
    [String.raw`cmdlet a\ b|`, ['cmdlet', 'a b'], 1],
    [String.raw`cmdlet "a\"b\c|`, ['cmdlet', String.raw`a"b\c`], 1],
    ['cmdlet -City:Oslo --x=y|', ['cmdlet', '-City:Oslo', '--x=y'], 2],
    ['cmdlet ä💡|x', ['cmdlet', 'ä💡'], 1],
    ['|', [''], 0],
  ])('%s has the words %j, the cursor in %i', (line, words, cursor) => {
    const place = Array.from(line.split('|')[0] ?? '').length;
    expect(cutLine(line.replace('|', ''), place)).toEqual({ words, cursor });
  });

  it('gives back what was quoted', () => {
    const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
        const line = words.map(quote).join(' ');
        expect(cutLine(line, Array.from(line).length)).toEqual({ words, cursor: words.length - 1 });
        expect(unquoted(quote(words[0] ?? ''))).toBe(words[0]);
      }),
    );
  });
});
