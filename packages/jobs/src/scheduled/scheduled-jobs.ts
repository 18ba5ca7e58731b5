import { randomUUID } from 'node:crypto';
import {
  CmdletException,
  InvalidOperationException,
  inject,
  isFinishedState,
  JobIdCounter,
  type JobInvocationInfo,
  JobManager,
  Session,
  WarningRecord,
} from '@cmdlet/core';
import type { WorkRequest } from '../execution/executor.js';
import { messageOf } from '../job-error.js';
import { compilerOf } from '../script-block/compiler-of.js';
import { ScriptBlockText } from '../script-block/script-block-argument.js';
import { processFor } from '../start-job/default-process.js';
import { JobExecutors } from '../start-job/job-executors.js';
import { JobQueues } from '../start-job/job-queues.js';
import { JobSettings } from '../start-job/job-settings.js';
import { functionOfFile, readScriptFile } from '../start-job/script-file.js';
import { claimedTriggers } from './begun-triggers.js';
import { ScheduledJob } from './scheduled-job.js';
import { ScheduledJobDefinition, type ScheduledWork } from './scheduled-job-definition.js';
import { ScheduledJobSettings } from './scheduled-job-settings.js';
import { ScheduledJobSourceAdapter } from './scheduled-job-source-adapter.js';
import { ScheduledJobStore } from './scheduled-job-store.js';
import type { SystemSession } from './system-session.js';
import { text } from './text.js';

/**
 * The scheduled jobs of a session: where they are stored, and how one is run. Work runs in a process of its own, when it
 * is its turn among those of `Start-Job`.
 */
export class ScheduledJobs implements AsyncDisposable {
  readonly #settings = inject(ScheduledJobSettings);
  readonly #session = inject(Session);
  // Asked for now, so that they are older: they are disposed after the runs have been stopped here.
  readonly #jobSettings = inject(JobSettings);
  readonly #executors = inject(JobExecutors);
  readonly #queues = inject(JobQueues);
  readonly store = new ScheduledJobStore(this.#settings.directory, this.#settings.fileSystem);
  /** What the `*-Job` cmdlets see of them. */
  readonly adapter = new ScheduledJobSourceAdapter(() => ({
    store: this.store,
    ids: this.#session.resolve(JobIdCounter),
    manager: this.#session.resolve(JobManager),
    newJob: (info) => this.#ofInfo(info),
    newJobFromStore: (name, path) => this.#ofStore(name, path),
  }));

  /** Which start of the computer, and which log on, this is. */
  get systemSession(): SystemSession {
    return this.#settings.systemSession;
  }

  /** What time it is in the session, in milliseconds since 1970. */
  now(): number {
    return this.#session.clock.now();
  }

  /** The runs of a definition that go on in this session. */
  runningOf({ instanceId }: ScheduledJobDefinition): readonly ScheduledJob[] {
    return this.adapter.active.filter((job) => job.definition.instanceId === instanceId && !isFinishedState(job.state));
  }

  /** Makes a job of a definition, NotStarted. */
  newJob(definition: ScheduledJobDefinition, name = definition.name, store = this.store): Promise<ScheduledJob> {
    return this.#newJob(definition, name, store, `${stamp(this.#session.clock.now())}-${randomUUID().slice(0, 8)}`);
  }

  /** Of the times of a definition, and of what its triggers wait for, only what comes from now on counts. */
  async countFromNow(definition: ScheduledJobDefinition): Promise<void> {
    if (definition.jobTriggers.length === 0) return;
    await this.store.setHandledUntil(definition, this.now());
    await claimedTriggers(definition, this.store, this.systemSession);
  }

  /** Removes the results of all runs of a definition that have ended. */
  async clearHistory(definition: ScheduledJobDefinition): Promise<void> {
    await this.#keepNewest(definition.directory, 0, this.store);
  }

  /**
   * Runs a definition because its time has come.
   *
   * @param time when it should have run, in milliseconds since 1970
   * @returns undefined if another session has done so
   */
  async trigger(definition: ScheduledJobDefinition, time: number): Promise<ScheduledJob | undefined> {
    const job = await this.#newJob(definition, definition.name, this.store, stamp(time));
    return (await job.tryStart()) ? job : undefined;
  }

  /** Stops the runs that go on, and waits until what they wrote is stored. */
  async [Symbol.asyncDispose](): Promise<void> {
    const stopped = this.adapter.active.map(async (job) => {
      await job.stop();
      await job.saved;
    });
    await Promise.allSettled(stopped);
    await Promise.all(stopped); // What failed is told when nothing runs any more.
  }

  async #ofInfo({ definition, name }: JobInvocationInfo): Promise<ScheduledJob> {
    if (!(definition instanceof ScheduledJobDefinition)) throw new InvalidOperationException(text.notScheduled);
    return this.newJob(definition, name || definition.name);
  }

  async #ofStore(name: string, path: string | undefined): Promise<ScheduledJob | undefined> {
    const store = path === undefined ? this.store : new ScheduledJobStore(path, this.#settings.fileSystem);
    let definition: ScheduledJobDefinition | undefined;
    try {
      definition = await store.find(name);
    } catch (error) {
      const path = store.pathOf(name);
      throw new CmdletException(text.brokenDefinition(path, messageOf(error)), {
        errorId: 'CantLoadScheduledJobDefinitionFromStore',
        category: 'InvalidOperation',
        target: path,
        cause: error,
      });
    }
    return definition && this.newJob(definition, definition.name, store);
  }

  async #newJob(
    definition: ScheduledJobDefinition,
    name: string,
    store: ScheduledJobStore,
    run: string,
  ): Promise<ScheduledJob> {
    const { failOnExitCode } = this.#jobSettings;
    const executor = processFor(this.#executors, this.#jobSettings);
    const { command, work } = definition;
    const { clock, jobRetention } = this.#session;
    // What it writes is stored, whether anybody reads it or not.
    const retention = { ...jobRetention, recordWindow: undefined };
    return new ScheduledJob(
      { ids: this.#session.resolve(JobIdCounter), name, command, clock, location: executor.location, ...retention },
      {
        executor,
        queue: this.#queues.processes,
        request: { ...(await this.#requestOf(work)), name },
        failOnExitCode,
      },
      {
        definition,
        open: async () => {
          const files = await store.newRun(definition, run);
          return (await files.create()) ? files : undefined;
        },
        opened: (opened) => this.adapter.add(opened),
        abandoned: (abandoned) => this.adapter.remove(abandoned),
        saved: () => this.#keepNewest(definition.directory, definition.maxResultCount, store),
        failed: (message) => this.#session.host.showWarning?.(new WarningRecord(message)),
      },
    );
  }

  /** A file is read now, so that the job does what the file says when it runs. */
  async #requestOf({ source, initialization, args, using, workingDirectory }: ScheduledWork): Promise<WorkRequest> {
    const request = { initialization, args, using, workingDirectory };
    if (source.kind !== 'file') return { ...request, source };
    const file = readScriptFile(source.path, workingDirectory, true);
    if (!file.isLanguage) {
      return { ...request, source: { kind: 'function', text: functionOfFile(file), file: file.path } };
    }
    const compiled = await compilerOf(this.#session, file.path).compile({
      block: new ScriptBlockText(file.text),
      file: file.path,
      expectingInput: false,
      variable: () => undefined,
    });
    return { ...request, source: compiled.source, using: { ...compiled.using, ...using } };
  }

  /** Removes the oldest results beyond those that are kept. */
  async #keepNewest(directory: string, count: number, store: ScheduledJobStore): Promise<void> {
    const { runs } = await store.runsOf(directory);
    const ended = runs.filter(({ status }) => isFinishedState(status.state));
    await Promise.all(ended.slice(0, Math.max(0, ended.length - count)).map(({ files }) => files.remove()));
  }
}

/** A time as a name of a directory: names in order are times in order. */
function stamp(time: number): string {
  return new Date(time).toISOString().replaceAll(':', '-');
}
