import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/**
 * Where scheduled jobs and their results are kept unless somebody says otherwise: the place that the platform has for the
 * data of a user's programs. Environment variables are not asked; whoever honours them says so in `ScheduledJobSettings`.
 */
export function defaultScheduledJobDirectory(): string {
  return join(homedir(), ...userData(), 'cmdlet', 'scheduled-jobs');
}

function userData(): readonly string[] {
  switch (platform()) {
    case 'win32':
      return ['AppData', 'Local'];
    case 'darwin':
      return ['Library', 'Application Support'];
    default:
      return ['.local', 'share'];
  }
}
