import { dirname, resolve } from 'node:path';
import type { Contradiction } from './derive/file-derivation.js';
import { DerivedEmitter, type EmittedFile } from './derived-emitter.js';
import { indexBundle } from './index-bundle.js';

/** How a plugin is set up; all of it may be left out. */
export interface CmdletPluginOptions {
  /** The settings that the sources are compiled with. Default `tsconfig.json` in the working directory. */
  readonly tsconfig?: string;
}

/** A plugin of esbuild, as far as this one needs it. */
export interface EsbuildPlugin {
  readonly name: string;
  setup(build: EsbuildPluginBuild): void;
}

/** What esbuild hands to a plugin, as far as this one needs it. */
export interface EsbuildPluginBuild {
  onLoad(
    options: { readonly filter: RegExp },
    callback: (file: { readonly path: string }) => EsbuildLoadResult | undefined,
  ): void;
}

/** What a plugin of esbuild gives for a file. */
export interface EsbuildLoadResult {
  contents?: string;
  loader?: 'js';
  resolveDir?: string;
  errors?: { text: string; location: { file: string; line: number; column: number } }[];
}

/** A plugin of tsup, as far as this one needs it. */
export interface TsupPlugin {
  readonly name: string;
  esbuildOptions(options: {
    plugins?: { readonly name: string; setup: (build: never) => void | Promise<void> }[];
  }): void;
  buildEnd(built: { readonly writtenFiles: readonly { readonly name: string }[] }): Promise<void>;
}

/** A plugin of Vite, vitest or rollup, as far as this one needs it. */
export interface VitePlugin {
  readonly name: string;
  readonly enforce: 'pre';
  transform(code: string, id: string): { code: string; map: string } | undefined;
}

/**
 * Does while tsup bundles what `cmdlet build` does, but for checking types: derives help, types, accepted values and
 * defaults that the decorators of cmdlets leave unsaid, checks the pack, and writes the index that package.json names. That
 * one is looked for beside `tsconfig`.
 *
 * @example
 * // tsup.config.ts
 * import { cmdletPlugin } from '@cmdlet/shell/build';
 * import { defineConfig } from 'tsup';
 *
 * export default defineConfig({ entry: ['src/index.ts'], format: ['esm'], dts: true, plugins: [cmdletPlugin()] });
 */
export function cmdletPlugin(options: CmdletPluginOptions = {}): TsupPlugin {
  const folder = dirname(resolve(options.tsconfig ?? 'tsconfig.json'));
  // One for all formats: the program is made once.
  const derivation = cmdletEsbuildPlugin(options);
  return {
    name: 'cmdlet',
    esbuildOptions({ plugins = [] }) {
      // tsup lets its own compiler of decorators read files before other plugins are asked: this one goes first.
      const first = plugins.find(({ name }) => name === 'swc') ?? plugins.at(-1);
      if (first === undefined) return;
      const setup = first.setup.bind(first);
      first.setup = (build) => {
        derivation.setup(build);
        return setup(build);
      };
    },
    async buildEnd({ writtenFiles }) {
      await indexBundle(
        folder,
        writtenFiles.map(({ name }) => name),
      );
    },
  };
}

/** The same for esbuild: `plugins: [cmdletEsbuildPlugin()]`, before plugins that compile TypeScript. */
export function cmdletEsbuildPlugin({ tsconfig = 'tsconfig.json' }: CmdletPluginOptions = {}): EsbuildPlugin {
  const emitter = new DerivedEmitter(tsconfig);
  return {
    name: 'cmdlet',
    setup(build) {
      build.onLoad({ filter: SOURCE }, ({ path }) => {
        if (path.includes('node_modules')) return undefined;
        const emitted = emitter.emit(path);
        return emitted === undefined ? undefined : loadResult(path, emitted);
      });
    },
  };
}

/** The same for vitest, Vite and rollup, so that tests see what the built pack has: `plugins: [cmdletVitePlugin()]`. */
export function cmdletVitePlugin({ tsconfig = 'tsconfig.json' }: CmdletPluginOptions = {}): VitePlugin {
  const emitter = new DerivedEmitter(tsconfig);
  return {
    name: 'cmdlet',
    enforce: 'pre',
    transform(_code, id) {
      if (!SOURCE.test(id) || id.includes('node_modules')) return undefined;
      const emitted = emitter.emit(id);
      if (emitted === undefined) return undefined;
      const [wrong] = emitted.contradictions;
      if (wrong !== undefined) throw new Error(sentence(wrong, `${wrong.file}:${wrong.line}:${wrong.column}: `));
      return { code: emitted.code, map: emitted.map };
    },
  };
}

/** Without flags: esbuild reads it as a regular expression of Go. */
const SOURCE = /\.[cm]?tsx?$/;

function loadResult(path: string, { code, map, contradictions }: EmittedFile): EsbuildLoadResult {
  if (contradictions.length > 0) {
    return {
      errors: contradictions.map((wrong) => ({
        text: sentence(wrong, ''),
        // esbuild counts columns from 0.
        location: { file: wrong.file, line: wrong.line ?? 1, column: (wrong.column ?? 1) - 1 },
      })),
    };
  }
  const inline = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
  return { contents: `${code}${inline}\n`, loader: 'js', resolveDir: dirname(path) };
}

function sentence({ id, text }: Contradiction, place: string): string {
  return `${place}${id}: ${text}`;
}
