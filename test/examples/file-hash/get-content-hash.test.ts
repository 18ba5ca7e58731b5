import { Session } from '@cmdlet/core';
import { run } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { describe, expect, it } from 'vitest';
import {
  FileHash,
  FileSystem,
  filePack,
  GetContentHash,
  GetFolderFile,
} from '../../../examples/file-hash/src/index.js';
import { TemporaryFolder } from './temporary-folder.js';

const sha256OfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const md5OfAbc = '900150983cd24fb0d6963f7d28e17f72';

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')));
  });
}

describe('Get-ContentHash', () => {
  it.each([
    [{}, 'SHA256', sha256OfAbc],
    [{ algorithm: 'MD5' as const }, 'MD5', md5OfAbc],
  ])('hashes with %o', async (parameters, algorithm, hash) => {
    using folder = new TemporaryFolder({ 'abc.txt': 'abc' });
    await using session = await Session.create({ packs: [filePack] });
    const path = folder.at('abc.txt');
    const hashes = await session.invoke(GetContentHash, { path: [path], ...parameters });
    expect(hashes).toEqual([{ algorithm, hash, path, length: 3 }]);
    expect(hashes[0]).toBeInstanceOf(FileHash);
  });

  it('takes the spelling of an algorithm as it comes, and no other', async () => {
    using folder = new TemporaryFolder({ 'abc.txt': 'abc' });
    await using session = await Session.create({ packs: [filePack] });
    const path = folder.at('abc.txt');
    expect(await session.invoke('Get-ContentHash', { path, algorithm: 'md5' })).toMatchObject([{ algorithm: 'MD5' }]);
    await expect(session.invoke('Get-ContentHash', { path, algorithm: 'CRC' })).rejects.toMatchObject({
      errorId: 'ParameterArgumentValidationError',
    });
  });

  it('takes paths from the pipeline, and from the properties of files', async () => {
    using folder = new TemporaryFolder({ 'a.txt': 'abc', 'b.txt': 'abc' });
    await using session = await Session.create({ packs: [filePack] });
    const records = [folder.at('a.txt'), { fullName: folder.at('b.txt') }, { Path: folder.at('a.txt') }];
    const hashes = await session.from(records).pipe(GetContentHash);
    expect(hashes.map(({ hash }) => hash)).toEqual([sha256OfAbc, sha256OfAbc, sha256OfAbc]);
  });

  it('reports a file that is not there and goes on with the next', async () => {
    using folder = new TemporaryFolder({ 'a.txt': 'abc' });
    const path = [folder.at('nothing'), folder.at('a.txt')];
    const result = await run(GetContentHash, { path }, { packs: [filePack] });
    expect(result.output).toHaveLength(1);
    expect(result.errorIds).toEqual(['FileNotRead,file-hash.GetContentHash']);
    expect(result.errors[0]?.categoryInfo.category).toBe('ObjectNotFound');
  });

  it('ends at once when it is stopped in the middle of a file', async () => {
    const begun = new AbortController();
    /** A file that never ends. */
    class EndlessFiles extends FileSystem {
      override hash(_path: string, _algorithm: never, signal: AbortSignal): Promise<FileHash> {
        const reading = untilAborted(signal);
        begun.abort();
        return reading;
      }
    }
    const services = [[FileSystem, new EndlessFiles()]] as const;
    const result = await run(GetContentHash, { path: ['x', 'y'] }, { services, signal: begun.signal });
    expect(result).toHaveState('Stopped');
    expect(result.errors).toEqual([]);
  });
});

describe('Get-ContentHash -AsJob', () => {
  it('hashes the files of each folder in a child job of its own', async () => {
    using folder = new TemporaryFolder({ 'a.txt': '1', 'one/b.txt': '2', 'one/c.txt': '3', 'two/d.txt': '4' });
    await using session = await Session.create({ packs: [filePack] });
    const job = await session
      .pipeline(GetFolderFile, { path: [folder.path] })
      .pipe(GetContentHash, { asJob: true, throttleLimit: 2 })
      .single();
    const { state } = await job.finished;
    expect(state).toBe('Completed');
    expect(job.psJobTypeName).toBe('HashJob');
    expect(job.throttleLimit).toBe(2);
    expect(Object.fromEntries(job.childJobs.map((child) => [child.name, child.output.length]))).toEqual({
      [folder.path]: 1,
      [folder.at('one')]: 2,
      [folder.at('two')]: 1,
    });
    expect(job.output).toHaveLength(4);
  });

  it('hashes files that are given with -Path in one child', async () => {
    using folder = new TemporaryFolder({ 'a.txt': '1', 'one/b.txt': '2' });
    const path = [folder.at('a.txt'), folder.at('one/b.txt'), folder.at('nothing')];
    await using result = await run(GetContentHash, { path, asJob: true }, { packs: [filePack] });
    await result.job.finished;
    expect(result.job.childJobs).toHaveLength(1);
    expect(result.job.output).toHaveLength(2);
    expect(result).toHaveErrorId('FileNotRead');
  });

  it('keeps what was hashed when it is stopped', async () => {
    const waiting = new AbortController();
    /** All files but the first never end. */
    class SlowFiles extends FileSystem {
      #count = 0;
      override hash(path: string, algorithm: 'MD5', signal: AbortSignal): Promise<FileHash> {
        this.#count += 1;
        if (this.#count === 1) return Promise.resolve(new FileHash(algorithm, '00', path, 1));
        const reading = untilAborted(signal);
        waiting.abort();
        return reading;
      }
    }
    const services = [[FileSystem, new SlowFiles()]] as const;
    await using result = await run(GetContentHash, { path: ['1', '2', '3'], asJob: true }, { services });
    await new Promise((resolve) => waiting.signal.addEventListener('abort', resolve));
    await result.job.stop();
    expect(result).toHaveState('Stopped');
    expect(result).toHaveOutput([expect.objectContaining({ path: '1' })]);
  });
});
