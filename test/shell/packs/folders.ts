import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with files by path, removed after the test. Values that are no texts are written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cmdlet-packs-')));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** Sets when a file was written, in seconds before now. */
export function age(file: string, seconds: number): void {
  const time = Date.now() / 1000 - seconds;
  utimesSync(file, time, time);
}

/** Makes the core of this repository, as it was built, a dependency of a folder. */
export function linkCore(folder: string): void {
  const modules = join(folder, 'node_modules/@cmdlet');
  mkdirSync(modules, { recursive: true });
  symlinkSync(new URL('../../../packages/core', import.meta.url).pathname, join(modules, 'core'));
}

/** The text of a CommonJS module with a pack of cmdlets that write their own names. */
export function packModule(pack: string, ...cmdlets: readonly (readonly [verb: string, noun: string])[]): string {
  const classes = cmdlets.map(
    ([verb, noun]) =>
      `core.defineCmdlet({ verb: '${verb}', noun: '${noun}', className: '${verb}${noun}', process() { return this.writeObject('${pack}'); } })`,
  );
  return `const core = require('@cmdlet/core');
exports.default = core.definePack({ name: '${pack}', cmdlets: [${classes.join(', ')}] });
exports.core = core;`;
}
