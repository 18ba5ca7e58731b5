import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';

/**
 * When a process began, as a text that no other process with the same id had or will have; undefined if it is not there,
 * or the platform does not tell, as Windows.
 */
export function processStart(processId: number): string | undefined {
  try {
    switch (platform()) {
      case 'linux':
        return `${bootId()}/${startTicks(processId)}`;
      case 'win32':
        return undefined;
      default:
        return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(processId)], {
          encoding: 'utf8',
          env: { LC_ALL: 'C', TZ: 'UTC' },
          stdio: ['ignore', 'pipe', 'ignore'],
        }).trim();
    }
  } catch {
    return undefined;
  }
}

/** The id that Linux gives to each time that it is booted. Throws elsewhere. */
export function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** The name of the program is in brackets, and may hold blanks and brackets itself; the fields after it do not. */
function startTicks(processId: number): string {
  const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields[START_AFTER_NAME];
  if (ticks === undefined) throw new SyntaxError(stat);
  return ticks;
}

/** Of `starttime`, field 22, from `state`, field 3; see proc(5). */
const START_AFTER_NAME = 19;
