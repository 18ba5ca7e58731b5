import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BuildError } from './build-error.js';
import { FolderWatch } from './folder-watch.js';
import { type PackProject, readProject } from './pack-project.js';
import { type BuildWatcher, ProjectWatch } from './project-watch.js';

/**
 * Builds a pack, and again whenever its sources, its tsconfig.json or its package.json change, until a signal ends it.
 * Errors do not end it.
 *
 * Only files that a change concerns are checked, derived from and written anew, and only modules that changed and those
 * that import them are loaded.
 *
 * @throws BuildError as `runBuild`, for what is wrong at the beginning
 */
export async function watchBuild(folder: string, watcher: BuildWatcher, signal: AbortSignal): Promise<void> {
  const watch = new PackWatch(resolve(folder), watcher);
  try {
    await watch.start();
    await ended(signal);
  } finally {
    await watch.close();
  }
}

/** Watches what describes the project, and begins anew when that changes. */
class PackWatch {
  #project: PackProject | undefined;
  #manifest = '';
  #watch: ProjectWatch | undefined;
  #settings: FolderWatch | undefined;
  #restarting: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly folder: string,
    private readonly watcher: BuildWatcher,
  ) {}

  async start(): Promise<void> {
    const project = await readProject(this.folder);
    this.#project = project;
    this.#manifest = readFileSync(project.manifest, 'utf8');
    this.#settings ??= new FolderWatch(this.folder, { deep: false, changed: () => this.#onChange() });
    this.#watch = new ProjectWatch(project, this.watcher);
    this.#watch.start();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#settings?.close();
    await this.#restarting;
    await this.#watch?.close();
  }

  #onChange(): void {
    const project = this.#project;
    if (project === undefined) return;
    const manifest = readIfThere(project.manifest);
    // Of a tsconfig.json that is there, or was, the compiler tells.
    const isTypeScript = project.tsconfig !== undefined || existsSync(resolve(this.folder, 'tsconfig.json'));
    if (manifest === this.#manifest && isTypeScript === (project.tsconfig !== undefined)) return;
    this.#manifest = manifest ?? '';
    this.#restarting = this.#restarting.then(() => this.#restart());
  }

  async #restart(): Promise<void> {
    if (this.#closed) return;
    this.watcher.started?.();
    await this.#watch?.close();
    this.#watch = undefined;
    try {
      await this.start();
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      const { errorId, message } = error;
      const messages = [{ severity: 'error', id: errorId, text: message }] as const;
      this.watcher.built({ succeeded: false, messages, written: [], index: undefined });
    }
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
