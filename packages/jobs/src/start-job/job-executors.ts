import type { Executor } from '../execution/executor.js';
import type { ProcessUser } from '../execution/process/process-user.js';
import { SERVICE_NAME } from '../service-name.js';
import type { NodeRuntime } from './node-runtime.js';

/** What a process must be like. */
export interface ProcessNeeds {
  /** Default: the Node that runs this program. */
  readonly runtime?: NodeRuntime | undefined;
  /** Whose process it is. Default: of the user who runs this program. */
  readonly user?: ProcessUser | undefined;
}

/** Gives the executors that run the jobs of a session. */
export abstract class JobExecutors {
  static {
    Object.defineProperty(JobExecutors, SERVICE_NAME, { value: 'JobExecutors' });
  }

  /** In this thread, with live objects. */
  abstract inline(): Executor;
  /** In a thread of this process. */
  abstract thread(options?: { readonly fresh?: boolean }): Executor;
  /** In a process of its own. */
  abstract process(needs?: ProcessNeeds): Executor;
}
