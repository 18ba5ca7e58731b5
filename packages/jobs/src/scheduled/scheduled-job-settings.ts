import { defaultScheduledJobDirectory } from './data-directory.js';
import { type FileSystem, nodeFileSystem } from './file-system.js';

/** Where and how scheduled jobs are kept; all of it has a default. */
export interface ScheduledJobOptions {
  /** Absolute path. It is made when something is stored in it. Default: where the platform keeps the data of a user's programs. */
  readonly directory?: string;
  /** Default: the files of this computer. */
  readonly fileSystem?: FileSystem;
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

  constructor(options: ScheduledJobOptions = {}) {
    this.directory = options.directory ?? defaultScheduledJobDirectory();
    this.fileSystem = options.fileSystem ?? nodeFileSystem;
  }
}
