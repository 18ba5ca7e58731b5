import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { startProgram, streamsOf } from './start-program.js';

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
  watched.add(leader);
  tell(`+ ${leader}`);
  return () => {
    watched.delete(leader);
    tell(`- ${leader}`);
  };
}

/** What a new warden has to be told: the one before may have been killed, or could not be started. */
const watched = new Set<number>();
let warden: ChildProcess | undefined;

function tell(line: string): void {
  if (warden !== undefined) write(`${line}\n`);
  else if (watched.size > 0) {
    warden = start();
    write([...watched].map((leader) => `+ ${leader}\n`).join(''));
  }
}

/** A child for which there were no descriptors left has no streams. */
function write(lines: string): void {
  (streamsOf(warden as ChildProcess)[0] as Writable | undefined)?.write(lines);
}

function start(): ChildProcess {
  const shell = startProgram('/bin/sh', ['-c', WARDEN_SCRIPT], {
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
  const [pipe] = streamsOf(shell);
  pipe?.on('error', forget);
  shell.unref();
  // A pipe to a child is a socket, though its type does not say so.
  if (pipe instanceof Socket) pipe.unref();
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
