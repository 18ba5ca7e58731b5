import manifest from '../../package.json';
import { coreExports } from '../start/core-exports.js';

/** Stands in for `own-packages.ts` in the parts of the command: there, `require` loads other parts. */
export const ownVersion: string = manifest.version;

export const ownPackages: Readonly<Record<string, () => object>> = {
  '@cmdlet/core': coreExports,
  '@cmdlet/jobs': () => require('@cmdlet/jobs') as object,
  '@cmdlet/utility': () => require('@cmdlet/utility') as object,
};
