import { constants } from 'node:os';
import { PassThrough } from 'node:stream';
import type { Clock } from '@cmdlet/core';
import { text as executionText } from '../text.js';
import { READY } from './far-end.js';
import { readUntilReady } from './read-until-ready.js';
import type { RemoteTarget } from './remote-target.js';
import type { ConnectionEnd, RemoteConnection } from './remote-transport.js';
import { text } from './text.js';
import { untilReadable } from './until-readable.js';
import type { LinkEnd, WorkLink } from './work-link.js';

/** Oldest Node that can run the entry of jobs, by major and minor number. */
const OLDEST_NODE = [20, 16] as const;
/** How long the far end may take to go once nobody listens any more, in milliseconds: after a second it ends there what does not end by itself. */
const TIME_TO_GO = 3000;
/** How long it may take where it is to go at once. */
const TIME_TO_BE_KILLED = 1500;
/** What shells end with that do not find a command. */
const NO_COMMAND = 127;
/** Characters that are kept of what was printed before the far end was there. */
const KEPT = 4096;

/**
 * The link over a connection: from the greeting of the far end on. What was printed before is what there is to say if no
 * greeting comes.
 *
 * @param failureCode exit code that says that the connection failed, and not the program at the other end
 */
export function remoteLink(
  connection: RemoteConnection,
  target: RemoteTarget,
  failureCode: number | undefined,
  clock: Clock,
): WorkLink {
  const { standardInput, closed } = connection;
  const arrival = new Arrival(connection, target, clock);
  let forced = false;
  return {
    reading: arrival.reading,
    writing: standardInput,
    standardError: arrival.standardError,
    ended: closed.then((end) => {
      if (forced) return { reason: executionText.terminated };
      if (!arrival.isThere) return arrival.failure(end);
      return end.exitCode === failureCode ? { reason: text.connectionLost } : howItEnded(end);
    }),
    end(how) {
      // Before the far end is there, there is nothing to wait for.
      if (!arrival.isThere) connection.close();
      const isFirst = !forced;
      forced = true;
      // The far end kills what it runs, and goes: cut off at once, it would do so when all say that nothing runs any more.
      if (isFirst) standardInput.end();
      if (!isFirst && how !== 'kill') return;
      const cancel = clock.after(how === 'kill' ? TIME_TO_BE_KILLED : TIME_TO_GO, () => connection.close());
      void closed.then(cancel);
    },
  };
}

/** Waits for a sign of the far end, its greeting or the first that a subsystem sends, and passes on what comes behind it. */
class Arrival {
  readonly reading = new PassThrough();
  readonly standardError = new PassThrough();
  isThere = false;
  #printed = '';
  /** Why the far end never came, where that is known better than from how the connection ended. */
  #reason: string | undefined;

  constructor(
    private readonly connection: RemoteConnection,
    private readonly target: RemoteTarget,
    private readonly clock: Clock,
  ) {
    const { standardOutput, standardError, closed } = connection;
    standardError.on('data', this.#print);
    for (const stream of [standardOutput, standardError]) stream.on('error', () => undefined); // The end says it.
    void this.#awaitFarEnd();
    void closed.then(() => {
      this.reading.end();
      this.standardError.end();
    });
  }

  failure({ exitCode, error }: ConnectionEnd): LinkEnd {
    const { hostName } = this.target;
    const printed = this.#printed.trim().split(/\r?\n/).at(-1) ?? '';
    const reason =
      this.#reason ??
      (error !== undefined
        ? text.noSsh(error.message)
        : exitCode === NO_COMMAND
          ? text.noNode(hostName)
          : text.notConnected(hostName, printed));
    return { reason, cause: error, errorId: '2100,PSSessionStateBroken' };
  }

  readonly #print = (chunk: string | Buffer): void => {
    this.#printed = (this.#printed + chunk.toString()).slice(-KEPT);
  };

  async #awaitFarEnd(): Promise<void> {
    const { standardOutput, standardError } = this.connection;
    const { hostName, subsystem, connectingTimeout = 0 } = this.target;
    const cancelTimeout =
      connectingTimeout > 0
        ? this.clock.after(connectingTimeout, () => this.#giveUp(text.connectingTimedOut(hostName, connectingTimeout)))
        : undefined;
    // A subsystem is the entry of jobs itself: it begins with a frame.
    const version =
      subsystem === undefined
        ? await readUntilReady(standardOutput, READY, this.#print)
        : (await untilReadable(standardOutput))
          ? ''
          : undefined;
    cancelTimeout?.();
    if (version === undefined) return;
    if (subsystem === undefined && isOlder(version)) {
      this.#giveUp(text.nodeTooOld(hostName, version, OLDEST_NODE.join('.')));
      return;
    }
    this.isThere = true;
    standardError.off('data', this.#print);
    standardError.pipe(this.standardError);
    standardOutput.pipe(this.reading);
  }

  #giveUp(reason: string): void {
    this.#reason = reason;
    this.connection.close();
    this.connection.standardOutput.resume();
  }
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

/** How the job's process ended: the far end tells a signal as shells do, by 128 and its number. */
function howItEnded({ exitCode, signal }: ConnectionEnd): LinkEnd {
  const number = exitCode === undefined ? 0 : exitCode - 128;
  const ofJob = Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
  return ofJob === undefined ? { exitCode, signal } : { signal: ofJob };
}
