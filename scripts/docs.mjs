/** `npm run docs`: writes the reference pages of our own cmdlets, docs/reference, from the indexes that the command carries. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const command = join(root, 'packages/shell/bin/cmdlet.cjs');
for (const pack of ['jobs', 'utility']) {
  const index = join(root, `packages/shell/dist/parts/${pack}.json`);
  const output = join(root, 'docs/reference', pack);
  const { status } = spawnSync(process.execPath, [command, 'docs', '--index', index, '--output', output], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
