import type { ResolvedCommand } from './resolve-commands.js';

/** Preferences of a `Receive-Job` that shows what a call would show if it were no job. */
interface JobStreamPreferences {
  readonly verbose: true;
  readonly debug: true;
  readonly informationAction?: 'Continue';
}

/**
 * What of the streams of jobs is shown.
 *
 * Verbose and debug records are written by a job only where its own call asks for them. Information is written always, and
 * shown as the call says.
 */
export function shownOfJobs(commands: readonly ResolvedCommand[]): JobStreamPreferences {
  const given = commands.flatMap((command) => command.arguments).find(({ name }) => isInformationAction(name));
  // Whatever else the call says, to stop or to ask, has been done by the job.
  const isShown = typeof given?.value === 'string' && !/^(?:silentlycontinue|ignore)$/iu.test(given.value);
  return { verbose: true, debug: true, ...(isShown ? { informationAction: 'Continue' } : {}) };
}

/** Its alias, or as much of the name as tells it from InformationVariable. */
function isInformationAction(name = ''): boolean {
  return /^(?:infa|informationa(?:c(?:t(?:i(?:on?)?)?)?)?)$/iu.test(name);
}
