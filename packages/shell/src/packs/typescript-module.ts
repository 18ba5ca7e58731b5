import { existsSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { compilerFor, IMPORT_META } from './typescript-compiler.js';

/** A module in TypeScript that is loaded, or being loaded: two that import each other see what there is already. */
interface LoadedModule {
  exports: Readonly<Record<string, unknown>>;
}

const modules = new Map<string, LoadedModule>();

/**
 * Loads a module in TypeScript, and those in TypeScript that it imports by a relative path: for packs that are being
 * written, so that they need not be built for each try.
 *
 * Each is compiled alone, to CommonJS, with the settings of the pack's tsconfig.json; types are not checked. Imports
 * that end in `.js` find `.ts`. Everything else is loaded as Node loads it. `import.meta.url` is known; `await` outside
 * functions is not possible.
 *
 * @throws PackError `TypeScriptNotFound` if neither `typescript` nor `@swc/core` is installed
 */
export function loadTypeScriptModule(file: string): Readonly<Record<string, unknown>> {
  const known = modules.get(file);
  if (known !== undefined) return known.exports;
  const module: LoadedModule = { exports: {} };
  modules.set(file, module);
  try {
    run(file, module);
  } catch (error) {
    modules.delete(file);
    throw error;
  }
  return module.exports;
}

type ModuleFunction = (
  exports: object,
  require: (specifier: string) => unknown,
  module: LoadedModule,
  filename: string,
  directory: string,
  meta: Pick<ImportMeta, 'url' | 'filename' | 'dirname'>,
) => void;

function run(file: string, module: LoadedModule): void {
  const code = compilerFor(file)(readFileSync(file, 'utf8'), file);
  const names = ['exports', 'require', 'module', '__filename', '__dirname', IMPORT_META];
  const body = compileFunction(code, names, { filename: file }) as ModuleFunction;
  const directory = dirname(file);
  const meta = { url: pathToFileURL(file).href, filename: file, dirname: directory };
  body(module.exports, requireOf(file), module, file, directory, meta);
}

function requireOf(file: string): (specifier: string) => unknown {
  const require = createRequire(file);
  return (specifier) => {
    if (isBuiltin(specifier) || !/^(?:\.{1,2}\/|\/)/u.test(specifier)) return require(specifier) as unknown;
    const source = sourceOf(join(dirname(file), specifier));
    return source === undefined ? (require(specifier) as unknown) : loadTypeScriptModule(source);
  };
}

/** The file in TypeScript that an import means; undefined if it is none. */
function sourceOf(path: string): string | undefined {
  const candidates = [
    path,
    path.replace(/\.(?<kind>[cm]?)js(?<x>x?)$/u, '.$<kind>ts$<x>'),
    `${path}.ts`,
    `${path}.tsx`,
    join(path, 'index.ts'),
  ];
  return candidates.find((candidate) => /\.[cm]?tsx?$/u.test(candidate) && existsSync(candidate));
}
