/** A file in a folder. */
export class FolderFile {
  constructor(
    /** The whole path. */
    readonly fullName: string,
    /** The folder it is in. */
    readonly folder: string,
    readonly name: string,
    /** In bytes. */
    readonly length: number,
  ) {}

  toString(): string {
    return this.fullName;
  }
}
