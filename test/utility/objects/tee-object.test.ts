import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SelectObject, TeeObject } from '@cmdlet/utility';
import { expect, it, onTestFinished } from 'vitest';
import { objectSession } from './object-session.js';

it('draws what goes by into a file, and adds to it', async () => {
  const session = await objectSession();
  const folder = await mkdtemp(join(tmpdir(), 'tee-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const filePath = join(folder, 'out.txt');
  expect(await session.from(['a', 'b']).pipe(TeeObject, { filePath })).toEqual(['a', 'b']);
  await session.from(['c']).pipe(TeeObject, { filePath, append: true });
  expect(await readFile(filePath, 'utf8')).toBe('a\nb\nc\n');
});

it.each([
  [[], null],
  [[1], 1],
  [
    [1, 2],
    [1, 2],
  ],
])('keeps %j in a variable as %j', async (records, value) => {
  const session = await objectSession();
  await session.from(records).pipe(TeeObject, { variable: 'kept' });
  expect(session.variables.get('kept')).toEqual(value);
});

it('gives the first record on before the second comes', async () => {
  const session = await objectSession();
  expect(await session.from([1, 2]).pipe(TeeObject, { variable: 'kept' }).pipe(SelectObject, { first: 1 })).toEqual([
    1,
  ]);
});
