import { resolve } from 'node:path';
import { defaultScheduledJobDirectory } from './data-directory.js';
import { type FileSystem, nodeFileSystem } from './file-system.js';
import { currentSystemSession, type SystemSession } from './system-session.js';

/** Where and how scheduled jobs are kept; all of it has a default. */
export interface ScheduledJobOptions {
  /** Absolute path, or relative to the current directory of now. It is made when something is stored in it. Default: where the platform keeps the data of a user's programs. */
  readonly directory?: string;
  /** Default: the files of this computer. */
  readonly fileSystem?: FileSystem;
  /** What counts as one start of the computer and one log on. Default: what the platform tells. */
  readonly systemSession?: SystemSession;
}

/**
 * The settings of a session's scheduled jobs.
 *
 * @example
 * const settings = new ScheduledJobSettings({ directory: '/var/lib/backup/jobs' });
 * const session = await Session.create({ packs: [jobPack], services: [[ScheduledJobSettings, settings]] });
 */
export class ScheduledJobSettings {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  #systemSession: SystemSession | undefined;

  constructor(options: ScheduledJobOptions = {}) {
    this.directory = resolve(options.directory ?? defaultScheduledJobDirectory());
    this.fileSystem = options.fileSystem ?? nodeFileSystem;
    this.#systemSession = options.systemSession;
  }

  /** What counts as one start of the computer and one log on. The platform is asked when that is first needed. */
  get systemSession(): SystemSession {
    this.#systemSession ??= currentSystemSession();
    return this.#systemSession;
  }
}
