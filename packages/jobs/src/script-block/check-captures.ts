import { InvalidOperationException } from '@cmdlet/core';
import { freeVariables } from './free-variables.js';
import { type FunctionText, functionText } from './function-text.js';
import { text } from './text.js';
import { usedValues } from './used-values.js';

/** What is known about where a block will run. */
export interface CaptureFacts {
  /** Values that the caller hands over. */
  readonly using: Readonly<Record<string, unknown>>;
  /** Whether an initialization script runs before, which may define whatever it likes. */
  readonly initialized: boolean;
  /** Which parameter of the function gets the context, from 0. Default 0. */
  readonly contextAt?: number;
}

/** What is there wherever JavaScript runs in Node, what a CommonJS module has besides, and what compilers call. */
const present = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  'undefined',
  'require',
  'module',
  'exports',
  '__filename',
  '__dirname',
  '__name',
  '__vite_ssr_dynamic_import__',
]);
const names = new WeakMap<FunctionText, readonly { readonly name: string; readonly line: number }[]>();

/**
 * Reads a function that is to run elsewhere, and refuses one that could not work there: that uses a variable of the
 * place where it was written (`ScriptBlockCapturesVariable`), or a value of `using` that was not given
 * (`UsingVariableIsUndefined`). What cannot be seen in its text is left to the run.
 */
export function sendableFunction(
  block: (...parameters: never[]) => unknown,
  { using, initialized, contextAt = 0 }: CaptureFacts,
): FunctionText {
  const read = functionText(block);
  const captured = initialized ? [] : capturedBy(read);
  const [first] = captured;
  if (first !== undefined) {
    const message = text.captures(
      captured.map(({ name }) => name),
      first.line,
    );
    throw refusal('ScriptBlockCapturesVariable', message, first.name);
  }
  for (const name of usedValues(read.node, contextAt)) {
    if (!Object.hasOwn(using, name)) {
      throw refusal('UsingVariableIsUndefined', text.usingUndefined(name, Object.keys(using)), name);
    }
  }
  return read;
}

function capturedBy(read: FunctionText): readonly { readonly name: string; readonly line: number }[] {
  let captured = names.get(read);
  if (captured === undefined) {
    captured = freeVariables(read.node).filter(({ name }) => !present.has(name));
    names.set(read, captured);
  }
  return captured;
}

function refusal(errorId: string, message: string, target: string): InvalidOperationException {
  return new InvalidOperationException(message, { errorId, target });
}
