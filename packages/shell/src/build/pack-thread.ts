import { Worker } from 'node:worker_threads';
import type { BuildMessage } from './build-message.js';
import { PACK_HOOKS, PACK_PROGRAM } from './pack-program.js';
import { entryOf, type PackProject } from './pack-project.js';
import { text } from './text.js';

/** What a thread says when it is asked for the pack. */
export type PackAnswer =
  /** `same`: nothing that was loaded changed; `unknown`: this thread cannot load it again. */
  | { readonly kind: 'noCore' | 'noPack' | 'same' | 'unknown' }
  | { readonly kind: 'threw'; readonly id: string; readonly reason: string; readonly stack?: string }
  | { readonly kind: 'pack'; readonly index: string; readonly findings: readonly Finding[] };

/** What the lint of `@cmdlet/testing` finds; that package need not be installed. */
interface Finding {
  readonly id: string;
  readonly severity: BuildMessage['severity'];
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** A thread that loads a pack. */
export class PackThread {
  #answered: ((answer: PackAnswer) => void) | undefined;
  /** Why it ended by itself. */
  #end: PackAnswer | undefined;

  private constructor(
    private readonly worker: Worker,
    private readonly module: string | undefined,
  ) {
    const ended = (reason: string, stack?: string): void => {
      this.#end ??= { kind: 'threw', id: 'PackLoadFailed', reason, ...(stack === undefined ? {} : { stack }) };
      this.#answered?.(this.#end);
    };
    worker.on('message', (answer: PackAnswer) => this.#answered?.(answer));
    worker.on('error', ({ message, stack }) => ended(message, stack));
    worker.on('exit', () => ended(text.endedThread));
  }

  /** Starts one, which loads the libraries already. @param again whether the pack will be loaded more than once */
  static async start(project: PackProject, again: boolean): Promise<PackThread> {
    const [core, testing] = [await entryOf(project, '@cmdlet/core'), await entryOf(project, '@cmdlet/testing')];
    const { esm, module } = project;
    const workerData = { core, testing, esm, hooks: again && esm ? PACK_HOOKS : undefined };
    return new PackThread(new Worker(PACK_PROGRAM, { eval: true, workerData, execArgv: [] }), module);
  }

  /**
   * Loads the pack. To be called when it has answered what it was asked before.
   *
   * @param changed files that were written since the last time; undefined for the first
   * @param signal gives up a pack that does not get ready
   */
  async load(changed: readonly string[] | undefined, signal: AbortSignal | undefined): Promise<PackAnswer> {
    const giveUp = (): void => void this.worker.terminate();
    if (signal?.aborted === true) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await new Promise<PackAnswer>((resolve) => {
        this.#answered = resolve;
        if (this.#end !== undefined) resolve(this.#end);
        else this.worker.postMessage({ module: this.module, changed });
      });
    } finally {
      signal?.removeEventListener('abort', giveUp);
      this.#answered = undefined;
    }
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
