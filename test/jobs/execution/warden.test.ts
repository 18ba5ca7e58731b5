import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { WARDEN_SCRIPT } from '../../../packages/jobs/src/execution/process/warden.js';

/** A process that leads a group and says nothing more. */
function looping() {
  return spawn(process.execPath, ['-e', 'for (;;);'], { detached: true, stdio: 'ignore' });
}

it('kills the groups that are left when its input ends, and those only', async () => {
  const watched = looping();
  const released = looping();
  const warden = spawn('/bin/sh', ['-c', WARDEN_SCRIPT.replace('sleep 4', ':')], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = new Promise<string | null>((resolve) => watched.once('exit', (_code, signal) => resolve(signal)));
  warden.stdin.write(`+ ${watched.pid}\n+ ${released.pid}\n- ${released.pid}\n`);
  warden.stdin.end();
  expect(await ended).toBe('SIGKILL');
  expect(released.exitCode).toBeNull();
  expect(released.signalCode).toBeNull();
  const over = new Promise((resolve) => released.once('exit', resolve));
  released.kill('SIGKILL');
  await over;
});

it('ends at once where nothing is left to be watched', async () => {
  const program = spawn(
    '/bin/sh',
    ['-c', `${WARDEN_SCRIPT.replace('sleep 4', ':').replace('exit 0\n', 'echo none; exit 0\n')}`],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  program.stdin.write('+ 999999\n- 999999\n');
  program.stdin.end();
  expect((await lines.next()).value).toBe('none');
});
