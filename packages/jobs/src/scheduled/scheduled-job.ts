import {
  CmdletException,
  ErrorRecord,
  InvalidJobStateException,
  isFinishedState,
  type JobInit,
  type StartableJob,
} from '@cmdlet/core';
import { Stream, type StreamNumber } from '../execution/envelope/marker.js';
import { messageOf } from '../job-error.js';
import { WorkJob, type WorkPlan } from '../start-job/work-job.js';
import { markLive, ownProcessStart } from './live-runs.js';
import type { RecordFileWriter } from './record-file.js';
import type { RunFiles, RunStatus } from './run-files.js';
import { SCHEDULED_JOB_TYPE, type ScheduledJobDefinition } from './scheduled-job-definition.js';
import { storedError } from './stored-value.js';
import { text } from './text.js';

/** What a {@link ScheduledJob} needs beside its work. */
export interface ScheduledRun {
  readonly definition: ScheduledJobDefinition;
  /** The place of the run; undefined if somebody else has this run already. Called once, when the job is started. */
  open(): Promise<RunFiles | undefined>;
  /** Called when it has a place, before anything stands in it. */
  opened(job: ScheduledJob): void;
  /** Called when it could not begin after all: its place is gone. */
  abandoned(job: ScheduledJob): void;
  /** Called when all of the run that will be stored is stored. */
  saved(job: ScheduledJob): Promise<void>;
  /** Told of what went wrong after the job had ended, when it can write no record of it. */
  failed(message: string): void;
}

/**
 * One run of a scheduled job in the session that has started it. What it writes is stored as it comes, and can be
 * received here as from any job; another session finds it in the store.
 */
export class ScheduledJob<TOutput = unknown> extends WorkJob<TOutput> implements StartableJob {
  readonly definition: ScheduledJobDefinition;
  /** Resolves when everything that will be stored is stored, or could not be. */
  readonly saved: Promise<void>;
  readonly #run: ScheduledRun;
  #files: RunFiles | undefined;
  #records: RecordFileWriter | undefined;
  #forgetLive: () => void = () => undefined;
  #started = false;
  #isSaved = false;

  constructor(init: JobInit, plan: WorkPlan, run: ScheduledRun) {
    super({ psJobTypeName: SCHEDULED_JOB_TYPE, ...init }, plan);
    this.definition = run.definition;
    this.#run = run;
    this.saved = this.finished
      .then(() => this.#save())
      .finally(() => {
        this.#isSaved = true;
        this.#forgetLive();
      });
  }

  /** Whether everything that will be stored is stored, or could not be. */
  get isSaved(): boolean {
    return this.#isSaved;
  }

  /** Where the run is stored; undefined before it is started. */
  get directory(): string | undefined {
    return this.#files?.directory;
  }

  /**
   * Begins the work, when it is its turn among the jobs of the session, after a place was made for what it writes.
   *
   * When no place can be made this is `CantStartScheduledJob`, category OpenError: the work is not done, and the job has
   * not begun.
   */
  async startJob(): Promise<void> {
    let begun: boolean;
    try {
      begun = await this.tryStart();
    } catch (error) {
      if (error instanceof CmdletException) throw error;
      throw new CmdletException(text.startFailed(this.name, messageOf(error)), {
        errorId: 'CantStartScheduledJob',
        category: 'OpenError',
        target: this.definition,
        cause: error,
      });
    }
    if (!begun) throw this.#notStartable();
  }

  /** As {@link startJob}, but false if another session has begun this run, and failures as they are. */
  async tryStart(): Promise<boolean> {
    if (this.#started || this.state !== 'NotStarted') throw this.#notStartable();
    this.#started = true;
    try {
      this.#files = await this.#run.open();
      if (this.#files === undefined) return false;
      this.#forgetLive = markLive(this.#files.directory);
      this.#run.opened(this);
      await this.#files.writeStatus(this.#status());
      this.#records = this.#files.recordWriter();
    } catch (error) {
      await this.#abandon();
      throw error;
    }
    this.begin();
    return true;
  }

  async #abandon(): Promise<void> {
    this.#started = false;
    this.#forgetLive();
    const files = this.#files;
    if (files === undefined) return;
    this.#run.abandoned(this);
    this.#files = undefined;
    await files.remove().catch(() => {}); // an empty directory is no run
  }

  protected override async run(): Promise<void> {
    // Others see that it is Running; the work does not wait for that, and does not fail for it.
    const told = this.#files?.writeStatus(this.#status()).catch(() => {});
    const forget = this.observe({
      recordWritten: (_job, tag, value) => {
        // The reason of a failure is part of how the run ended.
        if (tag <= Stream.Progress) this.#records?.write(tag as StreamNumber, value);
      },
    });
    try {
      await super.run();
    } finally {
      forget();
      await told;
      await this.#closeRecords();
    }
  }

  /** What cannot be stored can still be received here; the job says so itself while it can. */
  async #closeRecords(): Promise<void> {
    try {
      await this.#records?.close();
    } catch (error) {
      const exception = new Error(
        text.cannotSaveRun(this.toString(), this.#files?.recordsPath ?? '', messageOf(error)),
        {
          cause: error,
        },
      );
      void this.sink.writeError(new ErrorRecord(exception, 'CannotSaveScheduledJobRun', 'WriteError', this));
    }
  }

  async #save(): Promise<void> {
    const files = this.#files;
    if (files === undefined) return;
    try {
      await this.#records?.close().catch(() => {}); // told already
      await files.writeStatus(this.#status());
      await this.#run.saved(this);
    } catch (error) {
      this.#run.failed(text.cannotSaveRun(this.toString(), files.statusPath, messageOf(error)));
    }
  }

  #status(): RunStatus {
    const { instanceId, name, command, state, exitCode, psBeginTime, psEndTime } = this;
    const { reason } = this.jobStateInfo;
    return {
      instanceId,
      name,
      command,
      state,
      reason: reason === undefined ? undefined : storedError(reason),
      begin: psBeginTime?.getTime(),
      end: psEndTime?.getTime(),
      exitCode,
      records: this.#records?.count ?? 0,
      processId: process.pid,
      processStart: ownProcessStart(),
    };
  }

  #notStartable(): InvalidJobStateException {
    const ended = isFinishedState(this.state);
    return new InvalidJobStateException(
      text.notStartable(this.toString(), ended ? this.state : 'begun'),
      this.state,
      this,
    );
  }
}
