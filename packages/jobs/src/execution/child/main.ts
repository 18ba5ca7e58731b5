import { Socket } from 'node:net';
import process from 'node:process';
import { isMainThread, parentPort } from 'node:worker_threads';
import type { Channel } from '../protocol/channel.js';
import { PortChannel } from '../protocol/port-channel.js';
import { StreamChannel } from '../protocol/stream-channel.js';
import { captureConsole } from './captured-console.js';
import { CleanScope } from './clean-scope.js';
import { type Place, WorkSide } from './work-side.js';

/**
 * Entry of a thread, of a process that was given a channel as descriptors 3, to read, and 4, to write, or, with the
 * argument `--stdio`, of a process whose standard input and output are the channel.
 */
const channel = openChannel();
const reallyExit = process.exit.bind(process);
const place: Place = {
  kind: isMainThread ? 'process' : 'thread',
  exit: (code) => reallyExit(code),
  end: () => {
    if (isMainThread) endGroup();
    reallyExit(1);
  },
  nextWork: isMainThread ? undefined : () => setImmediate(nextWork),
};

captureConsole((value, stream) => side.write(value, stream));
process.on('uncaughtException', (error) => side.fail(error));
process.on('unhandledRejection', (reason) => side.fail(reason));
process.exit = (code) => side.exit(code === undefined || code === null ? undefined : Number(code));

let side = new WorkSide(channel, place, 'pong');
let scope: CleanScope | undefined;
// A thread that was given work at once does no other: what was there before is not known.
if (!isMainThread) setImmediate(() => (scope = side.working ? undefined : new CleanScope()));

/** A thread in which nothing is left of its work takes other work; any other ends. */
function nextWork(): void {
  if (scope?.isClean() === true) side = new WorkSide(channel, place, 'clean');
  else reallyExit(0);
}

/** The programs that the work has started end too. */
function endGroup(): void {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    // It leads no group.
  }
}

function openChannel(): Channel {
  if (parentPort !== null) return new PortChannel(parentPort);
  if (process.argv.includes('--stdio')) return new StreamChannel(process.stdin, process.stdout);
  return new StreamChannel(
    new Socket({ fd: 3, writable: false }),
    new Socket({ fd: 4, readable: false, writable: true }),
  );
}
