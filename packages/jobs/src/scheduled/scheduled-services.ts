import { inject, JobManager } from '@cmdlet/core';
import { JobScheduler } from './job-scheduler.js';
import { ScheduledJobSettings } from './scheduled-job-settings.js';
import { ScheduledJobs } from './scheduled-jobs.js';

/** What scheduled jobs need, for a pack: with it their runs are among the jobs that the `*-Job` cmdlets find. */
export const scheduledServices = [
  ScheduledJobSettings,
  ScheduledJobs,
  JobScheduler,
  {
    token: JobManager,
    factory: (): JobManager => {
      const manager = new JobManager();
      manager.register(inject(ScheduledJobs).adapter);
      return manager;
    },
  },
] as const;
