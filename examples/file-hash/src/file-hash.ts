/** What a file contains, as a number that no other content has. */
export class FileHash {
  constructor(
    readonly algorithm: Algorithm,
    /** In hexadecimal. */
    readonly hash: string,
    readonly path: string,
    /** In bytes. */
    readonly length: number,
  ) {}

  toString(): string {
    return `${this.hash}  ${this.path}`;
  }
}

export const algorithms = ['SHA1', 'SHA256', 'SHA384', 'SHA512', 'MD5'] as const;

export type Algorithm = (typeof algorithms)[number];
