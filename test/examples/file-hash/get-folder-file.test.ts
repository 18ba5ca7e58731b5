import { relative, sep } from 'node:path';
import { Session } from '@cmdlet/core';
import { run } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { describe, expect, it } from 'vitest';
import { FileSystem, FolderFile, filePack, GetFolderFile } from '../../../examples/file-hash/src/index.js';
import { TemporaryFolder } from './temporary-folder.js';

const files = { 'a.txt': 'a', 'b.md': 'bb', 'one/c.txt': 'ccc', 'one/two/d.txt': '', 'three/e.md': 'e' };

describe('Get-FolderFile', () => {
  it.each([
    ['everything below', {}, ['a.txt', 'b.md', 'one/c.txt', 'one/two/d.txt', 'three/e.md']],
    ['the folder itself with -Depth 0', { depth: 0 }, ['a.txt', 'b.md']],
    ['as deep as -Depth says', { depth: 1 }, ['a.txt', 'b.md', 'one/c.txt', 'three/e.md']],
    ['only -Extension', { extension: ['.md', '.none'] }, ['b.md', 'three/e.md']],
  ])('gets %s', async (_title, parameters, expected) => {
    using folder = new TemporaryFolder(files);
    const { output } = await run(GetFolderFile, { path: [folder.path], ...parameters }, { packs: [filePack] });
    const paths = output.map(({ fullName }) => relative(folder.path, fullName).replaceAll(sep, '/'));
    expect(paths.sort()).toEqual(expected);
  });

  it('tells the path, the folder, the name and the length', async () => {
    using folder = new TemporaryFolder({ 'one/c.txt': 'ccc' });
    const result = await run(GetFolderFile, {}, { packs: [filePack], input: [folder.path] });
    expect(result).toHaveOutput([new FolderFile(folder.at('one/c.txt'), folder.at('one'), 'c.txt', 3)]);
  });

  it('reports a folder that is not there and goes on with the next', async () => {
    using folder = new TemporaryFolder({ 'a.txt': 'a' });
    const result = await run(GetFolderFile, { path: [folder.at('nowhere'), folder.path] }, { packs: [filePack] });
    expect(result).toHaveOutput([expect.objectContaining({ name: 'a.txt' })]);
    expect(result.errorIds).toEqual(['FolderNotRead,file-hash.GetFolderFile']);
    expect(result.errors[0]?.categoryInfo.category).toBe('ObjectNotFound');
  });

  it('reports a folder that cannot be read and goes on with those beside it', async () => {
    using folder = new TemporaryFolder(files);
    const locked = folder.at('one');
    class LockedFiles extends FileSystem {
      override async *entries(path: string): AsyncGenerator<FolderFile | string> {
        if (path === locked) throw Object.assign(new Error('locked'), { code: 'EACCES' });
        yield* super.entries(path);
      }
    }
    const services = [[FileSystem, new LockedFiles()]] as const;
    const { output, errors } = await run(GetFolderFile, { path: [folder.path] }, { services });
    expect(output.map(({ name }) => name).sort()).toEqual(['a.txt', 'b.md', 'e.md']);
    expect(errors.map((error) => [error.targetObject, error.categoryInfo.category])).toEqual([
      [locked, 'PermissionDenied'],
    ]);
  });

  it('says where it looks, and ends its progress', async () => {
    using folder = new TemporaryFolder(files);
    const { progress } = await run(GetFolderFile, { path: [folder.path] }, { packs: [filePack] });
    expect(new Set(progress.map(({ statusDescription }) => statusDescription))).toContain(folder.at('one/two'));
    expect(progress.at(-1)?.recordType).toBe('Completed');
  });

  it('ends when whoever reads has enough', async () => {
    using folder = new TemporaryFolder(files);
    await using session = await Session.create({ packs: [filePack] });
    const read: string[] = [];
    for await (const { name } of session.pipeline(GetFolderFile, { path: [folder.path] })) {
      read.push(name);
      if (read.length === 2) break;
    }
    expect(read).toHaveLength(2);
  });
});
