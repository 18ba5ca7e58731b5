import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import type { LinkEnd, WorkLink } from '../remote/work-link.js';
import { text } from '../text.js';
import { signalGroup } from './process-group.js';

/**
 * The link to a child process: over the descriptors 3, which it reads, and 4, which it writes, where the child was given them, else over its standard input and output.
 *
 * @param child spawned with `detached: true`, so that it leads a group that can be ended with all that it started
 * @param inspectable whether it is a Node that opens its inspector, on a port that is free, on SIGUSR1
 */
export function processLink(child: ChildProcess, inspectable = false): WorkLink {
  const { pid, stdin, stdout, stderr } = child;
  // Two, since what was written is lost when the same one breaks for writing.
  const [, , , toChild, fromChild] = child.stdio as readonly (Duplex | null | undefined)[];
  const own = toChild != null && fromChild != null;
  const ended = new Promise<LinkEnd>((resolve) => {
    child.once('error', (cause) => {
      if (pid === undefined) resolve({ reason: text.cannotStart(cause.message), cause });
    });
    child.once('exit', (exitCode, signal) => {
      // What it started and left behind goes with it.
      if (pid !== undefined) signalGroup(pid, 'SIGKILL');
      resolve({ exitCode: exitCode ?? undefined, signal: signal ?? undefined });
    });
  });
  return {
    reading: own ? fromChild : (stdout as Readable),
    writing: own ? toChild : (stdin as Writable),
    standardOutput: own ? stdout : undefined,
    standardError: stderr,
    ended,
    processId: pid,
    end(how) {
      const isOver = child.exitCode !== null || child.signalCode !== null;
      if (pid !== undefined && !isOver) signalGroup(pid, how === 'kill' ? 'SIGKILL' : 'SIGTERM');
    },
    ...(inspectable && pid !== undefined ? { inspect: () => process.kill(pid, 'SIGUSR1') } : {}),
    hold(alive) {
      for (const handle of [child, ...child.stdio] as ({ ref?(): void; unref?(): void } | null)[]) {
        if (alive) handle?.ref?.();
        else handle?.unref?.();
      }
    },
  };
}
