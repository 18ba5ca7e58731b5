import type { Host } from '@cmdlet/core';
import type { Observable } from 'rxjs';
import { unpackAlone } from '../envelope/alone.js';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import type { Start } from '../protocol/messages.js';
import { errorRecordOf } from '../work/error-record-of.js';
import { importModule } from '../work/import-module.js';
import { initializationFailure } from '../work/initialization-failure.js';
import { loadSource } from '../work/load-source.js';
import { type Core, runCmdlet } from '../work/run-cmdlet.js';
import { runFunction } from '../work/run-function.js';
import { ScriptContext } from '../work/script-context.js';
import type { WorkOutput } from '../work/work-output.js';

/** What work is given besides what it was sent. */
export interface WorkMeans {
  readonly input: AsyncIterable<unknown>;
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly output: WorkOutput;
  /** Writes the one object that the source gives back: it may leave with the end of the work. */
  readonly result: (value: unknown) => Promise<void> | undefined;
}

/**
 * Runs work where it was sent to: its initialization to the end, then its source.
 *
 * @returns the exit code where the source ended itself with one
 */
export async function runWork(start: Start, means: WorkMeans): Promise<number | undefined> {
  const { source, initialization } = start;
  if (initialization !== undefined) await initialize(start, initialization, means);
  if (source.kind === 'cmdlet') {
    const parameters = unpackAlone(start.parameters) as Readonly<Record<string, unknown>>;
    const input = start.hasInput ? means.input : undefined;
    await runCmdlet(source, { ...means, parameters, input }, (await importModule(CORE)) as Core);
    return undefined;
  }
  const { block, where, scriptPath } = await loadSource(source);
  return runFunction(block, contextOf(start, means, scriptPath), means.output, where, means.result);
}

/** Any error in it is the failure of the job; what it gives out is nobody's, and all else it writes is the job's. */
async function initialize(start: Start, source: NonNullable<Start['initialization']>, means: WorkMeans): Promise<void> {
  let failure: unknown;
  const output = (value: unknown, stream: StreamNumber): Promise<void> | undefined => {
    if (stream === Stream.Error) failure ??= errorRecordOf(value).exception;
    return stream === Stream.Error || stream === Stream.Output ? undefined : means.output(value, stream);
  };
  try {
    if (source.kind === 'cmdlet') throw new TypeError(source.exportName);
    const { block, where, scriptPath } = await loadSource(source);
    const context = contextOf({ ...start, hasInput: false }, { ...means, output }, scriptPath);
    await runFunction(block, context, output, where);
  } catch (error) {
    failure ??= error;
  }
  if (failure !== undefined) throw initializationFailure(failure);
}

function contextOf(start: Start, means: WorkMeans, scriptPath: string | undefined): ScriptContext {
  const { host, signal, output } = means;
  return new ScriptContext({
    host,
    signal,
    output,
    input: start.hasInput ? means.input : undefined,
    args: unpackAlone(start.args) as readonly unknown[],
    using: unpackAlone(start.using) as Readonly<Record<string, unknown>>,
    scriptPath,
    observe: (values) => (require('rxjs') as { from(values: unknown): Observable<unknown> }).from(values),
  });
}

/** Not a literal: the whole core is not to become a part of this file. */
const CORE: string = '@cmdlet/core';
