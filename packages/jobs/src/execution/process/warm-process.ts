import type { ChildProcess } from 'node:child_process';
import { childEntryPath } from '../child-entry.js';
import type { Spare } from '../pool/spare-pool.js';
import type { WorkLink } from '../remote/work-link.js';
import { processLink } from './process-link.js';
import { startProgram } from './start-program.js';
import { watchProcess } from './warden.js';

/** How a process for work is started. */
export interface ProcessStart {
  readonly executable: string;
  /** Arguments for Node, before those of the entry. */
  readonly nodeArguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/** A process that waits for its work, once; it does one piece of it. */
export class WarmProcess implements Spare {
  readonly link: WorkLink;
  readonly over: Promise<unknown>;
  /** Resolves when it has been loaded. */
  readonly ready: Promise<unknown>;
  /** `NODE_OPTIONS` that it was started with: those of the work must be the same. */
  readonly nodeOptions: string | undefined;
  readonly #child: ChildProcess;

  constructor({ executable, nodeArguments, environment, uid, gid }: ProcessStart) {
    this.nodeOptions = environment['NODE_OPTIONS'];
    this.#child = startProgram(executable, ['--inspect-port=0', ...nodeArguments, childEntryPath()], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
      // The leader of a group, so that it can be ended with all that it starts.
      detached: true,
      windowsHide: true,
      env: environment,
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    this.link = processLink(this.#child, process.platform !== 'win32');
    this.over = this.link.ended;
    const { reading } = this.link;
    this.ready = Promise.race([this.over, new Promise<void>((resolve) => reading.once('readable', resolve))]);
    if (this.#child.pid !== undefined) void this.over.then(watchProcess(this.#child.pid));
  }

  hold(alive: boolean): void {
    this.link.hold?.(alive);
  }

  end(): void {
    this.link.end('kill');
  }
}
