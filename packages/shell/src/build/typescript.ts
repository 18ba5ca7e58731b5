import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BuildError } from './build-error.js';
import { text } from './text.js';

/** The compiler's interface, loaded from the pack's own dependencies and never bundled. */
export type TypeScript = typeof import('typescript');

/**
 * The TypeScript that a pack is written with.
 *
 * @throws BuildError `TypeScriptNotFound` if the pack has none installed
 */
export function loadTypeScript(folder: string): TypeScript {
  const require = createRequire(join(folder, 'package.json'));
  let loaded: unknown;
  try {
    loaded = require('typescript');
  } catch (error) {
    throw new BuildError(text.typeScriptNotFound(folder), 'TypeScriptNotFound', folder, error);
  }
  if (!isCompiler(loaded)) throw new BuildError(text.typeScriptWithoutApi(folder), 'TypeScriptNotFound', folder);
  return loaded;
}

/** A version of the package without the interface to the compiler is of no use here. */
function isCompiler(loaded: unknown): loaded is TypeScript {
  return typeof loaded === 'object' && loaded !== null && 'createProgram' in loaded;
}
