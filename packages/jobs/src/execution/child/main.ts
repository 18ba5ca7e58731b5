import type { MessagePort } from 'node:worker_threads';
import type { Channel } from '../protocol/channel.js';
import { PortChannel } from '../protocol/port-channel.js';
import { StreamChannel } from '../protocol/stream-channel.js';
import { captureConsole } from './captured-console.js';
import { CleanScope } from './clean-scope.js';
import { rehearse } from './rehearse.js';
import { type Place, WorkSide } from './work-side.js';

/**
 * Entry of a thread, of a process that was given a channel as descriptors 3, to read, and 4, to write, or, with the
 * argument `--stdio`, of a process whose standard input and output are the channel.
 *
 * A thread is given its port by what runs this file in it: a process need not load what it would ask for it.
 */
declare const threadPort: MessagePort | undefined;
const port = typeof threadPort === 'undefined' ? undefined : threadPort;
const isMainThread = port === undefined;
const channel = openChannel();
const reallyExit = process.exit.bind(process);
const place: Place = {
  kind: isMainThread ? 'process' : 'thread',
  exit: (code) => reallyExit(code),
  end: () => {
    if (isMainThread) endGroup();
    reallyExit(1);
  },
  again: isMainThread
    ? undefined
    : {
        isClean: (closely) => {
          const before = scope;
          if (before === undefined) return Promise.resolve(false);
          return new Promise((resolve) => setImmediate(() => resolve(before.isClean(closely))));
        },
        nextWork: () => {
          side = new WorkSide(channel, place);
        },
      },
};

captureConsole((value, stream) => side.write(value, stream));
process.on('uncaughtException', (error) => side.fail(error));
process.on('unhandledRejection', (reason) => side.fail(reason));
process.exit = (code) => side.exit(code === undefined || code === null ? undefined : Number(code));

let side = new WorkSide(channel, place);
let scope: CleanScope | undefined;
// The first turn reads what has come, and only then is it known whether there is work.
setImmediate(() => setImmediate(() => void getReady()));

/** Does what is not to be done while somebody waits; a place that was given work at once has no time for that. */
async function getReady(): Promise<void> {
  if (!side.working) {
    await rehearse();
    // A thread without one does no other work: what was there before is not known.
    if (!isMainThread) scope = new CleanScope();
  }
  // A thread that works is heard soon enough; a process is known to have started by that.
  if (isMainThread || !side.working) side.greet();
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
  if (port !== undefined) return new PortChannel(port);
  if (process.argv.includes('--stdio')) return new StreamChannel(process.stdin, process.stdout);
  // Not imported: to load it takes a new thread, which does without, as long as all that is ours.
  const { Socket } = process.getBuiltinModule('node:net');
  return new StreamChannel(
    new Socket({ fd: 3, writable: false }),
    new Socket({ fd: 4, readable: false, writable: true }),
  );
}
