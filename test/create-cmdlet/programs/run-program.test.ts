import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../../packages/create-cmdlet/src/programs/run-program.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'run-program-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const node = (code: string, signal = new AbortController().signal) =>
  runProgram([process.execPath, '-e', code], { directory, environment: { WHO: 'me' }, signal, grace: 200 });

describe('runProgram', () => {
  it('gives what the program wrote, and its exit code', async () => {
    expect(await node('console.log(process.cwd()); console.error(process.env.WHO); process.exitCode = 3')).toEqual({
      exitCode: 3,
      output: `${directory}\nme\n`,
    });
  });

  it('says when a signal ended the program', async () => {
    expect((await node('process.kill(process.pid, "SIGKILL")')).exitCode).toBeUndefined();
  });

  it('rejects for a program that is not there', async () => {
    const signal = new AbortController().signal;
    const running = runProgram(['no-such-program'], { directory, environment: {}, signal });
    await expect(running).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('starts nothing after an interruption', async () => {
    const reason = new Error('enough');
    await expect(node('', AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it.each([
    ['ends by itself', ''],
    ['ignores the signal', "process.on('SIGTERM', () => {});"],
  ])('ends a program that %s, with what it has started', async (_title, handler) => {
    const interruption = new AbortController();
    const started = once(watch(directory), 'change');
    const code = `${handler} setInterval(() => {}, 1e6);
      const child = require('node:child_process').spawn(process.execPath, ['-e', '${handler.replaceAll("'", '"')} setInterval(() => {}, 1e6)']);
      child.once('spawn', () => require('node:fs').writeFileSync('pids', process.pid + ' ' + child.pid));`;
    const running = node(code, interruption.signal);
    await started;
    const pids = await contentOf('pids');
    const reason = new Error('enough');
    interruption.abort(reason);
    await expect(running).rejects.toBe(reason);
    for (const pid of pids.split(' ').map(Number)) await expect.poll(() => isRunning(pid)).toBe(false);
  });

  /** A file that is being written, when it is. */
  async function contentOf(file: string): Promise<string> {
    await expect.poll(() => readFileSync(join(directory, file), 'utf8')).toMatch(/\d+ \d+/);
    return readFileSync(join(directory, file), 'utf8');
  }
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended and that nobody has asked for is a zombie.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
