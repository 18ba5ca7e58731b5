import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of the file that runs where the work does: one CommonJS file beside this one. */
export function childEntryPath(): string {
  return isSource ? join(builtFolder(), 'child.cjs') : fileURLToPath(new URL('./child.cjs', import.meta.url));
}

/** Path of the file that runs that in a thread. */
export function threadEntryPath(): string {
  return isSource ? join(builtFolder(), 'thread.cjs') : fileURLToPath(new URL('./thread.cjs', import.meta.url));
}

/** The sources have no such files: there they are built when they are first needed. */
const isSource = import.meta.url.endsWith('.ts');
let built: string | undefined;

function builtFolder(): string {
  built ??= (createRequire(import.meta.url)('../../build-child.cjs') as { buildChild: () => string }).buildChild();
  return built;
}
