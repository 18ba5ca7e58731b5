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
  /** How many calls have added to what is kept. */
  #calls = 0;

  /**
   * @param name what is cached; other files of the folder whose names begin with it are older, and are removed
   * @param key tells this script and this engine from others
   */
  constructor(folder: string, name: string, key: string) {
    this.#file = join(folder, `${name}-${key}`);
    this.#name = `${name}-`;
  }

  /** What was kept; undefined if there is nothing of use. */
  read(): Buffer | undefined {
    try {
      const content = readFileSync(this.#file);
      if (content.length <= HEADER) return undefined;
      this.#calls = content.readUInt32LE(0);
      return content.subarray(HEADER);
    } catch {
      return undefined;
    }
  }

  /**
   * Keeps what is compiled when the process ends: functions that were called are in it, others not. Each of the first calls
   * adds what it called, since the very first may have been a short one.
   *
   * @param kept what {@link read} gave, if the engine took it
   */
  writeAtExit(script: Script, kept: Buffer | undefined): void {
    if (kept === undefined) this.#calls = 0;
    if (this.#calls >= ENOUGH_CALLS) return;
    process.once('exit', (code) => {
      if (code !== 0) return;
      try {
        const compiled = script.createCachedData();
        this.#write(kept === undefined || compiled.length > kept.length ? compiled : kept, kept === undefined);
      } catch {
        // A folder that cannot be written to.
      }
    });
  }

  #write(compiled: Buffer, isFirst: boolean): void {
    const folder = dirname(this.#file);
    if (isFirst) {
      mkdirSync(folder, { recursive: true });
      for (const older of readdirSync(folder)) if (older.startsWith(this.#name)) rmSync(join(folder, older));
    }
    const header = Buffer.alloc(HEADER);
    header.writeUInt32LE(this.#calls + 1);
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([header, compiled]));
    renameSync(draft, this.#file);
  }
}

/** Bytes in front of what the engine wants: how many calls have added to it. What follows stays aligned. */
const HEADER = 8;
/** After so many calls what is kept is left alone: to look for more takes a tenth of a call. */
const ENOUGH_CALLS = 8;
