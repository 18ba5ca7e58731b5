import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * Sees to it that a process group ends when this process does, however it ends.
 *
 * A job's process ends by itself when its host has gone; one that computes without a pause does not notice. So a shell
 * watches over them: when the pipe to it closes, it gives them some seconds and kills those that are left. There is none
 * on Windows.
 *
 * @param leader id of the process that leads the group
 * @returns takes the process out again: it has ended
 */
export function watchProcess(leader: number): () => void {
  if (process.platform === 'win32') return () => {};
  tell(`+ ${leader}`);
  return () => tell(`- ${leader}`);
}

let warden: ChildProcess | undefined;

function tell(line: string): void {
  warden ??= start();
  warden.stdin?.write(`${line}\n`);
}

function start(): ChildProcess {
  const shell = spawn('/bin/sh', ['-c', WARDEN_SCRIPT], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    env: {},
  });
  const forget = (): void => {
    if (warden === shell) warden = undefined;
  };
  shell.once('error', forget);
  shell.once('exit', forget);
  shell.stdin.on('error', forget);
  shell.unref();
  // A pipe to a child is a socket, though its type does not say so.
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return shell;
}

/** What the shell does: it reads `+` or `-` and the leader of a group, line by line. */
export const WARDEN_SCRIPT = `
watched=
while read -r change leader; do
  left=
  for each in $watched; do [ "$each" = "$leader" ] || left="$left $each"; done
  watched=$left
  [ "$change" = - ] || watched="$watched $leader"
done
[ -n "$watched" ] || exit 0
PATH=/usr/bin:/bin sleep 4
for each in $watched; do kill -s KILL -- "-$each" 2>/dev/null; done
exit 0
`;
