import type { BindingOptions, JobSink } from '@cmdlet/core';

/** Where work can run. */
export type ExecutorKind = 'inline' | 'thread' | 'process' | 'remote';

/** Code that can be sent to where it runs. */
export type WorkSource =
  /** Text of a function that takes a `ScriptBlockContext`. `file` is where it was written: its imports are resolved from there. */
  | { readonly kind: 'function'; readonly text: string; readonly file?: string | undefined }
  /** A module whose default export is such a function, by absolute path. */
  | { readonly kind: 'module'; readonly path: string }
  /** A live function: only the inline executor takes it. */
  | { readonly kind: 'live'; readonly run: (context: never) => unknown }
  /** A cmdlet class that a module exports, to be invoked with parameters. */
  | {
      readonly kind: 'cmdlet';
      /** URL of the module. */
      readonly module: string;
      readonly exportName: string;
      readonly parameters: Readonly<Record<string, unknown>>;
      /** Whether `input` goes down the pipeline into the cmdlet. */
      readonly expectingInput: boolean;
      /** How the session binds that it is invoked in. */
      readonly binding?: BindingOptions | undefined;
    };

/** One piece of work with everything that it takes along. */
export interface WorkRequest {
  readonly source: WorkSource;
  /** Runs before, to its end; its output is none of the results. What it throws or writes as error fails the work. */
  readonly initialization?: WorkSource | undefined;
  readonly args: readonly unknown[];
  readonly using: Readonly<Record<string, unknown>>;
  /** Read only as fast as the work reads it. Undefined is the empty input. */
  readonly input?: AsyncIterable<unknown> | undefined;
  /** Absolute path. Default: the caller's at the time of the call. An inline or thread executor does not change it for the process: scripts see it in `process.cwd()` where that can be, else not. */
  readonly workingDirectory?: string | undefined;
  /** Environment of a process; default: the caller's at the time of the call. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Shown when something goes wrong with the work itself. */
  readonly name?: string | undefined;
  /** Instance id of the job, for {@link getOrigin} of what it writes. */
  readonly jobInstanceId?: string | undefined;
}

/** How work ended by itself; how it failed is a rejection. */
export interface WorkResult {
  /** Of `exit(n)`, or of the process; undefined for work that just returned. */
  readonly exitCode: number | undefined;
}

/** Work that goes on. */
export interface Execution {
  /**
   * Resolves when the work has ended and all its records stand in the sink, and nothing of it runs any more. Rejects with
   * the reason of the failure: what the script threw, or a `WorkLostException` when thread, process or connection ended
   * by itself, at once, with exit code and signal.
   */
  readonly finished: Promise<WorkResult>;
  /** Ends it by force, natives included, with a chance to clean up where there is one; resolves when nothing runs any more. Idempotent. */
  terminate(): Promise<void>;
  /** Ends it at once, natives included; resolves when nothing runs any more. Absent where {@link terminate} is as hard. */
  kill?(): Promise<void>;
  /** Id of the process that the work runs in, once there is one of its own. */
  readonly processId: number | undefined;
  /** Starts the inspector where the work runs; resolves with its URL. Absent where that cannot be. */
  openInspector?(): Promise<string>;
}

/**
 * Runs work somewhere. One contract for all of them; one contract test suite.
 *
 * Records are written to the sink in the order in which the work wrote them, and the work waits while the sink makes it
 * wait. `sink.signal` asks the work to end; an executor never ends it by force by itself: whoever owns the job does,
 * after the grace period, by {@link Execution.terminate}. Questions of the work go to `sink.host`.
 */
export interface Executor {
  readonly kind: ExecutorKind;
  /** Where it runs, for people: `localhost`, `PowerShell`, a host's name. */
  readonly location: string;
  /** Begins the work. Throws only for what is wrong with the request itself; what goes wrong with starting is a failure of the work. */
  execute(request: WorkRequest, sink: JobSink): Execution;
}
