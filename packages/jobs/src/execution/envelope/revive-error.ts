import { text } from '../text.js';

/** What a class registered to make its instances has thrown. */
export class ReviveError extends Error {
  override name = 'ReviveError';
  constructor(className: string, cause: unknown) {
    super(text.notRevived(className, cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}
