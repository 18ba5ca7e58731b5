import type { ErrorRecord } from '../records/error-record.js';
import { CmdletInvocationException, PipelineStoppedException } from '../records/exceptions.js';
import type { InformationRecord } from '../records/information-record.js';
import type { DebugRecord, VerboseRecord, WarningRecord } from '../records/message-records.js';
import type { ProgressRecord } from '../records/progress-record.js';
import type { RunState } from '../run/pipeline-run.js';

/** Everything that came out of one run of a pipeline. A failed run is a result too. */
export interface PipelineResult<TOutput> {
  /** How the run ended. */
  readonly state: RunState;
  /** What was written to output, before a failure too. */
  readonly output: TOutput[];
  /** Non-terminating errors, in order. */
  readonly errors: ErrorRecord[];
  readonly warnings: WarningRecord[];
  readonly verbose: VerboseRecord[];
  readonly debug: DebugRecord[];
  readonly information: InformationRecord[];
  readonly progress: ProgressRecord[];
  /** The error that ended the run, if one did. */
  readonly failure: ErrorRecord | undefined;
  /** Whether any error was written or thrown, whatever the preferences. */
  readonly hadErrors: boolean;
}

/** What a failed or stopped run throws to its caller; undefined for one that completed. */
export function exceptionOf(state: RunState, failure: ErrorRecord | undefined, stopReason: unknown): Error | undefined {
  if (state === 'Stopped') {
    const stopped = new PipelineStoppedException();
    if (stopReason !== undefined) stopped.cause = stopReason;
    return stopped;
  }
  return failure === undefined ? undefined : CmdletInvocationException.from(failure);
}
