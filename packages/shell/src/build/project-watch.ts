import { type Compiled, hasErrors, type OutputFile } from './compiled.js';
import { type BuildResult, finishBuild } from './finish-build.js';
import { FolderWatch } from './folder-watch.js';
import { isModule, PackLoader } from './pack-loader.js';
import type { PackProject } from './pack-project.js';
import { JAVASCRIPT } from './run-build.js';
import { loadTypeScript } from './typescript.js';
import { WatchCompiler } from './watch-compiler.js';

/** Whoever watches a build. */
export interface BuildWatcher {
  /** A change of the sources was seen. */
  started?(): void;
  /** The build of the sources as they are now has ended, with or without errors. */
  built(result: BuildResult): void;
}

/** Builds a pack as its package.json describes it, and again whenever its sources change, until it is closed. */
export class ProjectWatch {
  readonly #queue: BuildQueue;
  readonly #loader: PackLoader;
  #stopCompiler: () => void = () => undefined;
  #files: FolderWatch | undefined;
  readonly #closed = new AbortController();

  constructor(
    private readonly project: PackProject,
    private readonly watcher: BuildWatcher,
  ) {
    this.#loader = new PackLoader(project, true);
    this.#queue = new BuildQueue(project, this.#loader, watcher, this.#closed.signal);
  }

  /** @throws BuildError `TypeScriptNotFound`, or one of the compiler for a tsconfig.json that cannot be read */
  start(): void {
    const { tsconfig, module, folder } = this.project;
    // Loads the libraries while the compiler is at work.
    if (module !== undefined) this.#loader.prepare();
    if (tsconfig === undefined) {
      this.#watchModules();
      this.#queue.add(JAVASCRIPT);
      return;
    }
    const compiler = new WatchCompiler(loadTypeScript(folder), {
      started: () => this.watcher.started?.(),
      compiled: (compiled) => {
        if (!compiled.emits) this.#watchModules();
        this.#queue.add(compiled);
      },
    });
    this.#stopCompiler = compiler.start(tsconfig);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    this.#stopCompiler();
    this.#files?.close();
    await this.#queue.idle();
    await this.#loader.close();
  }

  /** Where not the compiler writes what is loaded, but the author or a bundler. */
  #watchModules(): void {
    const { folder, index } = this.project;
    this.#files ??= new FolderWatch(folder, {
      deep: true,
      changed: (paths) => {
        const modules = [...paths].filter((path) => isModule(path) && path !== index && path !== this.project.manifest);
        if (modules.length === 0) return;
        this.watcher.started?.();
        this.#queue.changed(modules);
      },
    });
  }
}

/** Finishes one build after the other; of those that wait, only the last. */
class BuildQueue {
  #waiting: Compiled | undefined;
  #running: Promise<void> | undefined;
  #last: Compiled = JAVASCRIPT;
  /** What a build that was overtaken by the next, or had errors, has left to do. */
  #outputs = new Map<string, OutputFile>();
  #removed = new Set<string>();
  #changed = new Set<string>();

  constructor(
    private readonly project: PackProject,
    private readonly loader: PackLoader,
    private readonly watcher: BuildWatcher,
    private readonly signal: AbortSignal,
  ) {}

  add(compiled: Compiled): void {
    for (const path of compiled.removed ?? []) {
      this.#outputs.delete(path);
      this.#removed.add(path);
    }
    for (const output of compiled.outputs) {
      this.#outputs.set(output.path, output);
      this.#removed.delete(output.path);
    }
    this.#last = compiled;
    this.#next();
  }

  /** Somebody else wrote modules. */
  changed(paths: Iterable<string>): void {
    for (const path of paths) this.#changed.add(path);
    this.#next();
  }

  async idle(): Promise<void> {
    await this.#running;
  }

  #next(): void {
    this.#waiting = this.#last;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting !== undefined && !this.signal.aborted) {
      const compiled = { ...this.#waiting, outputs: [...this.#outputs.values()], removed: [...this.#removed] };
      const changed = [...this.#changed];
      this.#waiting = undefined;
      if (!hasErrors(compiled.messages)) {
        this.#outputs = new Map();
        this.#removed = new Set();
        this.#changed = new Set();
      }
      const result = await finishBuild(this.project, compiled, this.loader, { signal: this.signal, changed });
      if (this.signal.aborted) return;
      this.watcher.built(result);
      if (this.project.module !== undefined) this.loader.prepare();
    }
  }
}
