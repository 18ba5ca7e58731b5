import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Script } from 'node:vm';

/**
 * What V8 made of a script, kept in a file, so that the next process need not compile it again.
 *
 * Nothing depends on it: a file that is missing, cannot be written, or is of another engine costs time only.
 */
export class CodeCache {
  readonly #file: string;
  readonly #name: string;

  /**
   * @param name what is cached; other files of the folder whose names begin with it are older, and are removed
   * @param key tells this script and this engine from others
   */
  constructor(folder: string, name: string, key: string) {
    this.#file = join(folder, `${name}-${key}`);
    this.#name = `${name}-`;
  }

  read(): Buffer | undefined {
    try {
      return readFileSync(this.#file);
    } catch {
      return undefined;
    }
  }

  /** Keeps what is compiled when the process ends: functions that were called are in it, others not. */
  writeAtExit(script: Script): void {
    process.once('exit', (code) => {
      if (code !== 0) return;
      try {
        const folder = dirname(this.#file);
        mkdirSync(folder, { recursive: true });
        for (const older of readdirSync(folder)) if (older.startsWith(this.#name)) rmSync(join(folder, older));
        const draft = `${this.#file}.${process.pid}`;
        writeFileSync(draft, script.createCachedData());
        renameSync(draft, this.#file);
      } catch {
        // A folder that cannot be written to.
      }
    });
  }
}
