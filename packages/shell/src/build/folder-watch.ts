import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** How a folder is watched. */
export interface FolderWatchOptions {
  /** Whether folders in it are watched too, but for `node_modules` and those whose name begins with a dot. */
  readonly deep: boolean;
  /** Gets the files that were written, made or removed, several at once if they follow each other closely. */
  changed(paths: ReadonlySet<string>): void;
}

/** Watches the files of a folder, until it is closed. */
export class FolderWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    folder: string,
    private readonly options: FolderWatchOptions,
  ) {
    this.#watch(folder);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #watch(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_event, name) => this.#seen(folder, name));
      // The folder is gone.
      watcher.on('error', () => this.#forget(folder));
      this.#watchers.set(folder, watcher);
    } catch {
      return;
    }
    for (const name of this.options.deep ? foldersIn(folder) : []) this.#watch(join(folder, name));
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  #seen(folder: string, name: string | null): void {
    if (name === null || name.startsWith('.')) return;
    const path = join(folder, name);
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
    if (isFolder === undefined) this.#forget(path);
    else if (isFolder) {
      if (this.options.deep && !isIgnored(name)) this.#enter(path);
      return;
    }
    this.#tell(path);
  }

  /** A folder is made, and files in it, before anybody can watch it. */
  #enter(folder: string): void {
    if (this.#watchers.has(folder)) return;
    this.#watch(folder);
    for (const path of filesBelow(folder)) this.#tell(path);
  }

  #tell(path: string): void {
    this.#changed.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = this.#changed;
      this.#changed = new Set();
      this.options.changed(changed);
    }, SOON);
  }
}

/** Milliseconds in which further changes count as the same. */
const SOON = 20;

function isIgnored(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

function foldersIn(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isDirectory() && !isIgnored(entry.name) ? [entry.name] : []));
}

function filesBelow(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return [path];
    return entry.isDirectory() && !isIgnored(entry.name) ? filesBelow(path) : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
