import type { CommandIndex } from '@cmdlet/core';
import type { BuildMessage } from './build-message.js';
import type { PackProject } from './pack-project.js';
import { type PackAnswer, PackThread } from './pack-thread.js';
import { placeInPack, type SourcePlace } from './source-place.js';
import { text } from './text.js';

/** What a pack says about itself when it is loaded. */
export interface PackReport {
  /** Undefined if the pack could not be loaded. */
  readonly index: CommandIndex | undefined;
  readonly messages: readonly BuildMessage[];
}

/** How a pack is loaded. */
export interface LoadOptions {
  /** Files that were written since the last time. */
  readonly changed?: readonly string[];
  /** Gives up a pack that does not get ready. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Loads a pack that was just built, makes its index and lints it.
 *
 * In a thread of its own: what modules leave behind ends with it. A loader that is kept loads only what changed the next
 * time; whatever goes wrong then is tried again in another thread, so that it never comes from what was there before.
 */
export class PackLoader {
  #next: Promise<PackThread> | undefined;
  /** The thread that has loaded the pack, what it said, and how often it was asked. */
  #kept: { readonly thread: PackThread; report: PackReport; times: number } | undefined;
  readonly #ending = new Set<Promise<void>>();

  /** @param keeps whether the pack is loaded again and again */
  constructor(
    private readonly project: PackProject,
    private readonly keeps = false,
  ) {}

  /** Starts a thread that loads the libraries already. */
  prepare(): void {
    if (this.#kept === undefined) this.#next ??= PackThread.start(this.project, this.keeps);
  }

  async load({ changed, signal }: LoadOptions = {}): Promise<PackReport> {
    const again = changed === undefined ? undefined : await this.#loadAgain(changed, signal);
    if (again !== undefined) return again;
    this.forget();
    const starting = this.#next ?? PackThread.start(this.project, this.keeps);
    this.#next = undefined;
    const thread = await starting;
    const report = this.#reportOf(await thread.load(undefined, signal));
    if (this.keeps && report.index !== undefined) this.#kept = { thread, report, times: 1 };
    else this.#end(thread);
    return report;
  }

  /** Loads all of it the next time. */
  forget(): void {
    if (this.#kept !== undefined) this.#end(this.#kept.thread);
    this.#kept = undefined;
  }

  async close(): Promise<void> {
    const thread = await this.#next;
    this.#next = undefined;
    this.forget();
    await Promise.all([thread?.end(), ...this.#ending]);
  }

  /** Undefined if it has to be loaded as a whole. */
  async #loadAgain(changed: readonly string[], signal: AbortSignal | undefined): Promise<PackReport | undefined> {
    const kept = this.#kept;
    if (kept === undefined || kept.times++ > TIMES) return undefined;
    const files = changed.filter(isModule);
    if (files.length === 0) return kept.report;
    const answer = await kept.thread.load(files, signal);
    if (answer.kind === 'pack') kept.report = this.#reportOf(answer);
    return answer.kind === 'pack' || answer.kind === 'same' ? kept.report : undefined;
  }

  /** Nobody has to wait for the end of a thread but who closes the loader. */
  #end(thread: PackThread): void {
    const ended = thread.end().then(() => {
      this.#ending.delete(ended);
    });
    this.#ending.add(ended);
  }

  #reportOf(answer: PackAnswer): PackReport {
    const { folder, module = '' } = this.project;
    switch (answer.kind) {
      case 'noCore':
        return failed('CoreNotFound', text.coreNotFound(folder));
      case 'threw':
        return failed(answer.id, text.notLoaded(module, answer.reason), placeInPack(answer.stack ?? '', folder));
      case 'pack':
        return {
          index: JSON.parse(answer.index) as CommandIndex,
          messages: answer.findings.map(({ id, severity, place, message, remedy }) => ({
            severity,
            id,
            place,
            text: `${message} ${remedy}`,
          })),
        };
      default:
        return failed('PackNotFound', text.exportsNoPack(module));
    }
  }
}

/** Classes of earlier times stay in memory, so that a thread is not kept for ever. */
const TIMES = 500;

/** Whether a file may be one that Node loads. */
export function isModule(path: string): boolean {
  return /\.(?:[cm]?js|json|node|wasm)$/u.test(path);
}

function failed(id: string, message: string, place?: SourcePlace): PackReport {
  return { index: undefined, messages: [{ severity: 'error', id, text: message, ...place }] };
}
