import { existsSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin, Module } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compilerFor, IMPORT_META } from './typescript-compiler.js';

/** What Node's own modules do with their text; it reads the source map at its end, so that stacks tell lines of the source. */
interface CompilingModule {
  exports: Readonly<Record<string, unknown>>;
  filename: string;
  require: (specifier: string) => unknown;
  _compile(code: string, file: string): void;
}

/** Modules in TypeScript that are loaded, or being loaded: two that import each other see what there is already. */
const modules = new Map<string, CompilingModule>();

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
  const module = moduleOf(file);
  modules.set(file, module);
  try {
    process.setSourceMapsEnabled(true);
    module._compile(metaOf(file) + compilerFor(file)(readFileSync(file, 'utf8'), file), file);
  } catch (error) {
    modules.delete(file);
    throw error;
  }
  return module.exports;
}

function moduleOf(file: string): CompilingModule {
  const module: object = new Module(file);
  return Object.assign(module as CompilingModule, { filename: file, require: requireOf(file) });
}

/** On the line that the text begins with, so that no line changes its number. Modules of ECMAScript are strict. */
function metaOf(file: string): string {
  const meta = { url: pathToFileURL(file).href, filename: file, dirname: dirname(file) };
  return `"use strict";const ${IMPORT_META}=${JSON.stringify(meta)};`;
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
