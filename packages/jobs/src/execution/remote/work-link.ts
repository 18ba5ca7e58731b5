import type { Readable, Writable } from 'node:stream';

/** How the far side of a link has ended. */
export interface LinkEnd {
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
  /** Why, where neither tells: it could not be started, for one. */
  readonly reason?: string | undefined;
  readonly cause?: unknown;
  /** Default `2101,PSSessionStateBroken`. */
  readonly errorId?: string | undefined;
}

/**
 * A connection to a place where our own entry file runs: the streams of a spawned child, or of a socket.
 *
 * What comes out of `reading` and goes into `writing` is the protocol and nothing else.
 */
export interface WorkLink {
  /** From the work. */
  readonly reading: Readable;
  /** To the work; may be the same stream. */
  readonly writing: Writable;
  /** What programs print there that did not get descriptors of their own: lines become information records. */
  readonly standardOutput?: Readable | null | undefined;
  /** As well, to standard error: lines become error records, and the last ones are told when the work is lost. */
  readonly standardError?: Readable | null | undefined;
  /** Resolves when the far side has ended, and all that it started; never rejects. */
  readonly ended: Promise<LinkEnd>;
  /** Id of the process that the work runs in, if it runs here. */
  readonly processId?: number | undefined;
  /** Ends the far side and what it has started: mildly, or at once. */
  end(how: 'terminate' | 'kill'): void;
  /** Whether the link keeps this process alive. */
  hold?(alive: boolean): void;
  /**
   * Makes the far side open its inspector, which it tells on standard error. Default: it is asked to by the protocol, which
   * it hears only between two turns of its event loop.
   */
  inspect?(): void;
}
