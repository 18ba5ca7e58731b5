import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import swc from 'unplugin-swc';
import { defineConfig, type Plugin } from 'vitest/config';

/** `@cmdlet/core` → packages/core/src/index.ts: tests see the sources, not what was built last. */
const source = fileURLToPath(new URL('./packages/$1/src/index.ts', import.meta.url));
/** `@cmdlet/testing/vitest` → packages/testing/src/vitest.ts */
const secondEntry = fileURLToPath(new URL('./packages/$1/src/$2.ts', import.meta.url));
const sources = {
  alias: [
    { find: /^@cmdlet\/([^/]+)$/, replacement: source },
    { find: /^@cmdlet\/([^/]+)\/([^/]+)$/, replacement: secondEntry },
  ],
};
const legacyDecorators = { decorator: { legacy: true, emitDecoratorMetadata: true } };
const tc39 = 'test/core/declare/tc39/**/*.test.ts';
const e2e = 'test/e2e/**/*.test.ts';
/**
 * Tests that leave nothing behind, so that they may share what they import: that takes longer than the tests. Two change
 * modules, or count what is done once in a process.
 */
const sharing = [
  'test/core/{declare,job,records,run,session}/**/!(metadata-of|specimen).test.ts',
  'test/utility/**/*.test.ts',
];

/**
 * oxc cannot lower TC39 decorators. swc takes the files of that folder before oxc sees them; the sources stay with oxc,
 * as a user's TC39 class meets a package that was built with legacy decorators. `config` would switch oxc off altogether.
 */
const tc39Decorators: Plugin = {
  ...(swc.vite({
    include: /\/test\/core\/declare\/tc39\//,
    tsconfigFile: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { decoratorVersion: '2022-03' },
    },
  }) as Plugin),
  enforce: 'pre',
  config: () => null,
};

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Many tests wait for processes and threads of their own: one worker less than there are cores, the default, idles.
    maxWorkers: availableParallelism(),
    teardownTimeout: 5_000,
    coverage: { provider: 'v8', include: ['packages/*/src/**'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        // Everything but the three below: legacy decorators with design types, against the sources.
        resolve: sources,
        oxc: legacyDecorators,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [tc39, e2e, ...sharing],
          pool: 'threads',
          testTimeout: 10_000,
          hookTimeout: 10_000,
        },
      },
      {
        resolve: sources,
        oxc: legacyDecorators,
        test: {
          name: 'shared',
          include: sharing,
          exclude: [tc39],
          isolate: false,
          pool: 'threads',
          testTimeout: 10_000,
          hookTimeout: 10_000,
        },
      },
      {
        // The same sources, the tests in TC39 decorators.
        resolve: sources,
        oxc: legacyDecorators,
        plugins: [tc39Decorators],
        test: { name: 'tc39', include: [tc39], pool: 'threads', testTimeout: 10_000, hookTimeout: 10_000 },
      },
      {
        // The built packages, found through node_modules as a user finds them.
        oxc: legacyDecorators,
        test: {
          name: 'dist',
          include: [e2e],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Node loads them, not vite: one instance per process, also for what a test starts with require.
          server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
        },
      },
    ],
  },
});
