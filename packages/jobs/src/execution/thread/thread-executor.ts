import inspector from 'node:inspector';
import type { ResourceLimits } from 'node:worker_threads';
import { type JobSink, systemClock } from '@cmdlet/core';
import type { Execution, Executor, WorkRequest, WorkResult } from '../executor.js';
import { startFrame } from '../host/start-frame.js';
import { WorkConnection } from '../host/work-connection.js';
import { type PoolOptions, SparePool } from '../pool/spare-pool.js';
import { text } from '../text.js';
import { importScript } from '../work/import-script.js';
import { WorkLostException } from '../work-lost-exception.js';
import { ThreadNatives } from './thread-natives.js';
import { type ThreadEnd, WarmThread } from './warm-thread.js';

/** What a {@link ThreadExecutor} may be told. */
export interface ThreadExecutorOptions {
  /** Threads that are kept ready. Default: none. */
  readonly pool?: PoolOptions | undefined;
  /** How many threads that have done work are kept for more. Default: as many as are kept ready. */
  readonly reuse?: number | undefined;
  /** How much memory a thread may take. Default: Node's. */
  readonly resourceLimits?: ResourceLimits | undefined;
}

/**
 * Runs work in threads of this process.
 *
 * A thread does other work after its first only if nothing of that is left in it: it has compared all global objects
 * with what they were, nothing is pending, and no module was loaded. Contexts of `node:vm` would be cheaper to renew, but
 * are no realms that Node's own modules know: what they give is not `instanceof` anything there.
 */
export class ThreadExecutor implements Executor, AsyncDisposable {
  readonly kind = 'thread';
  readonly location = 'PowerShell';
  readonly #pool: SparePool<WarmThread>;
  readonly #reuse: number;

  constructor({ pool = { size: 0 }, reuse = pool.size ?? 1, resourceLimits }: ThreadExecutorOptions = {}) {
    this.#pool = new SparePool(() => new WarmThread(resourceLimits), pool);
    this.#reuse = reuse;
  }

  execute(request: WorkRequest, sink: JobSink): Execution {
    return this.#execute(request, sink, () => true);
  }

  /** The same executor, for work that is to be the first of its thread. */
  get fresh(): Executor {
    const { kind, location } = this;
    return { kind, location, execute: (request, sink) => this.#execute(request, sink, ({ used }) => !used) };
  }

  /** Starts the threads that are to be kept ready; resolves when they are. */
  warmUp(): Promise<void> {
    return this.#pool.warmUp();
  }

  /** Ends all of them. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#pool[Symbol.asyncDispose]();
  }

  #execute(request: WorkRequest, sink: JobSink, fits: (thread: WarmThread) => boolean): Execution {
    const start = startFrame(request, Number.POSITIVE_INFINITY, sink);
    const thread = this.#pool.take(fits);
    const natives = new ThreadNatives();
    const connection = new WorkConnection(thread.channel, sink, { load: importScript, natives });
    thread.channel.listen(
      (frame) => connection.receive(frame),
      () => undefined,
    );
    const stay: Stay = { terminated: false, left: false };
    const over = new Promise<void>((resolve) => {
      thread.whenOver((end) => void connection.lost(this.#loss(end, stay.terminated)).then(resolve));
    });
    connection.start(start, request.input);
    thread.used = true;
    const finished = this.#finish(connection, thread, natives, stay);
    // Whoever has ended it need not look how it ended.
    finished.catch(() => undefined);
    const end = async (signal: NodeJS.Signals): Promise<void> => {
      if (stay.left) return;
      stay.terminated = true;
      thread.end();
      await natives.signalUntil(over, signal);
      // It may have started others meanwhile.
      natives.signal(signal);
      await natives.ended();
    };
    return {
      finished,
      processId: undefined,
      terminate: () => end('SIGTERM'),
      kill: () => end('SIGKILL'),
      openInspector: () => {
        // The inspector of this process shows its threads.
        if (inspector.url() === undefined) inspector.open(0, '127.0.0.1');
        return Promise.resolve(inspector.url() ?? '');
      },
    };
  }

  /** Resolves when the thread has ended with all that it started, or can do other work. */
  async #finish(
    connection: WorkConnection,
    thread: WarmThread,
    natives: ThreadNatives,
    stay: Stay,
  ): Promise<WorkResult> {
    try {
      return await connection.ended;
    } finally {
      if (connection.reusable && !stay.terminated) {
        stay.left = true;
        this.#pool.giveBack(thread, this.#reuse);
      } else {
        if (stay.terminated || connection.broken) thread.end();
        // It ends by itself, and does what its code wants to be done then, unless that takes too long.
        const cancel = systemClock.after(TIME_TO_GO, () => thread.end(), true);
        await thread.over;
        cancel();
        // What it has left behind has no business any more; what is ended by force has some time for that.
        if (!stay.terminated) natives.signal('SIGKILL');
        await natives.ended();
        stay.left = true;
      }
    }
  }

  #loss({ exitCode, error }: ThreadEnd, terminated: boolean): WorkLostException {
    const isOutOfMemory = error !== undefined && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const known = isOutOfMemory ? text.outOfMemory : error?.message;
    const reason = known ?? (terminated ? text.terminated : undefined);
    return new WorkLostException({ where: 'thread', location: this.location, exitCode, reason, cause: error });
  }
}

/** Milliseconds that a thread may take to end once its work has. */
const TIME_TO_GO = 5000;

/** What has become of work in a thread. */
interface Stay {
  /** Whether it is ended by force. */
  terminated: boolean;
  /** Whether nothing of it is left: the thread may be another's. */
  left: boolean;
}
