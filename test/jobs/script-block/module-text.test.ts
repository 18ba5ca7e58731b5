import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moduleText } from '../../../packages/jobs/src/script-block/module-text.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'module-text-'));
  writeFileSync(join(folder, 'lib.mjs'), 'export default 1; export const two = 2; export const three = 3;');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the text as a function with `args`; imports are resolved from the folder. */
async function run(source: string, name = 'main.mjs', args: readonly unknown[] = []): Promise<unknown> {
  const text = moduleText(source, join(folder, name));
  const load = (specifier: string) =>
    import(specifier.startsWith('.') ? pathToFileURL(join(folder, specifier)).href : specifier);
  const make = runInThisContext(`(load) => (${text.replaceAll('import(', 'load(')})`) as (
    load: unknown,
  ) => (context: object) => unknown;
  return make(load)({ args });
}

describe('a module as a function', () => {
  it.each([
    ['an arrow function', 'export default ({ args }) => args[0] + 1;', 42],
    [
      'a function with a name, called before it is declared',
      'const x = main; export default function main({ args }) { return args[0] + 1; }',
      42,
    ],
    ['a function without a name', 'export default async function ({ args }) { return args[0] + 1 }', 42],
    ['a name that is exported', 'const main = ({ args }) => args[0] + 1; export { main as default };', 42],
    ['a value', 'export default 42', 42],
    ['nothing', 'globalThis.moduleTextRan = 42;', undefined],
    ['an empty file', '', undefined],
    [
      'imports of all kinds',
      "import one, { two as zwei } from './lib.mjs'; import * as lib from './lib.mjs'; import 'node:fs';\nexport default () => one + zwei + lib.three + 36;",
      42,
    ],
    [
      'other exports',
      "export const a = 40; export function b() { return 2; } export * from './lib.mjs'; export { two } from './lib.mjs'; export default () => a + b();",
      42,
    ],
    ['await outside of functions', 'const a = await Promise.resolve(42); export default () => a;', 42],
    ['a first line for the system', '#!/usr/bin/env node\nexport default () => 42', 42],
  ])('%s', async (_what, source, expected) => {
    expect(await run(source, 'main.mjs', [41])).toBe(expected);
  });

  it('knows where it stands', async () => {
    const file = join(folder, 'main.mjs');
    const source = 'export default () => [import.meta.url, import.meta.filename, import.meta.dirname];';
    expect(await run(source)).toEqual([pathToFileURL(file).href, file, folder]);
  });

  it.each([
    ['main.cjs', "const { join } = require('node:path'); module.exports = ({ args }) => join(args[0], 'b');"],
    ['main.js', "const { join } = require('node:path'); exports.default = ({ args }) => join(args[0], 'b');"],
    ['main.js', "import { join } from 'node:path'; export default ({ args }) => join(args[0], 'b');"],
  ])('%s: both kinds of modules run', async (name, source) => {
    expect(await run(source, name, ['a'])).toBe(join('a', 'b'));
  });

  it('keeps lines where they are', () => {
    const source = "import {\n  two,\n} from './lib.mjs';\nexport default () => {\n  throw new Error(two);\n};";
    expect(moduleText(source, join(folder, 'main.mjs')).split('\n')[4]).toBe('  throw new Error(two);');
  });

  it.each([['main.mjs'], ['main.js'], ['main.cjs']])('%s: what cannot be read is a syntax error', (name) => {
    expect(() => moduleText('if (', join(folder, name))).toThrow(SyntaxError);
  });
});
