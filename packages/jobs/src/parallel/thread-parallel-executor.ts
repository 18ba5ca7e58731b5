import { inject, JobIdCounter, ParallelExecutor, type ParallelJob, type ParallelRequest, Session } from '@cmdlet/core';
import { sendableFunction } from '../script-block/check-captures.js';
import { JobExecutors } from '../start-job/job-executors.js';
import { ScriptReader } from '../start-job/script-work.js';
import { PSTaskJob } from './ps-task-job.js';

/** Does work for many records in threads of this process. */
export class ThreadParallelExecutor extends ParallelExecutor {
  readonly #session = inject(Session);
  readonly #executors = inject(JobExecutors);
  readonly #ids = inject(JobIdCounter);

  override async prepare(request: ParallelRequest): Promise<(options: { readonly hidden: boolean }) => ParallelJob> {
    const { block, using, throttleLimit, useNewRunspace } = request;
    const workingDirectory = request.workingDirectory ?? process.cwd();
    const { text, body } = sendableFunction(block, { using, initialized: false, contextAt: 1 });
    const source = {
      kind: 'function',
      text: `(context) => (${text})(context.args[0], context)`,
      file: ScriptReader.noFile(workingDirectory),
    } as const;
    return ({ hidden }) => {
      const job = new PSTaskJob(
        {
          // What nobody sees takes no number from those that people see.
          ids: hidden ? new JobIdCounter() : this.#ids,
          command: body,
          clock: this.#session.clock,
          throttleLimit,
        },
        {
          executor: this.#executors.thread({ fresh: useNewRunspace }),
          useNewRunspace,
          requestFor: (record) => ({ source, args: [record], using, workingDirectory, name: body }),
        },
      );
      if (!hidden) this.#session.jobs.add(job);
      job.begin();
      return job;
    };
  }
}
