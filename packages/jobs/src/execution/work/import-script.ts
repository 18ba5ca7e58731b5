import { CmdletException } from '@cmdlet/core';
import { text } from '../text.js';
import { importModule } from './import-module.js';

/**
 * Imports a module by its URL. TypeScript is left to Node, where it can, and to the loaders that this program was started
 * with: a job's process is given the same. Where none of them takes it: `TypeScriptNotSupported`.
 */
export async function importScript(url: string): Promise<object> {
  try {
    return await importModule(url);
  } catch (error) {
    const isUnknown = error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION';
    if (!isUnknown || !/\.[mc]?tsx?$/.test(url)) throw error;
    throw new CmdletException(text.typescriptNeedsLoader(url, process.versions.node), {
      errorId: 'TypeScriptNotSupported',
      category: 'NotInstalled',
      target: url,
      cause: error,
    });
  }
}
