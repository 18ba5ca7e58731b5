import type { CommandNames, IndexFile, Pack } from '@cmdlet/core';

/** A pack of which nothing is loaded yet. */
export interface PackSource {
  /** Name of the package. */
  readonly name: string;
  /** Whether its commands may ask for services of `@cmdlet/jobs`. */
  readonly needsJobs: boolean;
  /** Names of its commands as they are called; undefined for a pack that has to be loaded to be known. */
  names(): readonly CommandNames[] | undefined;
  /** Its index; undefined for a pack that has none that fits. */
  index(): IndexFile | undefined;
  /**
   * Loads the pack, once.
   *
   * @throws PackError
   */
  load(): Promise<Pack>;
}
