import type { ScheduledJobTrigger } from './job-trigger.js';
import type { ScheduledJobDefinition } from './scheduled-job-definition.js';
import type { ScheduledJobStore } from './scheduled-job-store.js';
import type { SystemSession } from './system-session.js';

/**
 * Those triggers of a definition that mean that the computer has started, or that this user has logged on, if nobody has
 * taken that yet. From now on somebody has: whoever asks again gets none until the next time.
 */
export async function claimedTriggers(
  definition: ScheduledJobDefinition,
  store: ScheduledJobStore,
  system: SystemSession,
): Promise<ScheduledJobTrigger[]> {
  const claimed: ScheduledJobTrigger[] = [];
  for (const [frequency, id] of [
    ['AtStartup', system.boot],
    ['AtLogOn', system.logOn],
  ] as const) {
    const triggers = definition.jobTriggers.filter(
      (trigger) => trigger.enabled && trigger.frequency === frequency && isMeant(trigger, system),
    );
    if (triggers.length > 0 && (await store.claim(definition, frequency, id))) claimed.push(...triggers);
  }
  return claimed;
}

function isMeant({ user }: ScheduledJobTrigger, { userName }: SystemSession): boolean {
  return user === undefined || user.toLowerCase() === userName.toLowerCase();
}
