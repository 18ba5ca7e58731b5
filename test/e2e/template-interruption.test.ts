import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../packages/create-cmdlet/bin/create-cmdlet.cjs', import.meta.url));

describe.skipIf(process.platform === 'win32')('create-cmdlet is interrupted while packages are installed', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'interruption-'));
    mkdirSync(join(folder, 'work'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A package manager that begins its work, writes its process id beside, and never ends. */
  function endlessNpm(before = ''): void {
    const npm = join(folder, 'npm');
    writeFileSync(npm, `#!/bin/sh\n${before}\nmkdir node_modules\necho $$ > '${folder}/pid'\nexec sleep 1000\n`);
    chmodSync(npm, 0o755);
  }

  it.each([
    ['SIGINT', 'which ends when it is told', ''],
    ['SIGTERM', 'which ends when it is told', ''],
    ['SIGINT', 'which does not listen', "trap '' TERM"],
  ] as const)('by %s, and leaves neither files nor the installation, %s', async (signal, _title, before) => {
    endlessNpm(before);
    const { npm_execpath: _, npm_config_user_agent: __, ...environment } = process.env;
    const command = spawn(process.execPath, [bin, 'packs/my-own', '--yes'], {
      cwd: join(folder, 'work'),
      env: { ...environment, PATH: `${folder}${delimiter}${environment['PATH'] ?? ''}` },
    });
    let errors = '';
    command.stderr.on('data', (text) => {
      errors += String(text);
    });
    const ended = once(command, 'close');
    await expect.poll(() => readdirSync(folder), { timeout: 30_000 }).toContain('pid');
    await expect.poll(() => readFileSync(join(folder, 'pid'), 'utf8')).toMatch(/\d\n/);
    expect(readdirSync(join(folder, 'work/packs'))).toEqual([expect.stringMatching(/^\.create-cmdlet-/)]);

    command.kill(signal);
    expect((await ended)[0]).toBe(130);
    expect(errors).toBe('Interrupted: Nothing was made.\n');
    expect(readdirSync(join(folder, 'work'))).toEqual([]);
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
