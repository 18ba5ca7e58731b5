/**
 * @packageDocumentation
 * The `*-Job` cmdlets: find, receive, await, stop and remove background jobs.
 */

export { GetJob } from './get-job.js';
export { jobPack } from './job-pack.js';
export { JobStateEventArgs } from './job-state-event-args.js';
export { ReceiveJob } from './receive-job.js';
export { RemoveJob } from './remove-job.js';
export { StopJob } from './stop-job.js';
export { WaitJob } from './wait-job.js';
