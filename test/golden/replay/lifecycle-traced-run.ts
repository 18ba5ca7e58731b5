import {
  type ErrorRecord,
  InformationRecord,
  type Pipeline,
  type PipelineResult,
  PipelineStoppedException,
} from '@cmdlet/core';
import { textOf } from './lifecycle-values.js';

/** What came out of a pipeline; a pipeline that is watched record by record does not tell whether it had errors. */
export type Observed = Omit<PipelineResult<unknown>, 'hadErrors'> & { readonly hadErrors: boolean | undefined };

/** Runs a pipeline so that every record shows in the trace when it is written. */
export async function runTraced(pipeline: Pipeline<unknown>, trace: (line: string) => void): Promise<Observed> {
  const records = { Output: [], Error: [], Warning: [], Verbose: [], Debug: [], Information: [], Progress: [] };
  const failure = await new Promise<unknown>((resolve) => {
    pipeline.records$.subscribe({
      next: ({ stream, record }) => {
        (records[stream] as unknown[]).push(record);
        if (stream === 'Output') trace(`output: ${textOf(record)}`);
        else if (stream === 'Error') trace(`stream error: ${record.fullyQualifiedErrorId}`);
        else if (!(InformationRecord.is(record) && isWhatIf(record))) {
          trace(`stream ${stream.toLowerCase()}: ${record.toString()}`);
        }
      },
      error: resolve,
      complete: () => resolve(undefined),
    });
  });
  const stopped = failure instanceof PipelineStoppedException;
  const carrying = failure as { readonly errorRecord: ErrorRecord } | undefined;
  return {
    output: records.Output,
    errors: records.Error,
    warnings: records.Warning,
    verbose: records.Verbose,
    debug: records.Debug,
    information: records.Information,
    progress: records.Progress,
    failure: carrying?.errorRecord,
    hadErrors: undefined,
    state: stopped ? 'Stopped' : failure === undefined ? 'Completed' : 'Failed',
  };
}

/** What a command would do has a record of its own here; in the cases it is a line of the host. */
export function isWhatIf({ tags }: InformationRecord): boolean {
  return tags.includes('WhatIf');
}
