import { CmdletException, defineCmdlet, type JobSink, Session } from '@cmdlet/core';
import { from } from 'rxjs';
import { Stream, type StreamNumber } from '../envelope/marker.js';
import type { Execution, Executor, WorkRequest, WorkResult, WorkSource } from '../executor.js';
import { text } from '../text.js';
import { errorRecordOf } from '../work/error-record-of.js';
import { initializationFailure } from '../work/initialization-failure.js';
import { loadSource } from '../work/load-source.js';
import { runCmdlet } from '../work/run-cmdlet.js';
import { runFunction } from '../work/run-function.js';
import { ScriptContext } from '../work/script-context.js';
import type { WorkOutput } from '../work/work-output.js';
import { writeTo } from '../work/write-to.js';

/**
 * Runs work in this thread, with the caller's own objects and functions.
 *
 * Nothing can end a function here that does not end by itself: `terminate` rejects with `WorkCannotBeTerminated`. What
 * it prints goes where all that this process prints goes, and the working directory and environment are this process's.
 */
export class InlineExecutor implements Executor {
  readonly kind = 'inline';
  readonly location = 'PowerShell';

  execute(request: WorkRequest, sink: JobSink): Execution {
    return {
      finished: run(request, sink),
      processId: undefined,
      terminate() {
        const message = text.cannotTerminate(request.name ?? 'The work');
        return Promise.reject(
          new CmdletException(message, { errorId: 'WorkCannotBeTerminated', category: 'InvalidOperation' }),
        );
      },
    };
  }
}

async function run(request: WorkRequest, sink: JobSink): Promise<WorkResult> {
  const { source, initialization } = request;
  const output: WorkOutput = (value, stream) => writeTo(sink, value, stream);
  // Whoever starts work goes on before it begins, here as elsewhere.
  await Promise.resolve();
  if (initialization !== undefined) await initialize(request, initialization, sink, output);
  if (source.kind === 'cmdlet') {
    const { parameters } = source;
    const { input } = request;
    const run = { parameters, input, host: sink.host, signal: sink.signal, output };
    await runCmdlet(source, run, { Session, defineCmdlet });
    return { exitCode: undefined };
  }
  const { block, where, scriptPath } = await loadSource(source);
  return { exitCode: await runFunction(block, contextOf(request, sink, scriptPath, output), output, where) };
}

/** Any error in it is the failure of the job; what it gives out is nobody's, and all else it writes is the job's. */
async function initialize(request: WorkRequest, source: WorkSource, sink: JobSink, write: WorkOutput): Promise<void> {
  let failure: unknown;
  const output = (value: unknown, stream: StreamNumber): Promise<void> | undefined => {
    if (stream === Stream.Error) failure ??= errorRecordOf(value).exception;
    return stream === Stream.Error || stream === Stream.Output ? undefined : write(value, stream);
  };
  try {
    if (source.kind === 'cmdlet') throw new TypeError(source.exportName);
    const { block, where, scriptPath } = await loadSource(source);
    await runFunction(block, contextOf({ ...request, input: undefined }, sink, scriptPath, output), output, where);
  } catch (error) {
    failure ??= error;
  }
  if (failure !== undefined) throw initializationFailure(failure);
}

function contextOf(
  { args, using, input }: WorkRequest,
  { signal, host }: JobSink,
  scriptPath: string | undefined,
  output: WorkOutput,
): ScriptContext {
  return new ScriptContext({ args, using, input, signal, host, scriptPath, output, observe: (values) => from(values) });
}
