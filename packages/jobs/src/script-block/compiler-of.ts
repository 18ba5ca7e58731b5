import { CmdletException, type Session } from '@cmdlet/core';
import { ScriptBlockCompiler } from './script-block-compiler.js';
import { text } from './text.js';

/**
 * The compiler of a session. A session without one is `ScriptBlockCompilerNotFound`, category NotImplemented.
 *
 * @param what path of the file, or the text, that is to be compiled
 */
export function compilerOf(session: Session, what: string): ScriptBlockCompiler {
  try {
    return session.resolve(ScriptBlockCompiler);
  } catch (error) {
    if (!(error instanceof CmdletException && error.errorId === 'ServiceNotFound')) throw error;
    throw new CmdletException(text.noCompiler(what), {
      errorId: 'ScriptBlockCompilerNotFound',
      category: 'NotImplemented',
      target: what,
    });
  }
}
