import type { PackageManager } from '../programs/package-manager.js';
import type { Template } from './template.js';

/** Everything that is known before anything is made. */
export interface PackPlan {
  /** Where the pack is to be. Absolute. */
  readonly folder: string;
  /** Name of the npm package, and of the pack. */
  readonly name: string;
  readonly template: Template;
  readonly packageManager: PackageManager;
  /** A folder of packed packages that the pack is to depend on. Absolute. */
  readonly packages: string | undefined;
  readonly install: boolean;
  /** Whether to make a git repository. */
  readonly git: boolean;
}
