/** `@cmdlet/shell/build` as bundlers and test runners load it. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

/** Not known to the compiler, which resolves packages to their sources. */
const ENTRY: string = '@cmdlet/shell/build';

it('is there for import and for require', async () => {
  const names = ['cmdletEsbuildPlugin', 'cmdletPlugin', 'cmdletVitePlugin', 'runBuild', 'watchBuild'];
  const imported = (await import(/* @vite-ignore */ ENTRY)) as object;
  expect(Object.keys(imported).sort()).toEqual(names);
  const required = createRequire(import.meta.url)(ENTRY) as object;
  expect(Object.keys(required).sort()).toEqual(names);
});
