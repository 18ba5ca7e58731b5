import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CompiledPart } from './part.js';

/**
 * Keeps what V8 made of a part when the process ends, so that the next one need not compile it again: functions that were
 * called are in it, others not. Each of the first calls adds what it called, since the very first may have been a short one.
 *
 * Nothing depends on it: a file that is missing, cannot be written, or is of another engine costs time only.
 */
export function keepAtExit({ script, kept, cacheFile }: CompiledPart): void {
  const taken = script.cachedDataRejected === false ? kept : undefined;
  const calls = taken?.readUInt32LE(0) ?? 0;
  if (calls >= ENOUGH_CALLS) return;
  process.once('exit', (code) => {
    if (code !== 0) return;
    try {
      const compiled = script.createCachedData();
      const before = taken?.subarray(HEADER);
      if (before === undefined) makeRoom(cacheFile);
      write(cacheFile, calls + 1, before !== undefined && before.length >= compiled.length ? before : compiled);
    } catch {
      // A folder that cannot be written to.
    }
  });
}

/** Bytes in front of what the engine wants: how many calls have added to it. What follows stays aligned. */
const HEADER = 8;
/** After so many calls what is kept is left alone: to look for more takes a tenth of a call. */
const ENOUGH_CALLS = 8;

/** Files of the same name that end with another hash are older. */
function makeRoom(cacheFile: string): void {
  const folder = dirname(cacheFile);
  const name = basename(cacheFile);
  const part = name.slice(0, name.lastIndexOf('-') + 1);
  mkdirSync(folder, { recursive: true });
  for (const older of readdirSync(folder)) if (older.startsWith(part)) rmSync(join(folder, older));
}

function write(cacheFile: string, calls: number, compiled: Buffer): void {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(calls);
  const draft = `${cacheFile}.${process.pid}`;
  writeFileSync(draft, Buffer.concat([header, compiled]));
  renameSync(draft, cacheFile);
}
