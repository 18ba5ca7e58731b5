import type { Options } from 'tsup';

/** How every package is built: ESM, CJS and types; dependencies stay imports, so rxjs is one instance per process. */
export function packageOptions(entry: Record<string, string> = { index: 'src/index.ts' }): Options {
  return {
    entry,
    format: ['esm', 'cjs'],
    target: 'node20',
    platform: 'node',
    tsconfig: '../tsconfig.build.json',
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    skipNodeModulesBundle: true,
    sourcemap: true,
    clean: true,
    silent: true,
    plugins: [namesOfClassesOnly],
  };
}

/**
 * tsup's decorator metadata (swc) switches esbuild's `keepNames` on: every function is then renamed by defineProperty each
 * time it is created, 0.8 µs per closure. Classes need it (`City` would be called `City2`), functions do not.
 */
export const namesOfClassesOnly: NonNullable<Options['plugins']>[number] = {
  name: 'names-of-classes-only',
  renderChunk: (code) => ({
    code: code
      .replace(nameHelper, 'var __className = $1; var __name = (target) => target;')
      .replaceAll(nameOfClass, '__className(this,'),
  }),
};

/** As esbuild writes it, with spaces and without. */
const nameHelper = /var __name ?= ?(\(target, ?\w+\) ?=> ?__defProp\(target, ?"name", ?\{[^}]*\}\));/;
const nameOfClass = /(?<![\w$])__name\(this,/g;
