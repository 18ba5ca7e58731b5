import type { JobScript } from './job-script.js';

/** A case's script in TypeScript. What it writes, and what its commands report, is compared with what was captured. */
export type JobPort = (script: JobScript) => Promise<void> | void;

/** Ports by the ids of their cases. */
export type JobPorts = Readonly<Record<string, JobPort>>;
