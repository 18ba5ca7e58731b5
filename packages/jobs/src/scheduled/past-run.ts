import {
  ErrorRecord,
  InvalidOperationException,
  isFinishedState,
  Job,
  type JobInit,
  type JobRecord,
  JobStateInfo,
  type StopOptions,
} from '@cmdlet/core';
import { messageOf } from '../job-error.js';
import { isLive } from './live-runs.js';
import { readRecordFile } from './record-file.js';
import { SCHEDULED_JOB_TYPE } from './scheduled-job-definition.js';
import type { StoredRun } from './scheduled-job-store.js';
import { restoredValue } from './stored-value.js';
import { text } from './text.js';

/**
 * A run of a scheduled job that was read from the store: one that has ended, or that another process is at.
 *
 * What it wrote is read when somebody asks for it. Receiving it takes it from this session only.
 */
export class PastRun extends Job {
  readonly #run: StoredRun;

  constructor(init: JobInit, run: StoredRun) {
    const { name, command } = run.status;
    super({ psJobTypeName: SCHEDULED_JOB_TYPE, name, command, location: 'localhost', ...init });
    this.#run = run;
    const info = stateInfoOf(run);
    this.exitCode = run.status.exitCode;
    const hasReason = info.state === 'Failed' && info.reason !== undefined;
    this.keepStoredRecords({
      count: run.status.records + (hasReason ? 1 : 0),
      load: () => this.#load(hasReason ? info.reason : undefined),
    });
    if (info.state === 'NotStarted') return;
    this.changeState(JobStateInfo.of('Running'), false, run.status.begin);
    this.changeState(info, false, run.status.end);
  }

  /** Where the run is stored. */
  get directory(): string {
    return this.#run.files.directory;
  }

  /** Whether the store says now what this job was made from. */
  isAsIn(run: StoredRun): boolean {
    return (
      run.files.directory === this.directory && (isFinishedState(this.state) || stateInfoOf(run).state === this.state)
    );
  }

  /** Only the session that runs it can stop it: `InvalidOperation` unless it has ended. */
  override async stop(_reason?: Error, _options?: StopOptions): Promise<void> {
    if (isFinishedState(this.state)) return;
    throw new InvalidOperationException(text.runsElsewhere(this.toString(), this.#run.status.processId));
  }

  *#load(reason: Error | undefined): Generator<JobRecord> {
    const { files } = this.#run;
    try {
      const { records, isCut } = readRecordFile(files.readRecords());
      yield* records;
      if (isCut && isFinishedState(this.state))
        yield errorRecord(text.recordsCut(files.recordsPath), files.recordsPath);
    } catch (error) {
      yield errorRecord(text.cannotReadRecords(files.recordsPath, messageOf(error)), files.recordsPath, error);
    }
    if (reason !== undefined) yield { stream: 'Failure', value: reason };
  }
}

function errorRecord(message: string, path: string, cause?: unknown): JobRecord {
  const exception = new Error(message, { cause });
  return { stream: 'Error', value: new ErrorRecord(exception, 'CannotLoadScheduledJobRun', 'ReadError', path) };
}

/** The state that was stored; that of a run whose process is gone is Failed. */
function stateInfoOf(run: StoredRun): JobStateInfo {
  const { files, status } = run;
  const reason = status.reason === undefined ? undefined : reasonOf(status.reason);
  if (isFinishedState(status.state)) return JobStateInfo.of(status.state, reason);
  if (isLive(run)) return JobStateInfo.of(status.state === 'NotStarted' ? 'NotStarted' : 'Running');
  return JobStateInfo.of('Failed', new InvalidOperationException(text.interrupted(files.directory)));
}

function reasonOf(stored: string): Error {
  try {
    const reason = restoredValue(stored);
    return reason instanceof Error ? reason : new Error(String(reason));
  } catch (error) {
    return new Error(text.reasonLost(messageOf(error)));
  }
}
