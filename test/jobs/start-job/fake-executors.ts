import type { JobSink } from '@cmdlet/core';
import type { Execution, Executor, ExecutorKind, WorkRequest } from '../../../packages/jobs/src/execution/executor.js';
import { InlineExecutor } from '../../../packages/jobs/src/execution/inline/inline-executor.js';
import { JobExecutors, type ProcessNeeds } from '../../../packages/jobs/src/start-job/job-executors.js';

/** Executors that run the text of functions in this thread, and remember what they were asked for. */
export class FakeExecutors extends JobExecutors {
  readonly requests: WorkRequest[] = [];
  readonly needs: ProcessNeeds[] = [];

  override inline(): Executor {
    return new FakeExecutor('inline', 'PowerShell', this.requests);
  }

  override thread(): Executor {
    return new FakeExecutor('thread', 'PowerShell', this.requests);
  }

  override process(needs: ProcessNeeds = {}): Executor {
    this.needs.push(needs);
    return new FakeExecutor('process', 'localhost', this.requests);
  }
}

class FakeExecutor implements Executor {
  readonly #inline = new InlineExecutor();

  constructor(
    readonly kind: ExecutorKind,
    readonly location: string,
    private readonly requests: WorkRequest[],
  ) {}

  execute(request: WorkRequest, sink: JobSink): Execution {
    this.requests.push(request);
    // Elsewhere work begins when whoever started it has long gone on.
    const execution = new Promise((resolve) => setImmediate(resolve)).then(() => this.#inline.execute(request, sink));
    return {
      processId: undefined,
      finished: execution.then(({ finished }) => finished),
      terminate: () => execution.then((begun) => begun.terminate()),
    };
  }
}
