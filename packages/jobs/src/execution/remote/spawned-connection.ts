import { spawn } from 'node:child_process';
import { signalGroup } from '../process/process-group.js';
import type { ConnectionEnd, RemoteConnection } from './remote-transport.js';

/** How long what was written is still read once the program has ended, in milliseconds. */
const LONGEST_WAIT = 500;

/** A connection whose near end is a program that is started here. @param environment default: that of this program */
export function spawnConnection(
  file: string,
  parameters: readonly string[],
  environment?: NodeJS.ProcessEnv,
): RemoteConnection {
  // In a process group of its own: a Ctrl+C that ends a wait is not for it.
  const child = spawn(file, parameters, { stdio: 'pipe', env: environment, detached: true, windowsHide: true });
  child.stdin.on('error', () => undefined); // Its end says it.
  let error: Error | undefined;
  const closed = new Promise<ConnectionEnd>((resolve) => {
    child.once('error', (failure) => {
      error = failure;
      if (child.pid === undefined) resolve({ exitCode: undefined, signal: undefined, error });
    });
    // What ssh leaves behind, the master of shared connections for one, may hold the streams open for ever.
    child.once('exit', () => {
      const timer = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, LONGEST_WAIT);
      child.once('close', () => clearTimeout(timer));
    });
    child.once('close', (exitCode, signal) =>
      resolve({ exitCode: exitCode ?? undefined, signal: signal ?? undefined, error }),
    );
  });
  return {
    standardInput: child.stdin,
    standardOutput: child.stdout,
    standardError: child.stderr,
    closed,
    close() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        signalGroup(child.pid, 'SIGKILL');
      }
    },
  };
}
