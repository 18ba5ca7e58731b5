import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { LinkEnd, WorkLink } from '../remote/work-link.js';
import { text } from '../text.js';
import { signalGroup } from './process-group.js';
import { endedStream, streamsOf } from './start-program.js';

/**
 * The link to a child process: over the descriptors 3, which it reads, and 4, which it writes, where the child was given
 * them, else over its standard input and output. A child that could not be started is a link that has ended.
 *
 * @param child spawned with `detached: true`, so that it leads a group that can be ended with all that it started; of any
 * other only the child itself is ended
 * @param inspectable whether it is a Node that opens its inspector, on a port that is free, on SIGUSR1
 */
export function processLink(child: ChildProcess, inspectable = false): WorkLink {
  const { pid } = child;
  const streams = streamsOf(child);
  // Two, since what was written is lost when the same one breaks for writing.
  const [stdin, stdout, stderr, toChild, fromChild] = streams;
  const own = toChild != null && fromChild != null;
  const ended = new Promise<LinkEnd>((resolve) => {
    child.on('error', (cause) => {
      // That a signal could not be sent is an error too.
      if (pid === undefined) resolve({ reason: text.cannotStart(cause.message), cause });
    });
    child.once('exit', (exitCode, signal) => {
      // What it started and left behind goes with it.
      if (pid !== undefined) signalGroup(pid, 'SIGKILL');
      resolve({ exitCode: exitCode ?? undefined, signal: signal ?? undefined });
    });
  });
  return {
    reading: ((own ? fromChild : stdout) ?? endedStream()) as Readable,
    writing: ((own ? toChild : stdin) ?? endedStream()) as Writable,
    standardOutput: own ? (stdout as Readable) : undefined,
    standardError: stderr as Readable | null | undefined,
    ended,
    processId: pid,
    end(how) {
      const isOver = child.exitCode !== null || child.signalCode !== null;
      if (pid === undefined || isOver) return;
      const signal = how === 'kill' ? 'SIGKILL' : 'SIGTERM';
      if (!signalGroup(pid, signal)) child.kill(signal);
    },
    ...(inspectable && pid !== undefined ? { inspect: () => process.kill(pid, 'SIGUSR1') } : {}),
    hold(alive) {
      for (const handle of [child, ...streams] as ({ ref?(): void; unref?(): void } | null)[]) {
        if (alive) handle?.ref?.();
        else handle?.unref?.();
      }
    },
  };
}
