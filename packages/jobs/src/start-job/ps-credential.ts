import { text } from './text.js';

/**
 * A user, and what proves that it is he: what `-Credential` takes. A name alone will do where that is a text.
 *
 * On platforms with `/etc/passwd` only root may run a job as somebody else, and then needs no password; one that is given
 * is not looked at. It is never part of a text or of JSON.
 *
 * @example
 * const credential = new PSCredential('backup');
 * await session.invoke('Start-Job', { filePath: './backup.ts', credential });
 */
export class PSCredential {
  /**
   * @param userName must not be blank: a TypeError
   * @param password undefined where the platform needs none
   */
  constructor(
    readonly userName: string,
    readonly password: string | undefined = undefined,
  ) {
    if (userName.trim() === '') throw new TypeError(text.emptyUserName);
  }

  /** A user's name alone is a credential without password. Anything else is a TypeError. */
  static from(value: unknown): PSCredential {
    if (typeof value === 'string') return new PSCredential(value);
    throw new TypeError(text.cannotBeCredential);
  }

  /** The name; never the password. */
  toString(): string {
    return this.userName;
  }

  /** The name; never the password. */
  toJSON(): object {
    return { userName: this.userName };
  }
}
