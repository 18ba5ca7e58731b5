import type { JobSink } from '@cmdlet/core';
import type { Execution, Executor, WorkRequest } from '../executor.js';
import { type PoolOptions, SparePool } from '../pool/spare-pool.js';
import type { WorkLink } from '../remote/work-link.js';
import { workOverLink } from '../remote/work-over-link.js';
import { loaderArguments } from './loader-arguments.js';
import type { ProcessUser } from './process-user.js';
import { WarmProcess } from './warm-process.js';

/** What a {@link ProcessExecutor} may be told. */
export interface ProcessExecutorOptions {
  /** The Node executable. Default: the one that runs this program. */
  readonly executable?: string | undefined;
  /** Arguments for Node, before those of the entry. Default: the loaders that this program was started with. */
  readonly nodeArguments?: readonly string[] | undefined;
  /** Default: the user who runs this program. Only root can name another. */
  readonly user?: ProcessUser | undefined;
  /** Processes that are kept ready. Default: none. */
  readonly pool?: PoolOptions | undefined;
}

/**
 * Runs each piece of work in a process of its own, which ends with it, and with it all that the work has started, but for
 * programs that it has started detached.
 *
 * A process may have been started before, and waits; it never does a second piece of work.
 */
export class ProcessExecutor implements Executor, AsyncDisposable {
  readonly kind = 'process';
  readonly location = 'localhost';
  readonly #options: ProcessExecutorOptions;
  readonly #pool: SparePool<WarmProcess>;

  constructor(options: ProcessExecutorOptions = {}) {
    this.#options = options;
    this.#pool = new SparePool(
      () => this.#start(environmentFor(process.env, options.user)),
      options.pool ?? { size: 0 },
    );
  }

  execute(request: WorkRequest, sink: JobSink): Execution {
    const environment = environmentFor(request.environment ?? process.env, this.#options.user);
    const nodeOptions = environment['NODE_OPTIONS'];
    const { user } = this.#options;
    const open = (): WorkLink =>
      this.#pool.take(
        (spare) => spare.nodeOptions === nodeOptions,
        () => this.#start(environment),
      ).link;
    // Another user may name what this program must not load.
    const facts = { location: this.location, where: 'process', trusted: user === undefined } as const;
    return workOverLink(open, facts, { ...request, environment }, sink);
  }

  /** Starts the processes that are to be kept ready; resolves when they are. */
  warmUp(): Promise<void> {
    return this.#pool.warmUp();
  }

  /** Ends all of them. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#pool[Symbol.asyncDispose]();
  }

  #start(environment: NodeJS.ProcessEnv): WarmProcess {
    const { executable = process.execPath, nodeArguments = loaderArguments(), user } = this.#options;
    return new WarmProcess({ executable, nodeArguments, environment, uid: user?.uid, gid: user?.gid });
  }
}

function environmentFor(
  environment: Readonly<Record<string, string | undefined>>,
  user: ProcessUser | undefined,
): NodeJS.ProcessEnv {
  return user === undefined ? environment : { ...environment, HOME: user.home, USER: user.name, LOGNAME: user.name };
}
