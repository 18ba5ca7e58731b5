import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from '@cmdlet/core';
import { FormatTable, OutFile } from '@cmdlet/utility';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let session: Session;
let folder: string;
let filePath: string;
beforeEach(async () => {
  session = await Session.create();
  folder = await mkdtemp(join(tmpdir(), 'out-file-'));
  filePath = join(folder, 'file.txt');
});
afterEach(async () => {
  await session.dispose();
  await rm(folder, { recursive: true });
});

const content = (): Promise<string> => readFile(filePath, 'utf8');

describe('Out-File', () => {
  it('writes what the views draw, in UTF-8 without a mark', async () => {
    await session
      .from([{ a: 'ä' }, { a: 'b' }])
      .pipe(FormatTable, {})
      .pipe(OutFile, { filePath });
    expect(await content()).toBe('\na\n-\nä\nb\n\n');
  });

  it('writes many lines in their order', async () => {
    const texts = Array.from({ length: 50_000 }, (_, index) => `line ${index}`);
    await session.from(texts).pipe(OutFile, { filePath });
    expect(await content()).toBe(`${texts.join('\n')}\n`);
  });

  it('replaces, appends, or leaves alone what is there', async () => {
    await writeFile(filePath, 'old\n');
    await session.from(['new']).pipe(OutFile, { filePath, append: true });
    expect(await content()).toBe('old\nnew\n');
    const { failure } = await session.from(['x']).pipe(OutFile, { filePath, noClobber: true }).run();
    expect(failure?.fullyQualifiedErrorId).toMatch(/^NoClobber,/);
    expect(failure?.categoryInfo.category).toBe('ResourceExists');
    expect(await content()).toBe('old\nnew\n');
    await session.from(['x']).pipe(OutFile, { filePath, noNewline: true });
    expect(await content()).toBe('x');
  });

  it.each([
    ['utf8BOM', 'efbbbf c3a4 0a'],
    ['unicode', 'fffe e400 0a00'],
    ['bigendianunicode', 'feff 00e4 000a'],
    ['utf32', 'fffe0000 e4000000 0a000000'],
    ['bigendianutf32', '0000feff 000000e4 0000000a'],
    ['ascii', '3f 0a'],
    ['ansi', 'e4 0a'],
  ] as const)('writes %s', async (encoding, bytes) => {
    await session.from(['ä']).pipe(OutFile, { filePath, encoding });
    expect((await readFile(filePath)).toString('hex')).toBe(bytes.replaceAll(' ', ''));
  });

  it('says what it cannot open', async () => {
    const { failure } = await session
      .from(['x'])
      .pipe(OutFile, { filePath: join(folder, 'none', 'file.txt') })
      .run();
    expect(failure?.fullyQualifiedErrorId).toMatch(/^FileOpenFailure,/);
    expect(failure?.categoryInfo.category).toBe('OpenError');
  });

  it('writes to a read-only file with force, and leaves it read-only', async () => {
    await writeFile(filePath, '');
    await chmod(filePath, 0o444);
    await session.from(['x']).pipe(OutFile, { filePath, force: true });
    expect(await content()).toBe('x\n');
  });

  it('only says what it would do with -WhatIf', async () => {
    await session.from(['x']).pipe(OutFile, { filePath, whatIf: true });
    await expect(content()).rejects.toThrow('ENOENT');
  });
});
