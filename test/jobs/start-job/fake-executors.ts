import type { JobSink } from '@cmdlet/core';
import type { Execution, Executor, ExecutorKind, WorkRequest } from '../../../packages/jobs/src/execution/executor.js';
import { InlineExecutor } from '../../../packages/jobs/src/execution/inline/inline-executor.js';
import { JobExecutors, type ProcessNeeds } from '../../../packages/jobs/src/start-job/job-executors.js';

/** Executors that run the text of functions in this thread, and remember what they were asked for. */
export class FakeExecutors extends JobExecutors {
  readonly requests: WorkRequest[] = [];
  readonly needs: ProcessNeeds[] = [];
  /** How work ends that is a cmdlet, which is not run. */
  exitCode: number | undefined;

  override inline(): Executor {
    return new FakeExecutor('inline', 'PowerShell', this);
  }

  override thread(): Executor {
    return new FakeExecutor('thread', 'PowerShell', this);
  }

  override process(needs: ProcessNeeds = {}): Executor {
    this.needs.push(needs);
    return new FakeExecutor('process', 'localhost', this);
  }
}

class FakeExecutor implements Executor {
  readonly #inline = new InlineExecutor();

  constructor(
    readonly kind: ExecutorKind,
    readonly location: string,
    private readonly executors: FakeExecutors,
  ) {}

  execute(request: WorkRequest, sink: JobSink): Execution {
    const { requests, exitCode } = this.executors;
    requests.push(request);
    if (request.source.kind === 'cmdlet' && exitCode !== undefined) {
      return { processId: undefined, finished: Promise.resolve({ exitCode }), terminate: () => Promise.resolve() };
    }
    // Elsewhere work begins when whoever started it has long gone on.
    const execution = new Promise((resolve) => setImmediate(resolve)).then(() => this.#inline.execute(request, sink));
    return {
      processId: undefined,
      finished: execution.then(({ finished }) => finished),
      terminate: () => execution.then((begun) => begun.terminate()),
    };
  }
}
