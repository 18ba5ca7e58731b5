import { copyFileSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { childEntryPath, threadEntryPath } from '../../../packages/jobs/src/execution/child-entry.js';

const root = path.join(import.meta.dirname, '../../..');

/** Makes a file that Node runs of a program of the sources, for tests that need a process which may break. */
export function bundleProgram(entry: URL): string {
  const { buildSync } = createRequire(path.join(root, 'packages/jobs/package.json'))(
    'esbuild',
  ) as typeof import('esbuild');
  const folder = mkdtempSync(path.join(tmpdir(), 'program-'));
  const outfile = path.join(folder, 'program.cjs');
  buildSync({
    entryPoints: [entry.pathname],
    outfile,
    alias: { '@cmdlet/core': path.join(root, 'packages/core/src/index.ts') },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    tsconfig: path.join(root, 'packages/tsconfig.build.json'),
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'error',
  });
  // The entry of jobs is looked for beside the program.
  copyFileSync(childEntryPath(), path.join(folder, 'child.cjs'));
  copyFileSync(threadEntryPath(), path.join(folder, 'thread.cjs'));
  return outfile;
}
