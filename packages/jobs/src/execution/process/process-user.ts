/** A user that a process can be run as. */
export interface ProcessUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
  /** Path of the home directory. */
  readonly home: string;
}
