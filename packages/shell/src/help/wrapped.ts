import { wrapLines } from '@cmdlet/utility';

/**
 * A text whose lines fit: longer ones are broken at blanks, and go on below where they began, or below the second column
 * of a list.
 */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const head = /^ *(?:\S+(?: \S+)* {2,}(?=\S))?/u.exec(line)?.[0] ?? '';
      const column = head.length > width / 2 ? head.length - head.trimStart().length : head.length;
      const room = Math.max(MINIMUM, width - column);
      const [first = '', ...rest] = wrapLines(line.slice(column), room, room);
      return [line.slice(0, column) + first, ...rest.map((part) => ' '.repeat(column) + part)].map((each) =>
        each.trimEnd(),
      );
    })
    .join('\n');
}

/** So many cells a line has, however narrow the window is. */
const MINIMUM = 20;
