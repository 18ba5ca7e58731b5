import { definePack, JobManager } from '@cmdlet/core';
import { jobCmdlets } from './job-cmdlets.js';

/**
 * The `*-Job` cmdlets and what they need.
 *
 * @example
 * const session = await Session.create({ packs: [jobPack] });
 */
export const jobPack = definePack({
  name: '@cmdlet/jobs',
  description: 'Cmdlets that get, receive, await, stop and remove background jobs.',
  cmdlets: jobCmdlets,
  services: [JobManager],
});
