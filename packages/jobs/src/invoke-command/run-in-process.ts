import type { ErrorRecord, Host, InformationRecord, ProgressRecord } from '@cmdlet/core';
import { from } from 'rxjs';
import { Stream } from '../execution/envelope/marker.js';
import type { WorkSource } from '../execution/executor.js';
import { loadSource } from '../execution/work/load-source.js';
import { runFunction } from '../execution/work/run-function.js';
import { ScriptContext } from '../execution/work/script-context.js';
import type { WorkOutput } from '../execution/work/work-output.js';
import type { RecordWriter } from '../record-writer.js';

/** A script block that runs here and now. */
export interface InProcessCall {
  readonly source: Exclude<WorkSource, { kind: 'cmdlet' }>;
  readonly args: readonly unknown[];
  readonly using: Readonly<Record<string, unknown>>;
  readonly input: AsyncIterable<unknown> | undefined;
  readonly host: Host;
}

/** Runs a script block to its end; what it writes is written by the command, and what it throws is thrown. */
export async function runInProcess({ source, host, ...call }: InProcessCall, writer: RecordWriter): Promise<void> {
  const output: WorkOutput = (value, stream) => {
    switch (stream) {
      case Stream.Output:
        return writer.writeObject(value);
      case Stream.Error:
        return writer.writeError(value as ErrorRecord);
      case Stream.Warning:
        return writer.writeWarning(String(value));
      case Stream.Verbose:
        return writer.writeVerbose(String(value));
      case Stream.Debug:
        return writer.writeDebug(String(value));
      case Stream.Information:
        return writer.writeInformation(value as InformationRecord);
      case Stream.Progress:
        return writer.writeProgress(value as ProgressRecord);
    }
  };
  const { block, where, scriptPath } = await loadSource(source);
  const signal = writer.stopping;
  const context = new ScriptContext({ ...call, signal, host, scriptPath, output, observe: (values) => from(values) });
  await runFunction(block, context, output, where);
}
