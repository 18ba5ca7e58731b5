/** Why a channel has closed; undefined where the other side just went. */
export type CloseReason = Error | undefined;

/** Carries frames both ways, in order. */
export interface Channel {
  /** Sends a frame; its bytes must not be used any more. Nothing happens once the channel is closed. */
  send(frame: Uint8Array): void;
  /** Who is told of frames, and once of the end. */
  listen(frameCame: (frame: Uint8Array) => void, closed: (reason: CloseReason) => void): void;
  /** Bytes that were sent and have not left yet. */
  readonly pending: number;
  /** Resolves when all that was sent has left, or never will. */
  drained(): Promise<void>;
  /** Whether the channel keeps the process alive. */
  hold(alive: boolean): void;
  close(): void;
}
