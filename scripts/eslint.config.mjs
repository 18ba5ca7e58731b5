/** Only the rules that need types, and the ones Biome cannot express: everything else is Biome's. */
import tseslint from 'typescript-eslint';
import { root } from './workspace.mjs';

/** The packages that own a terminal: they may read the process's arguments, streams and environment. */
const terminalPackages = ['shell', 'create-cmdlet'];
const ownedByTheShell = ['argv', 'stdin', 'stdout', 'stderr', 'env', 'exit'];
/** Where work runs in a process of its own, which it owns, or is given this one's environment. */
const processOwners = ['packages/jobs/src/execution/child/**', 'packages/jobs/src/execution/process/**'];
const useTheHost = 'Only the shell reads the process: take it from the session or its host.';

const WRITES = ['Object', 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress'].map((stream) => ({
  from: 'file',
  name: `write${stream}`,
}));

/** Node waits for the tests that are declared. */
const NODE_TESTS = [{ from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] }];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'coverage/**', 'test/**/fixtures/**'] },
  {
    files: ['**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: root },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-array-delete': 'error',
      '@typescript-eslint/no-duplicate-type-constituents': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // A write that is not awaited is legal: the step that made it waits for it and sees its failure.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [...WRITES, ...NODE_TESTS] }],
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-meaningless-void-operator': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-misused-spread': 'error',
      '@typescript-eslint/no-redundant-type-constituents': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-enum-comparison': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/unbound-method': 'error',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: [...terminalPackages.map((name) => `packages/${name}/src/**`), ...processOwners],
    rules: {
      'no-restricted-properties': [
        'error',
        ...ownedByTheShell.map((property) => ({ object: 'process', property, message: useTheHost })),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ownedByTheShell,
            message: useTheHost,
          })),
        },
      ],
    },
  },
  {
    // Plugins of esbuild are handed functions in an object, which its types declare as methods.
    files: ['packages/*/*.config.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Tests may throw and reject with anything, hand methods around, and use matchers, which are of type any.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
