import { CmdletException } from '@cmdlet/core';
import { text } from '../text.js';

/** A pack cannot be read or loaded. Category ObjectNotFound. */
export class PackError extends CmdletException {
  override name = 'PackError';
  constructor(message: string, errorId: string, directory: string, cause?: unknown) {
    super(message, { errorId, category: 'ObjectNotFound', target: directory, cause });
  }

  /** What went wrong with a pack, as an error that names it. */
  static from(error: unknown, directory: string): PackError {
    if (error instanceof PackError) return error;
    return new PackError(text.unreadablePack(directory, messageOf(error)), 'UnreadablePack', directory, error);
  }

  /** A module that holds commands of a pack threw while it was loaded. */
  static ofModule(error: unknown, pack: string): PackError {
    if (error instanceof PackError) return error;
    return new PackError(text.packThrew(pack, text.aModule, messageOf(error)), 'PackLoadFailed', pack, error);
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
