import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Measure } from './measure.js';

/**
 * Runs a file of this folder, which prints its measures, in a process of its own without the loader of TypeScript: the
 * threads that it starts would load that too, and all differences between them would look small.
 */
export async function measureInOwnProcess(name: string, ...wanted: string[]): Promise<Measure[]> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const file = path.join(root, 'node_modules/.cache/cmdlet-bench', name.replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [path.join(root, 'bench', name)],
    outfile: file,
    bundle: true,
    packages: 'external',
    // Without its paths, which lead to the sources.
    tsconfigRaw: {},
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const child = spawn(process.execPath, ['--expose-gc', file, ...wanted], { stdio: 'inherit' });
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}.`);
  return [];
}
