/** How wide lines may be. */
import { expect, it } from 'vitest';
import { widthOf } from '../../../packages/shell/src/host/window-width.js';
import { TextStream } from '../command.js';

it.each([
  ['a terminal of 80 cells', 80, {}, 79],
  ['a terminal of 80 cells, whatever COLUMNS says', 80, { COLUMNS: '50' }, 79],
  ['a terminal of 1 cell', 1, {}, 1],
  ['a terminal that does not tell', 0, {}, 120],
  ['a pipe', undefined, {}, 120],
  ['a pipe, with COLUMNS', undefined, { COLUMNS: '50' }, 50],
  ['a pipe, with COLUMNS that mean nothing', undefined, { COLUMNS: '-5' }, 120],
  ['a pipe, with COLUMNS that are no number', undefined, { COLUMNS: 'wide' }, 120],
])('%s: %s cells and %j give %i', (_, columns, environment, width) => {
  const stream = columns === undefined ? new TextStream() : Object.assign(new TextStream(), { columns });
  expect(widthOf(stream, environment)).toBe(width);
});
