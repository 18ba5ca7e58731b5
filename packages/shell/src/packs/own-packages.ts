import * as core from '@cmdlet/core';
import manifest from '../../package.json';

/** Versions of the packages that the command is made of; they are released together. */
export const ownVersion: string = manifest.version;

/** What the command has loaded, or can load at once, of the packages that it shares with packs. */
export const ownPackages: Readonly<Record<string, () => object>> = { '@cmdlet/core': () => core };
