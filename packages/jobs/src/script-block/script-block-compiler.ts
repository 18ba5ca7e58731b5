import type { WorkSource } from '../execution/executor.js';
import type { ScriptBlockText } from './script-block-argument.js';

/** What is to be compiled, and what for. */
export interface CompileRequest {
  readonly block: ScriptBlockText;
  /** Path of the file that the text comes from; undefined for a block. */
  readonly file: string | undefined;
  /** Whether input comes, from the pipeline or as `-InputObject`. A block that is one plain command may be fed with it. */
  readonly expectingInput: boolean;
  /** Where the values of `$using:` come from: the value of a caller's variable. */
  readonly variable: (name: string) => { readonly value: unknown } | undefined;
}

/** Work that text was compiled to. */
export interface CompiledBlock {
  readonly source: WorkSource;
  /** Values of the caller that the block takes along, by name. */
  readonly using: Readonly<Record<string, unknown>>;
}

/**
 * Makes work out of script blocks that are text: a command language registers one as a service of the session.
 *
 * What is wrong with the text is thrown, and is then the terminating error of the call: no job is made. `$using:` of a
 * variable that does not exist is `UsingVariableIsUndefined`.
 */
export abstract class ScriptBlockCompiler {
  abstract compile(request: CompileRequest): CompiledBlock | Promise<CompiledBlock>;
}
