import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mergeFolder } from './merge-folder.js';

/**
 * A temporary folder in which a pack is made, beside its target, or in it if that exists: on the same disk in any case.
 *
 * Until {@link commit} there is nothing at the target; after {@link remove} there is nothing at all.
 */
export class Staging {
  /** Where to write. */
  readonly folder: string;
  readonly #isNew: boolean;
  /** The outermost folder above the target that had to be made. */
  readonly #madeAbove: string | undefined;

  /** Makes the temporary folder, and the folders above the target. Throws what the file system says against it. */
  constructor(private readonly target: string) {
    const parent = dirname(target);
    const name = `.create-cmdlet-${randomBytes(6).toString('hex')}`;
    this.#isNew = !existsSync(target);
    this.#madeAbove = this.#isNew ? mkdirSync(parent, { recursive: true }) : undefined;
    this.folder = join(this.#isNew ? parent : target, name);
    mkdirSync(this.folder);
  }

  /** Puts what was written in its place, all of it or nothing. Throws what the file system says against it. */
  commit(): void {
    if (this.#isNew) {
      renameSync(this.folder, this.target);
    } else {
      mergeFolder(this.folder, this.target, basename(this.folder));
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  /** Removes everything that was made. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    if (this.#madeAbove === undefined) return;
    try {
      for (let folder = dirname(this.target); ; folder = dirname(folder)) {
        rmdirSync(folder);
        if (folder === this.#madeAbove) return;
      }
    } catch {
      // Somebody has put something there meanwhile, which stays.
    }
  }
}
