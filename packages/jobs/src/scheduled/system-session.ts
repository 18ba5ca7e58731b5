import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform, uptime, userInfo } from 'node:os';
import { bootId } from './process-start.js';

/** What tells one start of the computer, and one log on of its user, from the others: for `AtStartup` and `AtLogOn`. */
export interface SystemSession {
  /** Another one for each start of the computer. */
  readonly boot: string;
  /**
   * Another one for each log on. Linux numbers them where it audits them; elsewhere the first scheduler of the user after
   * each start of the computer counts as his log on.
   */
  readonly logOn: string;
  /** The user who runs this program. */
  readonly userName: string;
}

/** That of this program. */
export function currentSystemSession(): SystemSession {
  const boot = currentBoot();
  const { username: userName } = userInfo();
  return { boot, logOn: `${boot}-${auditSession() ?? userName}`, userName };
}

function currentBoot(): string {
  try {
    if (platform() === 'linux') return bootId();
    if (platform() === 'darwin') {
      const time = execFileSync('/usr/sbin/sysctl', ['-n', 'kern.boottime'], { encoding: 'utf8' });
      const seconds = /sec = (\d+)/.exec(time)?.[1];
      if (seconds !== undefined) return seconds;
    }
  } catch {
    // Then by how long the computer has been running.
  }
  // Clocks are set, and so the time of the start that is worked out moves a little.
  return String(Math.round((Date.now() - uptime() * 1000) / BOOT_GRAIN));
}

/** Computers are not started more often, in milliseconds. */
const BOOT_GRAIN = 600_000;

function auditSession(): string | undefined {
  try {
    const session = readFileSync('/proc/self/sessionid', 'utf8').trim();
    return session === UNSET ? undefined : session;
  } catch {
    return undefined;
  }
}

const UNSET = String(2 ** 32 - 1);
