import { join } from 'node:path';
import { CmdletException } from '@cmdlet/core';
import type { WorkSource } from '../executor.js';
import { text } from '../text.js';
import { compileFunction } from './compile-function.js';
import { importScript } from './import-script.js';

/** A script block, and what it is called in errors. */
export interface LoadedSource {
  readonly block: unknown;
  readonly where: string;
  /** Path of the script file, where it is one. */
  readonly scriptPath: string | undefined;
}

/** Finds the function that a source means. */
export async function loadSource(source: Exclude<WorkSource, { kind: 'cmdlet' }>): Promise<LoadedSource> {
  switch (source.kind) {
    case 'live':
      return { block: source.run, where: 'The script block', scriptPath: undefined };
    case 'function': {
      const file = source.file ?? join(process.cwd(), 'script-block.js');
      return { block: compileFunction(source.text, file), where: 'The script block', scriptPath: undefined };
    }
    case 'module': {
      const { pathToFileURL } = process.getBuiltinModule('node:url');
      const module = await importScript(pathToFileURL(source.path).href);
      const block = defaultExportOf(module);
      if (block === undefined) {
        throw new CmdletException(text.noDefaultExport(source.path), {
          errorId: 'ScriptBlockNotFunction',
          category: 'InvalidType',
          target: source.path,
        });
      }
      return { block, where: `The default export of ${source.path}`, scriptPath: source.path };
    }
  }
}

/** The default export; that of a module which was compiled to CommonJS is one level deeper. */
function defaultExportOf(module: object): unknown {
  const exported: unknown = Reflect.get(module, 'default');
  const isNamespace = typeof exported === 'object' && exported !== null && '__esModule' in exported;
  return isNamespace ? Reflect.get(exported, 'default') : exported;
}
