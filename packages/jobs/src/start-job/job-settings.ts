import { SERVICE_NAME } from '../service-name.js';
import { checkLimit } from './check-limit.js';
import { currentRuntime, type NodeRuntime } from './node-runtime.js';

/** How jobs are run in a session; all of it has a default. */
export interface JobOptions {
  /** How many jobs of `Start-Job` work at the same time, 1 or more; the others are NotStarted. Default 32. */
  readonly processLimit?: number;
  /** How many jobs of `Start-ThreadJob` work at the same time, 1 or more, unless `-ThrottleLimit` says otherwise. Default 5. */
  readonly threadLimit?: number;
  /** The Node executables that `-PSVersion` and `-RunAs32` choose from; the first is the default. Default: this one. */
  readonly runtimes?: readonly NodeRuntime[];
  /** Whether another exit code than 0 makes a job Failed. Default false: it is Completed, and the code is on the job. */
  readonly failOnExitCode?: boolean;
}

/**
 * The settings of a session's jobs.
 *
 * @example
 * const settings = new JobSettings({ processLimit: 8 });
 * const session = await Session.create({ packs: [jobPack], services: [[JobSettings, settings]] });
 */
export class JobSettings {
  static {
    Object.defineProperty(JobSettings, SERVICE_NAME, { value: 'JobSettings' });
  }

  readonly processLimit: number;
  readonly threadLimit: number;
  readonly runtimes: readonly NodeRuntime[];
  readonly failOnExitCode: boolean;

  /** @throws CmdletException `ArgumentOutOfRange` for a limit that is no whole number of 1 or more */
  constructor(options: JobOptions = {}) {
    this.processLimit = checkLimit('processLimit', options.processLimit ?? 32);
    this.threadLimit = checkLimit('threadLimit', options.threadLimit ?? 5);
    this.runtimes = options.runtimes ?? [currentRuntime()];
    this.failOnExitCode = options.failOnExitCode ?? false;
  }
}
