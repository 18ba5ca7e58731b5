import { defineTests, jobContract } from '@cmdlet/testing';
import { describe, it } from 'vitest';
import { FolderFile, HashJob } from '../../../examples/file-hash/src/index.js';

const files = [
  ['one', 'a'],
  ['one', 'b'],
  ['two', 'c'],
].map(([folder = '', name = '']) => new FolderFile(`${folder}/${name}`, folder, name, 1));

describe('The job of Get-ContentHash', () => {
  defineTests(it, jobContract({ name: 'HashJob', create: (init) => new HashJob(init), input: files }));
});
