import { resolve } from 'node:path';
import { compile } from './compile.js';
import type { Compiled } from './compiled.js';
import { type BuildResult, finishBuild } from './finish-build.js';
import { PackLoader } from './pack-loader.js';
import { readProject } from './pack-project.js';
import { loadTypeScript } from './typescript.js';

/** What is built, and how. */
export interface BuildOptions {
  /** The folder of the pack's package.json. */
  readonly folder: string;
  /** Writes nothing, and fails if what is there is not what would be written. Default false. */
  readonly check?: boolean;
  /**
   * Fails if the report of the pack's API is not what would be written, and does not write it: for a build server. Default:
   * as `check`.
   */
  readonly checkApi?: boolean;
  /** Ends the loading of a pack that does not get ready. */
  readonly signal?: AbortSignal;
}

/**
 * Builds a pack: checks and compiles its sources with its own TypeScript, adds what is derived from them, lints it, and
 * writes the index that look-up, help and completion use without loading code.
 *
 * @throws BuildError `PackNotFound`, `UnreadablePack`, `TypeScriptNotFound`; what is wrong with the sources is in the result
 */
export async function runBuild({ folder, ...options }: BuildOptions): Promise<BuildResult> {
  const project = await readProject(resolve(folder));
  const loader = new PackLoader(project);
  // Loads the libraries while the compiler is at work.
  if (project.module !== undefined) loader.prepare();
  try {
    const { tsconfig } = project;
    const compiled = tsconfig === undefined ? JAVASCRIPT : compile(loadTypeScript(project.folder), tsconfig);
    return await finishBuild(project, compiled, loader, options);
  } finally {
    await loader.close();
  }
}

/** A pack in JavaScript is there as it is written. */
export const JAVASCRIPT: Compiled = { messages: [], outputs: [], emits: false };
