import type { Pack } from '@cmdlet/core';
import { defineTests, exampleCases, lintPack, type TestSessionOptions } from '@cmdlet/testing';
import '@cmdlet/testing/vitest';
import { describe, expect, it } from 'vitest';
import { FakeProcesses } from './get-proc/fake-processes.js';

/** The packs as they are built, with the help that is derived from their comments. */
const { filePack } = await built<typeof import('../../examples/file-hash/src/index.js')>('file-hash');
const processes = await built<typeof import('../../examples/get-proc/src/index.js')>('get-proc');
const { processPack } = processes;

describe.each<[string, Pack, TestSessionOptions]>([
  ['get-proc', processPack, { services: [[processes.ProcessSource, new FakeProcesses()]] }],
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

async function built<TModule>(example: string): Promise<TModule> {
  return (await import(/* @vite-ignore */ `../../examples/${example}/dist/index.js`)) as TModule;
}
