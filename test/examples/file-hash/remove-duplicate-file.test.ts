import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { type Host, Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { filePack, GetContentHash, GetFolderFile, RemoveDuplicateFile } from '../../../examples/file-hash/src/index.js';
import { TemporaryFolder } from './temporary-folder.js';

/** Answers questions one after the other, by the index of the choice. */
function answering(...answers: readonly number[]): Host & { readonly questions: string[] } {
  const questions: string[] = [];
  return {
    questions,
    promptForChoice: (caption) => {
      questions.push(caption);
      return Promise.resolve(answers[questions.length - 1] ?? -1);
    },
  };
}

const [yes, yesToAll, no] = [0, 1, 2];

describe('Remove-DuplicateFile', () => {
  it('keeps the first of each content and removes the others', async () => {
    using folder = new TemporaryFolder({ a: 'same', b: 'same', c: 'other', d: 'same' });
    await using session = await Session.create({ packs: [filePack] });
    const paths = ['a', 'b', 'c', 'd'].map((name) => folder.at(name));
    const removed = await session
      .pipeline(GetContentHash, { path: paths })
      .pipe(RemoveDuplicateFile, { confirm: false, passThru: true });
    expect(removed).toEqual([folder.at('b'), folder.at('d')]);
    expect(paths.map((path) => existsSync(path))).toEqual([true, false, true, false]);
  });

  it('with -WhatIf says what would go and removes nothing', async () => {
    using folder = new TemporaryFolder({ a: 'same', b: 'same' });
    await using session = await Session.create({ packs: [filePack] });
    const { information } = await session
      .pipeline(GetContentHash, { path: [folder.at('a'), folder.at('b')] })
      .pipe(RemoveDuplicateFile, { whatIf: true })
      .run();
    expect(information.map(String)).toEqual([
      `What if: Performing the operation "Remove copy of ${folder.at('a')}" on target "${folder.at('b')}".`,
    ]);
    expect(existsSync(folder.at('b'))).toBe(true);
  });

  it('asks before each file, as its impact is high', async () => {
    using folder = new TemporaryFolder({ a: 'same', b: 'same', c: 'same' });
    const host = answering(no, yes);
    await using session = await Session.create({ packs: [filePack], host });
    await session
      .pipeline(GetFolderFile, { path: [folder.path] })
      .pipe(GetContentHash)
      .pipe(RemoveDuplicateFile);
    expect(host.questions).toEqual(['Confirm', 'Confirm']);
    expect(['a', 'b', 'c'].filter((name) => existsSync(folder.at(name)))).toHaveLength(2);
  });

  it('changes nothing where nobody can be asked', async () => {
    using folder = new TemporaryFolder({ a: 'same', b: 'same' });
    await using session = await Session.create({ packs: [filePack] });
    const hashes = session.pipeline(GetContentHash, { path: [folder.at('a'), folder.at('b')] });
    await expect(hashes.pipe(RemoveDuplicateFile).toArray()).rejects.toMatchObject({
      errorId: 'HostFunctionNotImplemented',
    });
    expect(existsSync(folder.at('b'))).toBe(true);
  });

  it('asks once more about read-only files, unless forced', async () => {
    using folder = new TemporaryFolder({ a: '1', b: '1', c: '1', d: '1' });
    for (const name of ['b', 'c', 'd']) chmodSync(folder.at(name), 0o444);
    const host = answering(no, yesToAll);
    await using session = await Session.create({ packs: [filePack], host });
    const path = ['a', 'b', 'c', 'd'].map((name) => folder.at(name));

    await session.pipeline(GetContentHash, { path: path.slice(0, 2) }).pipe(RemoveDuplicateFile, { confirm: false });
    expect(host.questions).toEqual(['Read-only file']);
    expect(existsSync(folder.at('b'))).toBe(true);

    await session.pipeline(GetContentHash, { path: path.slice(0, 3) }).pipe(RemoveDuplicateFile, { confirm: false });
    expect(host.questions).toHaveLength(2);
    expect(['b', 'c'].some((name) => existsSync(folder.at(name)))).toBe(false);

    await session
      .pipeline(GetContentHash, { path: [folder.at('a'), folder.at('d')] })
      .pipe(RemoveDuplicateFile, { confirm: false, force: true });
    expect(host.questions).toHaveLength(2);
    expect(existsSync(folder.at('d'))).toBe(false);
  });

  it('does not take a file for a copy of itself', async () => {
    using folder = new TemporaryFolder({ 'a.txt': 'alone' });
    symlinkSync(folder.at('a.txt'), folder.at('link'));
    await using session = await Session.create({ packs: [filePack] });
    const path = [folder.at('a.txt'), folder.at('a.txt'), folder.at('link')];
    await session.pipeline(GetContentHash, { path }).pipe(RemoveDuplicateFile, { confirm: false });
    expect(existsSync(folder.at('a.txt'))).toBe(true);
  });

  it('keeps a copy whose original has gone meanwhile', async () => {
    using folder = new TemporaryFolder({ b: 'same' });
    await using session = await Session.create({ packs: [filePack] });
    const records = ['gone', 'b'].map((name) => ({ path: folder.at(name), hash: '00' }));
    await session.from(records).pipe(RemoveDuplicateFile, { confirm: false });
    expect(existsSync(folder.at('b'))).toBe(true);
  });
});
