import { definePack } from '@cmdlet/core';
import { EventManager } from './event/event-manager.js';
import { remoteServices } from './invoke-command/remote-services.js';
import { jobCmdlets } from './job-cmdlets.js';
import { scheduledServices } from './scheduled/scheduled-services.js';
import { startServices } from './start-job/start-services.js';

/**
 * The `*-Job` cmdlets and what they need.
 *
 * @example
 * const session = await Session.create({ packs: [jobPack] });
 */
export const jobPack = definePack({
  name: '@cmdlet/jobs',
  description: 'Cmdlets that start, get, receive, await, stop and remove background jobs.',
  cmdlets: jobCmdlets,
  services: [...scheduledServices, EventManager, ...remoteServices, ...startServices],
});
