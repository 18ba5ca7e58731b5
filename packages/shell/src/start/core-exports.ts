import * as core from '@cmdlet/core';

/** What packs and other parts have as `@cmdlet/core`. The build puts a module here that makes it when it is asked for. */
export const coreExports = (): object => core;
