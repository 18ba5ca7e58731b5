import { version } from '../package.json';

/** The version of the command, and of the packages that its templates depend on. */
export const ownVersion: string = version;
