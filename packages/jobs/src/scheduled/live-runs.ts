import { uptime } from 'node:os';
import { processStart } from './process-start.js';
import type { StoredRun } from './scheduled-job-store.js';

/** Directories of the runs that sessions of this program are at. */
const liveHere = new Set<string>();
let ownStart: { readonly text: string | undefined } | undefined;

/** When this process began; see {@link processStart}. */
export function ownProcessStart(): string | undefined {
  ownStart ??= { text: processStart(process.pid) };
  return ownStart.text;
}

/** Remembers that this program is at a run. The result forgets it. */
export function markLive(directory: string): () => void {
  liveHere.add(directory);
  return () => liveHere.delete(directory);
}

/**
 * Whether the process is there that has written how a run stands. Its id alone does not tell: another one may have it by
 * now. Where the platform does not tell when a process began, one from before the last boot is known to be gone.
 */
export function isLive({ files, status }: StoredRun): boolean {
  const { processId, processStart: start, begin } = status;
  if (!exists(processId)) return false;
  if (processId === process.pid && (start === undefined || start === ownProcessStart())) {
    return liveHere.has(files.directory);
  }
  const now = processStart(processId);
  if (start !== undefined && now !== undefined) return start === now;
  return begin === undefined || begin >= Date.now() - uptime() * 1000;
}

function exists(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && Reflect.get(error, 'code') === 'EPERM';
  }
}
