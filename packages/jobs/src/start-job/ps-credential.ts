import { text } from './text.js';

/** A user, and what proves that it is he. */
export class PSCredential {
  /** @param userName @param password undefined where the platform needs none */
  constructor(
    readonly userName: string,
    readonly password: string | undefined = undefined,
  ) {
    if (userName.trim() === '') throw new TypeError(text.emptyUserName);
  }

  /** A user's name alone is a credential without password. */
  static from(value: unknown): PSCredential {
    if (typeof value === 'string') return new PSCredential(value);
    throw new TypeError(text.cannotBeCredential);
  }

  /** The name; never the password. */
  toString(): string {
    return this.userName;
  }

  toJSON(): object {
    return { userName: this.userName };
  }
}
