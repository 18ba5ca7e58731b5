import { GetJob } from './get-job.js';
import { ReceiveJob } from './receive-job.js';
import { RemoveJob } from './remove-job.js';
import { StopJob } from './stop-job.js';
import { WaitJob } from './wait-job.js';

/** The `*-Job` cmdlets, for a pack. */
export const jobCmdlets = [GetJob, ReceiveJob, WaitJob, StopJob, RemoveJob] as const;
