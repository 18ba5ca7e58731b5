import { SERVICE_NAME } from '../run/service-token.js';
import type { Job } from './job.js';

/** Work that is to be done for many records at the same time. */
export interface ParallelRequest {
  /** Is called for each record, elsewhere: it does not see the variables of the place where it was written. */
  readonly block: (record: never, context: never) => unknown;
  /** Values that the caller hands over by name; none may be a function. */
  readonly using: Readonly<Record<string, unknown>>;
  /** How many records are worked on at the same time, 1 or more. */
  readonly throttleLimit: number;
  /** Whether each record gets an environment that has run nothing before. */
  readonly useNewRunspace: boolean;
  /** Absolute path of the directory that the work begins in; default: that of the process. */
  readonly workingDirectory?: string | undefined;
}

/** A job with one child per record. It goes on until it is told that no more records come. */
export interface ParallelJob extends Job {
  /** How many environments were made to run the work in. */
  readonly allocatedRunspaceCount: number;
  /** Makes a child for a record; it works when it is its turn. */
  add(record: unknown): Job;
  /** No more records come: the job ends with its last child. */
  close(): void;
}

/**
 * Does work for many records in parallel, as `ForEach-Object -Parallel` wants it. A service of the session: the pack of
 * `@cmdlet/jobs` provides it.
 */
export abstract class ParallelExecutor {
  static {
    Object.defineProperty(ParallelExecutor, SERVICE_NAME, { value: 'ParallelExecutor' });
  }

  /**
   * Reads the work; what is wrong with it is thrown here, before there is a job.
   *
   * @returns makes a job, Running and without children, that is a job of the session or, `hidden`, nobody's but the caller's
   */
  abstract prepare(request: ParallelRequest): Promise<(options: { readonly hidden: boolean }) => ParallelJob>;
}
