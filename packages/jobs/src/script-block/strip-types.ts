import * as nodeModule from 'node:module';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { InvalidOperationException } from '@cmdlet/core';
import { text } from './text.js';

/**
 * JavaScript of a TypeScript text: by Node itself where it can, else by the esbuild or typescript that is installed where
 * the file stands, or the program. Where there is none of them: `TypeScriptNotSupported`.
 */
export function stripTypes(source: string, file: string): string {
  for (const strip of [byNode, byEsbuild, byTypeScript]) {
    const stripped = strip(source, file);
    if (stripped !== undefined) return stripped;
  }
  throw new InvalidOperationException(text.noTypeScript(file), {
    errorId: 'TypeScriptNotSupported',
    category: 'NotInstalled',
    target: file,
  });
}

function byNode(source: string): string | undefined {
  const strip: unknown = Reflect.get(nodeModule, 'stripTypeScriptTypes');
  return typeof strip === 'function' ? (strip as (code: string) => string)(source) : undefined;
}

interface Esbuild {
  transformSync(source: string, options: object): { readonly code: string };
}

function byEsbuild(source: string, file: string): string | undefined {
  const esbuild = installed<Esbuild>('esbuild', file);
  return esbuild?.transformSync(source, { loader: 'ts', format: 'esm', target: 'es2022', sourcefile: file }).code;
}

interface TypeScript {
  transpileModule(source: string, options: object): { readonly outputText: string };
}

function byTypeScript(source: string, file: string): string | undefined {
  const compilerOptions = { target: 'ES2022', module: 'ESNext' };
  return installed<TypeScript>('typescript', file)?.transpileModule(source, { compilerOptions, fileName: file })
    .outputText;
}

/** A package as the file sees it, or the program. */
function installed<T>(name: string, file: string): T | undefined {
  for (const from of [file, join(process.cwd(), 'script.js')]) {
    try {
      return createRequire(from)(name) as T;
    } catch {
      // Not there.
    }
  }
  return undefined;
}
