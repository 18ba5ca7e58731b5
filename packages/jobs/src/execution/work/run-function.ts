import { CmdletException } from '@cmdlet/core';
import { Stream } from '../envelope/marker.js';
import { text } from '../text.js';
import { ExitSignal } from './exit-signal.js';
import { isObservable, valuesOf } from './observable-values.js';
import type { ScriptContext } from './script-context.js';
import type { WorkOutput } from './work-output.js';

/**
 * Runs a script block to its end and writes what it gives back: the elements of what can be gone through, which a
 * text is not, the values of an Observable, nothing for undefined, else the value itself.
 *
 * @param writeOnly writes the value where there is only one, which is the last: by default as all others
 * @returns the exit code where the block ended itself with one
 */
export async function runFunction(
  block: unknown,
  context: ScriptContext,
  output: WorkOutput,
  where: string,
  writeOnly: (value: unknown) => Promise<void> | undefined = (value) => output(value, Stream.Output),
): Promise<number | undefined> {
  if (typeof block !== 'function') throw notFunction(where, block);
  try {
    // A stop that came before the block began: it would wait for an event that has been.
    context.signal.throwIfAborted();
    const result: unknown = await (block as (context: ScriptContext) => unknown)(context);
    await writeResult(result, output, context.signal, writeOnly);
    return undefined;
  } catch (error) {
    if (error instanceof ExitSignal) return error.exitCode;
    throw error;
  }
}

async function writeResult(
  result: unknown,
  output: WorkOutput,
  signal: AbortSignal,
  writeOnly: (value: unknown) => Promise<void> | undefined,
): Promise<void> {
  if (result === undefined) return;
  if (isSyncSequence(result)) {
    for (const value of result) {
      signal.throwIfAborted();
      const pending = value === undefined ? undefined : output(value, Stream.Output);
      if (pending !== undefined) await pending;
    }
  } else if (isAsyncSequence(result) || isObservable(result)) {
    for await (const value of isAsyncSequence(result) ? result : valuesOf(result, signal)) {
      signal.throwIfAborted();
      if (value !== undefined) await output(value, Stream.Output);
    }
  } else {
    await writeOnly(result);
  }
}

function isSyncSequence(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function isAsyncSequence(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function notFunction(where: string, block: unknown): CmdletException {
  return new CmdletException(text.notFunction(where, block === null ? 'null' : `a ${typeof block}`), {
    errorId: 'ScriptBlockNotFunction',
    category: 'InvalidType',
  });
}
