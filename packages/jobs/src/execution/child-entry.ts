import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** Path of the file that runs where the work does: one CommonJS file beside this one. */
export function childEntryPath(): string {
  found ??= isSource ? buildFromSource() : fileURLToPath(new URL('./child.cjs', import.meta.url));
  return found;
}

/** The sources have no such file: there it is built when it is first needed. */
const isSource = import.meta.url.endsWith('.ts');

function buildFromSource(): string {
  const { buildChild } = createRequire(import.meta.url)('../../build-child.cjs') as { buildChild: () => string };
  return buildChild();
}
