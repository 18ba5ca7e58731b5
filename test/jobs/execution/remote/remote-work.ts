import { readFileSync } from 'node:fs';
import type { Clock } from '@cmdlet/core';
import type { Execution, WorkRequest } from '../../../../packages/jobs/src/execution/executor.js';
import { RemoteExecutor } from '../../../../packages/jobs/src/execution/remote/remote-executor.js';
import type { RemoteTarget } from '../../../../packages/jobs/src/execution/remote/remote-target.js';
import type { RemoteTransport } from '../../../../packages/jobs/src/execution/remote/remote-transport.js';
import type { ScriptBlockContext } from '../../../../packages/jobs/src/script-block/script-block.js';
import { CollectingSink } from '../collecting-sink.js';

/** Work that was begun elsewhere. */
export interface RemoteWork {
  readonly executor: RemoteExecutor;
  readonly sink: CollectingSink;
  readonly execution: Execution;
  /** Resolves when something was written. */
  readonly written: Promise<void>;
}

/** A block as it is sent. */
export function request(block: (context: ScriptBlockContext) => unknown, more: Partial<WorkRequest> = {}): WorkRequest {
  return { source: { kind: 'function', text: String(block), file: '/tmp/block.js' }, args: [], using: {}, ...more };
}

/** Begins work on a target. */
export function begin(work: WorkRequest, target: RemoteTarget, transport: RemoteTransport, clock?: Clock): RemoteWork {
  const executor = new RemoteExecutor(target, transport, clock);
  const sink = new CollectingSink();
  let wrote: () => void = () => undefined;
  const written = new Promise<void>((resolve) => {
    wrote = resolve;
  });
  sink.hold = () => {
    wrote();
    return undefined;
  };
  const execution = executor.execute(work, sink);
  execution.finished.catch(() => undefined);
  return { executor, sink, execution, written };
}

/** Whether a process is there and does something. */
export function runs(pid: number | undefined): boolean {
  return !/^[ZX]?$/.test(statOf(pid)[0] ?? '');
}

/** The nearest ancestor of a process with a name. */
export function ancestor(pid: number | undefined, name: string): number {
  for (let id = pid ?? 0; id > 1; id = Number(statOf(id)[1])) {
    if (readFileSync(`/proc/${id}/comm`, 'utf8').trim() === name) return id;
  }
  throw new Error(`no ancestor of ${pid} is called ${name}`);
}

/** State and parent of a process, and what follows; empty if there is no such process. */
function statOf(pid: number | undefined): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  } catch {
    return [];
  }
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
