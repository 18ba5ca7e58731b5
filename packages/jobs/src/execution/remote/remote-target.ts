/** A computer, and how it is reached. */
export interface RemoteTarget {
  /** Name or address. */
  readonly hostName: string;
  /** Default: as the configuration of `ssh` says, else the user who runs this program. */
  readonly userName?: string | undefined;
  /** Default: as the configuration of `ssh` says, else 22. */
  readonly port?: number | undefined;
  /** Path of a private key. Default: those that `ssh` finds, and its agent. */
  readonly keyFilePath?: string | undefined;
  /** How long connecting may take, in milliseconds; default, also for 0 and less: no limit. */
  readonly connectingTimeout?: number | undefined;
  /** Options of `ssh`, as `-o` takes them. */
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** Name of a subsystem of the server that runs the entry of jobs. Default: it is sent to the `node` there. */
  readonly subsystem?: string | undefined;
}
