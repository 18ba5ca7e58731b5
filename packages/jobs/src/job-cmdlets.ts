import { DebugJob } from './debug/debug-job.js';
import { eventCmdlets } from './event/event-cmdlets.js';
import { GetJob } from './get-job.js';
import { InvokeCommand } from './invoke-command/invoke-command.js';
import { ReceiveJob } from './receive-job.js';
import { RemoveJob } from './remove-job.js';
import { scheduledJobCmdlets } from './scheduled/scheduled-job-cmdlets.js';
import { StartJob } from './start-job/start-job.js';
import { StopJob } from './stop-job.js';
import { ResumeJob } from './suspend/resume-job.js';
import { SuspendJob } from './suspend/suspend-job.js';
import { StartThreadJob } from './thread-job/start-thread-job.js';
import { WaitJob } from './wait-job.js';

/** The `*-Job` cmdlets, for a pack. */
export const jobCmdlets = [
  StartJob,
  StartThreadJob,
  GetJob,
  ReceiveJob,
  WaitJob,
  StopJob,
  RemoveJob,
  SuspendJob,
  ResumeJob,
  DebugJob,
  InvokeCommand,
  ...eventCmdlets,
  ...scheduledJobCmdlets,
] as const;
