import { fileURLToPath, pathToFileURL } from 'node:url';
import { InvalidOperationException, Job, type JobInit, type JobWork } from '@cmdlet/core';
import type { Execution } from '../execution/executor.js';
import { JobExecutors } from '../start-job/job-executors.js';
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

/** A job class as `@Cmdlet(..., { job })` takes it. */
export type IsolatedJobClass = new (init: JobInit) => Job;

/**
 * A job class for a cmdlet that is to run elsewhere when it is called with `-AsJob`: in a thread or process of its own,
 * where its module is loaded anew.
 *
 * What is wrong with the call is still an error of the call: its parameters are bound, and begin runs, where it is made.
 * Then the cmdlet is invoked once more over there, from its begin step on, with the bound parameters and the records of
 * the pipeline; what it writes comes back. It sees neither the services nor the variables of the caller's session, and
 * parameters, records and output are copied.
 *
 * @example
 * @Cmdlet('Get', 'Hash', { job: isolatedJob({ in: 'thread', module: import.meta.url }) })
 * export class GetHash extends PSCmdlet<string> { … }
 */
export function isolatedJob(isolation: Isolation): IsolatedJobClass {
  const module = urlOf(isolation.module);
  return class IsolatedJob extends Job {
    constructor(init: JobInit) {
      super({ ...init, psJobTypeName: init.psJobTypeName ?? 'CmdletJob' });
    }

    protected override run(work: JobWork): void {
      if (work.resolve === undefined) throw new InvalidOperationException(text.noSession);
      const executors = work.resolve(JobExecutors);
      const executor = isolation.in === 'thread' ? executors.thread() : executors.process();
      let execution: Execution | undefined;
      this.startChild({
        location: executor.location,
        run: async (sink) => {
          const { command, expectingInput = false, input, parameters } = work;
          const source = {
            kind: 'cmdlet',
            module,
            exportName: isolation.exportName ?? classNameOf(command),
            parameters,
            expectingInput,
          } as const;
          execution = executor.execute(
            { source, args: [], using: {}, input: expectingInput ? input : undefined, name: command },
            sink,
          );
          sink.exitCode = (await execution.finished).exitCode;
        },
        terminate: () => execution?.terminate(),
        kill: () => execution?.kill?.() ?? execution?.terminate(),
      });
    }
  };
}

/** What a class is called by convention whose command is called by this line. */
function classNameOf(command: string): string {
  return (/^\S*/.exec(command)?.[0] ?? '').replace(/^.*\\/, '').replaceAll('-', '');
}

function urlOf(module: string): string {
  return module.startsWith('file:') ? pathToFileURL(fileURLToPath(module)).href : pathToFileURL(module).href;
}
