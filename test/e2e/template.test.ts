import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js');

it('templates/pack compiles and passes its own tests', async () => {
  // Inside the repository, so that it finds the packages as an example does.
  const parent = join(root, 'test/e2e/dist');
  mkdirSync(parent, { recursive: true });
  const pack = mkdtempSync(join(parent, 'pack-'));
  try {
    cpSync(join(root, 'templates/pack'), pack, { recursive: true });
    await run(process.execPath, [tsc], { cwd: pack });
    const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env;
    const { stdout } = await run(process.execPath, ['--test', 'dist/test/get-greeting.test.js'], { cwd: pack, env });
    expect(stdout).toMatch(/# pass 8\n|ℹ pass 8\n/);
  } finally {
    rmSync(pack, { recursive: true, force: true });
  }
});
