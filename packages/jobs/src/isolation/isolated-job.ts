import { isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CmdletException, InvalidOperationException, Job, type JobInit, type JobWork, Session } from '@cmdlet/core';
import { currentLocation } from '../start-job/current-location.js';
import { processFor } from '../start-job/default-process.js';
import { JobExecutors } from '../start-job/job-executors.js';
import { JobQueues } from '../start-job/job-queues.js';
import { JobSettings } from '../start-job/job-settings.js';
import { WorkJob, type WorkPlan } from '../start-job/work-job.js';
import { text } from './text.js';

/** Where a cmdlet's work runs, and how it is found there. */
export interface Isolation {
  /** A thread, for work that computes; a process, for work that may crash, block or change global things. */
  readonly in: 'thread' | 'process';
  /** The module that exports the class: `import.meta.url`, or in CommonJS `__filename`. */
  readonly module: string;
  /** The name under which it is exported. Default: that of the command without its dash, `Get-Square` → `GetSquare`. */
  readonly exportName?: string;
}

const places: readonly unknown[] = ['thread', 'process'];

/** A job class as `@Cmdlet(..., { job })` takes it. */
export type IsolatedJobClass = new (init: JobInit) => Job;

/**
 * A job class for a cmdlet that is to run elsewhere when it is called with `-AsJob`: in a thread or process of its own,
 * where its module is loaded anew.
 *
 * What is wrong with the call is still an error of the call: its parameters are bound, and begin runs, where it is made.
 * Then the cmdlet is invoked once more over there, from its begin step on, with the bound parameters and the records of
 * the pipeline; what it writes comes back. It sees neither the services nor the variables of the caller's session, and
 * parameters, records and output are copied. Like a job of `Start-ThreadJob` or `Start-Job` it waits for its turn in the
 * session's queue, begins in the caller's current location, and runs in the first of the configured runtimes.
 *
 * @throws CmdletException `Argument` for a place or a module that is none
 *
 * @example
 * @Cmdlet('Get', 'Hash', { job: isolatedJob({ in: 'thread', module: import.meta.url }) })
 * export class GetHash extends PSCmdlet<string> { … }
 */
export function isolatedJob(isolation: Isolation): IsolatedJobClass {
  const module = urlOf(isolation.module);
  if (!places.includes(isolation.in)) throw refused(text.noPlace(isolation.in, places), isolation.in);
  return class IsolatedJob extends Job {
    readonly #childInit: JobInit;

    constructor(init: JobInit) {
      super({ ...init, psJobTypeName: init.psJobTypeName ?? 'CmdletJob' });
      this.#childInit = childInit(init);
    }

    protected override run(work: JobWork): void {
      const plan = planOf(work, { ...isolation, module });
      const { location } = plan.executor;
      const child = new WorkJob({ ...this.#childInit, location }, plan, this);
      this.addChildJob(child);
      child.begin();
    }
  };
}

/** The child has a name and an identity of its own, and only the job a limit of time. */
function childInit(init: JobInit): JobInit {
  const { ids, command, clock, stopGraceMilliseconds, recordWindow, maxRecords, retainForMilliseconds } = init;
  const limits = { stopGraceMilliseconds, recordWindow, maxRecords, retainForMilliseconds };
  return { ids, command, clock, ...limits, psJobTypeName: '' };
}

/** Where and by which turn the work is done: as jobs of `Start-ThreadJob` and `Start-Job` are. */
function planOf(work: JobWork, { in: place, module, exportName }: Isolation): WorkPlan {
  if (work.resolve === undefined) throw new InvalidOperationException(text.noSession);
  const executors = work.resolve(JobExecutors);
  const queues = work.resolve(JobQueues);
  const settings = work.resolve(JobSettings);
  const session = work.resolve(Session);
  const { command, expectingInput = false, input, givenParameters } = work;
  return {
    executor: place === 'thread' ? executors.thread() : processFor(executors, settings),
    queue: place === 'thread' ? queues.threads() : queues.processes,
    failOnExitCode: settings.failOnExitCode,
    request: {
      source: {
        kind: 'cmdlet',
        module,
        exportName: exportName ?? classNameOf(command),
        parameters: sendable(givenParameters),
        expectingInput,
        binding: session.binding,
      },
      args: [],
      using: {},
      input: expectingInput ? input : undefined,
      workingDirectory: currentLocation(session),
      name: command,
    },
  };
}

/** The far side transforms and converts what was given, once. Functions cannot be sent, so the call would be another. */
function sendable(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [found] = Object.entries(given).filter(([, value]) => typeof value === 'function');
  if (found === undefined) return given;
  throw new InvalidOperationException(text.functionGiven(found[0]));
}

/** What a class is called by convention whose command is called by this line. */
function classNameOf(command: string): string {
  return (/^\S*/.exec(command)?.[0] ?? '').replace(/^.*\\/, '').replaceAll('-', '');
}

function urlOf(module: unknown): string {
  if (typeof module !== 'string' || !(module.startsWith('file:') || isAbsolute(module))) {
    throw refused(text.noModule(module), module);
  }
  return module.startsWith('file:') ? pathToFileURL(fileURLToPath(module)).href : pathToFileURL(module).href;
}

function refused(message: string, target: unknown): CmdletException {
  return new CmdletException(message, { errorId: 'Argument', category: 'InvalidArgument', target });
}
