/** `npm run golden [folder]`: replays captured cases (default: test/golden) against the built packages. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './workspace.mjs';

const loader = pathToFileURL(join(root, 'scripts/typescript-loader.mjs')).href;
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['test/golden'];
const { status } = spawnSync(process.execPath, ['--import', loader, join(root, 'test/golden/main.ts'), ...folders], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
