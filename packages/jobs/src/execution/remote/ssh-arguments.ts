import type { RemoteTarget } from './remote-target.js';

/** The arguments of `ssh` that run a command on a target, or its subsystem. None of them passes a shell on this side. */
export function sshArguments(target: RemoteTarget, command: string): string[] {
  const { hostName, userName, port, keyFilePath, connectingTimeout = 0, options = {}, subsystem } = target;
  const parameters = ['-T', '-x'];
  // What is given comes first: of several values ssh takes the first.
  for (const [name, value] of Object.entries(options)) parameters.push('-o', `${name}=${value}`);
  parameters.push('-o', 'BatchMode=yes', '-o', 'ServerAliveInterval=15', '-o', 'ServerAliveCountMax=3');
  if (connectingTimeout > 0) parameters.push('-o', `ConnectTimeout=${Math.ceil(connectingTimeout / 1000)}`);
  if (keyFilePath !== undefined) parameters.push('-i', keyFilePath, '-o', 'IdentitiesOnly=yes');
  if (port !== undefined) parameters.push('-p', String(port));
  if (userName !== undefined) parameters.push('-l', userName);
  return subsystem === undefined
    ? [...parameters, '--', hostName, command]
    : [...parameters, '-s', '--', hostName, subsystem];
}
