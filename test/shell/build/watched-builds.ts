import type { BuildResult } from '../../../packages/shell/src/build/finish-build.js';
import { watchBuild } from '../../../packages/shell/src/build/watch-build.js';
import type { TemporaryPack } from './temporary-pack.js';

/** The builds of a watch, one after the other. */
export class WatchedBuilds implements AsyncDisposable {
  readonly #end = new AbortController();
  readonly #built: BuildResult[] = [];
  readonly #ended: Promise<void>;
  #wake: (() => void) | undefined;
  /** How many changes were seen. */
  started = 0;

  constructor(private readonly pack: TemporaryPack) {
    const watcher = {
      started: () => {
        this.started++;
      },
      built: (result: BuildResult) => {
        this.#built.push(result);
        this.#wake?.();
      },
    };
    this.#ended = watchBuild(pack.folder, watcher, this.#end.signal);
  }

  async next(): Promise<BuildResult> {
    while (this.#built.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#built.shift() as BuildResult;
  }

  /** The next build that holds; others may come before it, where one change is seen as several. */
  async until(holds: (result: BuildResult) => boolean): Promise<BuildResult> {
    for (;;) {
      const result = await this.next();
      if (holds(result)) return result;
    }
  }

  /** The ids of what the next build says, which has something to say. */
  async complaints(): Promise<readonly string[]> {
    const { messages } = await this.until((result) => result.messages.length > 0);
    return messages.map(({ id }) => id);
  }

  /** What the next build without complaints wrote, as paths in the pack. */
  async written(): Promise<readonly string[]> {
    const { written } = await this.until((result) => result.messages.length === 0);
    return written.map((path) => path.slice(this.pack.folder.length + 1)).sort();
  }

  /** Ends the watch; resolves when nothing of it runs any more. */
  async end(): Promise<void> {
    this.#end.abort();
    await this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
  }
}
