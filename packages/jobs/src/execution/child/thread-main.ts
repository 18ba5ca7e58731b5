import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';
import { CompiledCode } from './compiled-code.js';

/**
 * Entry of a thread: runs `child.cjs` from what another thread has compiled of it, or leaves there, at its own end, what it
 * has compiled itself.
 */
// Not imported: to copy its names takes time.
const worker = require('node:worker_threads') as {
  readonly parentPort: MessagePort;
  workerData: SharedArrayBuffer | null;
};
const shared = new CompiledCode(worker.workerData as SharedArrayBuffer);
// The work is not to find it.
worker.workerData = null;
const file = join(__dirname, 'child.cjs');
const cachedData = shared.read();
const names = 'exports, require, module, __filename, __dirname, importFromEntry, threadPort';
const script = new Script(`(function (${names}) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
  ...(cachedData === undefined ? {} : { cachedData }),
});
if (shared.isEmpty) {
  process.once('exit', () => {
    if (shared.isEmpty) shared.write(script.createCachedData());
  });
}
const run = script.runInThisContext() as (...parameters: unknown[]) => void;
run(exports, require, module, file, __dirname, (specifier: string) => import(specifier), worker.parentPort);
