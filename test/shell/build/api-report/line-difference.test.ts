import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineDifference } from '../../../../packages/shell/src/build/api-report/line-difference.js';

it.each([
  ['a\nb\nc', 'a\nb\nc', ''],
  ['a\nb\nc', 'a\nx\nc', '- b\n+ x'],
  ['a', 'a\nb', '+ b'],
  ['a\nb', 'b', '- a'],
])('from %j to %j is %j', (before, after, difference) => {
  expect(lineDifference(before, after)).toBe(difference);
});

it('is cut where it is long', () => {
  expect(lineDifference('a\nb\nc', '', 2)).toBe('- a\n- b\n…');
});

it('leads from one text to the other', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const marks = lineDifference(before.join('\n'), after.join('\n'), 99).split('\n');
      const sorted = (all: readonly string[]) => all.filter((line) => line !== '').sort();
      const of = (mark: string) => marks.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
      const kept: string[] = [...before];
      for (const line of of('- ')) kept.splice(kept.indexOf(line), 1);
      expect(sorted([...kept, ...of('+ ')])).toEqual(sorted(after));
    }),
  );
});
