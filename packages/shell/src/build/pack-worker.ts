import { Worker } from 'node:worker_threads';
import type { CommandIndex } from '@cmdlet/core';
import type { BuildMessage } from './build-message.js';
import { entryOf, type PackProject } from './pack-project.js';
import { text } from './text.js';

/** What a pack says about itself when it is loaded. */
export interface PackReport {
  /** Undefined if the pack could not be loaded. */
  readonly index: CommandIndex | undefined;
  readonly messages: readonly BuildMessage[];
}

/**
 * Loads a pack that was just built, makes its index and lints it.
 *
 * In a thread of its own for each build: modules are loaded once per thread, and what they leave behind ends with it. The
 * thread of the next build is started ahead and has loaded everything but the pack.
 */
export class PackLoader {
  #next: Promise<Worker> | undefined;
  readonly #ending = new Set<Promise<void>>();

  constructor(private readonly project: PackProject) {}

  /** Starts a thread that the next call of `load` takes. */
  prepare(): void {
    this.#next ??= this.#start();
  }

  /** @param signal gives up a pack that does not get ready */
  async load(signal?: AbortSignal): Promise<PackReport> {
    this.prepare();
    const starting = this.#next ?? this.#start();
    this.#next = undefined;
    const worker = await starting;
    const giveUp = (): void => void worker.terminate();
    if (signal?.aborted === true) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await this.#ask(worker);
    } finally {
      signal?.removeEventListener('abort', giveUp);
      this.#end(worker);
    }
  }

  async close(): Promise<void> {
    const worker = await this.#next;
    this.#next = undefined;
    await Promise.all([worker?.terminate(), ...this.#ending]);
  }

  /** Nobody has to wait for the end of a thread but who closes the loader. */
  #end(worker: Worker): void {
    const ended = worker.terminate().then(() => {
      this.#ending.delete(ended);
    });
    this.#ending.add(ended);
  }

  async #start(): Promise<Worker> {
    const [core, testing] = [
      await entryOf(this.project, '@cmdlet/core'),
      await entryOf(this.project, '@cmdlet/testing'),
    ];
    return new Worker(PROGRAM, { eval: true, workerData: { core, testing }, execArgv: [] });
  }

  async #ask(worker: Worker): Promise<PackReport> {
    const answer = await new Promise<Answer>((resolve) => {
      const threw = (reason: string): void => resolve({ kind: 'threw', id: 'PackLoadFailed', reason });
      worker.once('message', resolve);
      worker.once('error', ({ message }) => threw(message));
      worker.once('exit', () => threw(text.endedThread));
      worker.postMessage(this.project.module);
    });
    const { folder, module = '' } = this.project;
    switch (answer.kind) {
      case 'noCore':
        return failed('CoreNotFound', text.coreNotFound(folder));
      case 'noPack':
        return failed('PackNotFound', text.exportsNoPack(module));
      case 'threw':
        return failed(answer.id, text.notLoaded(module, answer.reason));
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
    }
  }
}

type Answer =
  | { readonly kind: 'noCore' | 'noPack' }
  | { readonly kind: 'threw'; readonly id: string; readonly reason: string }
  | { readonly kind: 'pack'; readonly index: string; readonly findings: readonly Finding[] };

/** What the lint of `@cmdlet/testing` finds; that package need not be installed. */
interface Finding {
  readonly id: string;
  readonly severity: BuildMessage['severity'];
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

function failed(id: string, message: string): PackReport {
  return { index: undefined, messages: [{ severity: 'error', id, text: message }] };
}

/** What the thread runs. A text, so that it needs no file beside the bundle; it loads the pack's own core. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { pathToFileURL } = require('node:url');
const load = (path) => import(pathToFileURL(path).href);
const libraries = Promise.all([workerData.core, workerData.testing].map((path) => path && load(path)));
libraries.catch(() => {});
const isPack = (value) => typeof value === 'object' && value !== null && Array.isArray(value.cmdlets) && typeof value.name === 'string';
parentPort.once('message', async (module) => {
  try {
    const [core, testing] = await libraries;
    if (core === undefined) return parentPort.postMessage({ kind: 'noCore' });
    const loaded = await load(module);
    const inner = loaded.default ?? {};
    const pack = [loaded.default, loaded.pack, inner.default, inner.pack, ...Object.values(loaded), ...Object.values(inner)].find(isPack);
    if (pack === undefined) return parentPort.postMessage({ kind: 'noPack' });
    const index = JSON.stringify(await core.buildIndex(pack));
    const findings = testing === undefined ? [] : await testing.lintPack(pack);
    parentPort.postMessage({ kind: 'pack', index, findings });
  } catch (error) {
    const id = error?.errorRecord?.errorId ?? 'PackLoadFailed';
    parentPort.postMessage({ kind: 'threw', id, reason: error instanceof Error ? error.message : String(error) });
  }
});
`;
