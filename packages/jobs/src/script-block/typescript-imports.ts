/**
 * What a script does before its imports if it may import TypeScript by a path: it lets Node load that, by what strips the
 * types of the script itself, and find `x.ts` where `./x.js` is written, as the compiler wants it. Whatever Node, or a loader
 * that the program was started with, can load by itself is left to them.
 *
 * Empty for scripts without such imports.
 */
export function typescriptImports(javascript: string, file: string): string {
  const specifiers = [...javascript.matchAll(RELATIVE)].map(([, specifier = '']) => specifier);
  const wanted = /\.[cm]?ts$/i.test(file) ? specifiers : specifiers.filter((specifier) => /\.m?ts$/.test(specifier));
  if (wanted.length === 0) return '';
  return (
    `if (!(${MARK} in globalThis)) { globalThis[${MARK}] = true; ` +
    `(await import('node:module')).register(${JSON.stringify(HOOKS)}); }`
  );
}

/** `from './x.js'`, `import './x.js'`, `import('./x.js')`; in a comment or a text it does no harm. */
const RELATIVE = /\b(?:from|import)\s*\(?\s*(?:'|")(\.{1,2}\/[^'"\n]*)(?:'|")/g;

/** Once per thread. */
const MARK = "Symbol.for('@cmdlet/jobs/typescript-imports')";

/** Hooks of Node's loader, as a module of their own: they run in a thread of Node's, where nothing of ours is. */
const HOOKS = `data:text/javascript,${encodeURIComponent(`
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    const source = specifier.replace(/\\.(m?)js$/, '.$1ts');
    if (error?.code !== 'ERR_MODULE_NOT_FOUND' || source === specifier || !/^\\.{1,2}\\//.test(specifier)) throw error;
    return next(source, context).catch(() => Promise.reject(error));
  }
}

export async function load(url, context, next) {
  try {
    return await next(url, context);
  } catch (error) {
    const path = /^file:.*\\.m?ts$/.test(url) && error?.code === 'ERR_UNKNOWN_FILE_EXTENSION' ? fileURLToPath(url) : undefined;
    const source = path && strip(readFileSync(path, 'utf8'), path);
    if (source === undefined) throw error;
    return { format: 'module', source, shortCircuit: true };
  }
}

function strip(source, path) {
  if (nodeModule.stripTypeScriptTypes) return nodeModule.stripTypeScriptTypes(source);
  const esbuild = installed('esbuild', path);
  if (esbuild) return esbuild.transformSync(source, { loader: 'ts', format: 'esm', target: 'es2022', sourcefile: path }).code;
  const compilerOptions = { target: 'ES2022', module: 'ESNext' };
  return installed('typescript', path)?.transpileModule(source, { compilerOptions, fileName: path }).outputText;
}

function installed(name, path) {
  for (const from of [path, process.cwd() + '/script.js']) {
    try {
      return nodeModule.createRequire(from)(name);
    } catch {}
  }
}
`)}`;
