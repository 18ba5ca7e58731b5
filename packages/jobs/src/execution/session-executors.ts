import { JobExecutors, type ProcessNeeds } from '../start-job/job-executors.js';
import type { Executor } from './executor.js';
import { InlineExecutor } from './inline/inline-executor.js';
import type { PoolOptions } from './pool/spare-pool.js';
import { ProcessExecutor } from './process/process-executor.js';
import { ThreadExecutor } from './thread/thread-executor.js';

/** What is kept ready for the jobs of a session. */
export interface SessionExecutorsOptions {
  /** Processes. Default: one, for a minute, once there was a job that ran in one. */
  readonly processes?: PoolOptions | undefined;
  /** Threads. Default: as with processes. */
  readonly threads?: PoolOptions | undefined;
  /** How many threads that have done work are kept for more. Default 5. */
  readonly reusedThreads?: number | undefined;
}

/**
 * The executors of a session. What they keep ready ends with it.
 *
 * @example
 * const executors = new SessionExecutors({ processes: { size: 4 }, threads: { size: 0 } });
 * const session = await Session.create({ packs: [jobPack], services: [{ token: JobExecutors, factory: () => executors }] });
 */
export class SessionExecutors extends JobExecutors implements AsyncDisposable {
  readonly #options: SessionExecutorsOptions;
  readonly #inline = new InlineExecutor();
  readonly #thread: ThreadExecutor;
  readonly #processes = new Map<string, ProcessExecutor>();

  constructor(options: SessionExecutorsOptions = {}) {
    super();
    this.#options = options;
    this.#thread = new ThreadExecutor({ pool: options.threads ?? {}, reuse: options.reusedThreads ?? 5 });
  }

  override inline(): Executor {
    return this.#inline;
  }

  override thread({ fresh = false }: { readonly fresh?: boolean } = {}): Executor {
    return fresh ? this.#thread.fresh : this.#thread;
  }

  override process({ runtime, user }: ProcessNeeds = {}): Executor {
    const executable = runtime?.path ?? process.execPath;
    const key = JSON.stringify([executable, user?.uid, user?.gid]);
    let executor = this.#processes.get(key);
    if (executor === undefined) {
      executor = new ProcessExecutor({ executable, user, pool: this.#options.processes ?? {} });
      this.#processes.set(key, executor);
    }
    return executor;
  }

  /** Starts what is to be kept ready for the jobs to come; resolves when it is. */
  async warmUp(): Promise<void> {
    this.process();
    await Promise.all([this.#thread.warmUp(), ...[...this.#processes.values()].map((each) => each.warmUp())]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const executors = [this.#thread, ...this.#processes.values()];
    await Promise.all(executors.map((executor) => executor[Symbol.asyncDispose]()));
  }
}
