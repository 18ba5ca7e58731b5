import type { Pack } from '@cmdlet/core';
import { defineTests, exampleCases, lintPack, type TestSessionOptions } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { describe, expect, it } from 'vitest';
import { filePack } from '../../examples/file-hash/src/index.js';
import { ProcessSource, processPack } from '../../examples/get-proc/src/index.js';
import { FakeProcesses } from './get-proc/fake-processes.js';

describe.each<[string, Pack, TestSessionOptions]>([
  ['get-proc', processPack, { services: [[ProcessSource, new FakeProcesses()]] }],
  ['file-hash', filePack, {}],
])('The pack %s', async (_name, pack, options) => {
  it('has nothing that surprises its users', async () => {
    expect(await lintPack(pack)).toEqual([]);
  });

  it('is called in the ways of the snapshot', async () => {
    await expect(pack).toMatchCommandSurface();
  });

  defineTests(it, await exampleCases(pack, options));
});
