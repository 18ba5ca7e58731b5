import type { Readable, Writable } from 'node:stream';
import type { RemoteTarget } from './remote-target.js';

/** How a connection has ended. */
export interface ConnectionEnd {
  /** Of the program at the other end, or what the transport says instead of one; undefined if it never began. */
  readonly exitCode: number | undefined;
  /** Name of the signal that ended the near end. */
  readonly signal: string | undefined;
  /** Why it could not be opened at all. */
  readonly error: Error | undefined;
}

/** A program at the other end, with its standard streams. */
export interface RemoteConnection {
  readonly standardInput: Writable;
  readonly standardOutput: Readable;
  readonly standardError: Readable;
  /** Resolves when it is over; never rejects. */
  readonly closed: Promise<ConnectionEnd>;
  /** Cuts it. */
  close(): void;
}

/** Opens connections to other computers. A session may have one of its own, as a service. */
export abstract class RemoteTransport {
  /** Exit code that says that the connection failed, and not the program at the other end. */
  abstract readonly failureCode: number | undefined;
  /**
   * Runs JavaScript in the `node` of a computer, or the subsystem of the target, which has to be the entry of jobs.
   * Throws for nothing: what goes wrong is the end of the connection.
   *
   * @param program text without line breaks and without `"`, `$`, `\`, backticks, `!` and `%`, so that every shell leaves it as it is
   */
  abstract connect(target: RemoteTarget, program: string): RemoteConnection;
}
