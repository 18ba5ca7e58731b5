import type { Frame } from './frame.js';

/** Why a channel has closed; undefined where the other side just went. */
export type CloseReason = Error | undefined;

/** Carries frames both ways, in order. */
export interface Channel {
  /** Whether values travel as they are, being cloned on the way; else frames are bytes. */
  readonly clones: boolean;
  /** Sends a frame; its bytes, or value, must not be used any more. Nothing happens once the channel is closed. */
  send(frame: Frame): void;
  /** Frames that are sent meanwhile leave together. */
  together(send: () => void): void;
  /** Who is told of frames, and once of the end. */
  listen(frameCame: (frame: Frame) => void, closed: (reason: CloseReason) => void): void;
  /** Bytes that were sent and have not left yet. */
  readonly pending: number;
  /** Resolves when all that was sent has left, or never will. */
  drained(): Promise<void>;
  /** Whether the channel keeps the process alive. */
  hold(alive: boolean): void;
  close(): void;
}
