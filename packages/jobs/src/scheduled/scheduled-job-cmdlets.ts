import { DisableScheduledJob } from './disable-scheduled-job.js';
import { EnableScheduledJob } from './enable-scheduled-job.js';
import { GetScheduledJob } from './get-scheduled-job.js';
import { NewJobTrigger } from './new-job-trigger.js';
import { RegisterScheduledJob } from './register-scheduled-job.js';
import { SetScheduledJob } from './set-scheduled-job.js';
import { UnregisterScheduledJob } from './unregister-scheduled-job.js';

/** The cmdlets for scheduled jobs, for a pack. */
export const scheduledJobCmdlets = [
  NewJobTrigger,
  RegisterScheduledJob,
  GetScheduledJob,
  SetScheduledJob,
  UnregisterScheduledJob,
  EnableScheduledJob,
  DisableScheduledJob,
] as const;
