import { join } from 'node:path';
import type { Pack } from '@cmdlet/core';
import { jobPack, ScheduledJobSettings } from '@cmdlet/jobs';

/**
 * The cmdlets of jobs and what they need. Scheduled jobs are kept where `XDG_DATA_HOME` says.
 *
 * Nothing starts them by their schedule: one command line is over too soon for that.
 */
export function jobSupport(environment: Readonly<Record<string, string | undefined>>): Pack {
  const data = environment['XDG_DATA_HOME'];
  // A path that is not absolute is invalid and ignored, as the specification of the variable has it.
  if (data?.startsWith('/') !== true) return jobPack;
  const settings = new ScheduledJobSettings({ directory: join(data, 'cmdlet', 'scheduled-jobs') });
  return { ...jobPack, services: [...(jobPack.services ?? []), [ScheduledJobSettings, settings]] };
}
