import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import type { InlineParameters } from '@cmdlet/core';
import { type Answers, type RunResult, run } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { describe, expect, it } from 'vitest';
import {
  type FileHash,
  filePack,
  GetContentHash,
  GetFolderFile,
  RemoveDuplicateFile,
} from '../../../examples/file-hash/src/index.js';
import { TemporaryFolder } from './temporary-folder.js';

/** Hashes files and removes those that are copies. */
function removeCopies(
  path: readonly string[],
  parameters: InlineParameters<typeof RemoveDuplicateFile, FileHash>,
  answers?: Answers,
): Promise<RunResult<string>> {
  return run((session) => session.pipeline(GetContentHash, { path }).pipe(RemoveDuplicateFile, parameters), {
    packs: [filePack],
    ...(answers === undefined ? {} : { answers }),
  });
}

describe('Remove-DuplicateFile', () => {
  it('keeps the first of each content and removes the others', async () => {
    using folder = new TemporaryFolder({ a: 'same', b: 'same', c: 'other', d: 'same' });
    const paths = ['a', 'b', 'c', 'd'].map((name) => folder.at(name));
    const result = await removeCopies(paths, { confirm: false, passThru: true });
    expect(result).toHaveOutput([folder.at('b'), folder.at('d')]);
    expect(paths.map((path) => existsSync(path))).toEqual([true, false, true, false]);
  });

  it('with -WhatIf says what would go and removes nothing', async () => {
    using folder = new TemporaryFolder({ a: 'same', b: 'same' });
    const result = await removeCopies([folder.at('a'), folder.at('b')], { whatIf: true });
    expect(result).toHaveAskedConfirmation({ decidedBy: 'WhatIf', target: folder.at('b') });
    expect(result.information.map(String)).toEqual([
      `What if: Performing the operation "Remove copy of ${folder.at('a')}" on target "${folder.at('b')}".`,
    ]);
    expect(existsSync(folder.at('b'))).toBe(true);
  });

  it('asks before each file, as its impact is high', async () => {
    using folder = new TemporaryFolder({ a: 'same', b: 'same', c: 'same' });
    const { prompts } = await run(
      (session) =>
        session
          .pipeline(GetFolderFile, { path: [folder.path] })
          .pipe(GetContentHash)
          .pipe(RemoveDuplicateFile),
      { packs: [filePack], answers: ['No', 'Yes'] },
    );
    expect(prompts.map(({ caption, answer }) => [caption, answer])).toEqual([
      ['Confirm', 'No'],
      ['Confirm', 'Yes'],
    ]);
    expect(['a', 'b', 'c'].filter((name) => existsSync(folder.at(name)))).toHaveLength(2);
  });

  it('changes nothing where nobody can be asked', async () => {
    using folder = new TemporaryFolder({ a: 'same', b: 'same' });
    expect(await removeCopies([folder.at('a'), folder.at('b')], {})).toHaveErrorId('HostFunctionNotImplemented');
    expect(existsSync(folder.at('b'))).toBe(true);
  });

  it('asks once more about read-only files, unless forced', async () => {
    using folder = new TemporaryFolder({ a: '1', b: '1', c: '1', d: '1' });
    for (const name of ['b', 'c', 'd']) chmodSync(folder.at(name), 0o444);
    const path = ['a', 'b', 'c', 'd'].map((name) => folder.at(name));

    const declined = await removeCopies(path.slice(0, 2), { confirm: false }, 'No');
    expect(declined).toHaveAskedConfirmation({ method: 'shouldContinue', caption: 'Read-only file', proceed: false });
    expect(existsSync(folder.at('b'))).toBe(true);

    const answered = await removeCopies(path.slice(0, 3), { confirm: false }, ['YesToAll']);
    expect(answered.prompts).toHaveLength(1);
    expect(['b', 'c'].some((name) => existsSync(folder.at(name)))).toBe(false);

    const forced = await removeCopies([folder.at('a'), folder.at('d')], { confirm: false, force: true });
    expect(forced).not.toHaveAskedConfirmation();
    expect(existsSync(folder.at('d'))).toBe(false);
  });

  it('does not take a file for a copy of itself', async () => {
    using folder = new TemporaryFolder({ 'a.txt': 'alone' });
    symlinkSync(folder.at('a.txt'), folder.at('link'));
    await removeCopies([folder.at('a.txt'), folder.at('a.txt'), folder.at('link')], { confirm: false });
    expect(existsSync(folder.at('a.txt'))).toBe(true);
  });

  it('keeps a copy whose original has gone meanwhile', async () => {
    using folder = new TemporaryFolder({ b: 'same' });
    const input = ['gone', 'b'].map((name) => ({ path: folder.at(name), hash: '00' }));
    await run(RemoveDuplicateFile, { confirm: false }, { packs: [filePack], input });
    expect(existsSync(folder.at('b'))).toBe(true);
  });
});
