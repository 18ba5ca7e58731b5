/** Scripts that import TypeScript by a path, in a process of a job: one that knows no TypeScript by itself. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typescriptImports } from '../../../packages/jobs/src/script-block/typescript-imports.js';
import { functionOfFile } from '../../../packages/jobs/src/start-job/script-file.js';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'typescript-imports-')));
  for (const compiler of ['esbuild', 'typescript']) {
    const link = join(folder, compiler, 'node_modules', compiler);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(modules, compiler), link, 'junction');
    const put = (name: string, text: string): void => writeFileSync(join(folder, compiler, name), text);
    put('package.json', '{ "type": "module" }');
    put('word.ts', "import { mark } from './mark.js';\nexport const word: string = 'hello'.concat(mark);\n");
    put('mark.ts', "export const mark: string = '!';\n");
    put('plain.js', "export const word = 'plain';\n");
    put('plain.ts', "export const word = 'not this one';\n");
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a script gives in a new process, which runs its text as a job's does. */
async function run(path: string, text: string): Promise<string> {
  const program = `
    const { compileFunction, constants } = require('node:vm');
    const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
    const script = compileFunction(${JSON.stringify(`return (${functionOfFile({ path, text, isLanguage: false })}\n)`)}, [], {
      filename: ${JSON.stringify(path)},
      importModuleDynamically,
    })();
    script({}).then(console.log, ({ message }) => console.log(message));`;
  const given = { cwd: folder, timeout: 30_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], given);
  return stdout.trim();
}

describe('a script in TypeScript', () => {
  it.each([
    ['esbuild', './word.js', 'said hello!'],
    ['esbuild', './word.ts', 'said hello!'],
    ['esbuild', './plain.js', 'said plain'],
    ['typescript', './word.js', 'said hello!'],
    ['typescript', './word.ts', 'said hello!'],
  ])('imports, with %s, %s', { timeout: 30_000 }, async (compiler, specifier, said) => {
    const text = `import { word } from '${specifier}';\nexport default (): string => \`said \${word satisfies string}\`;\n`;
    expect(await run(join(folder, compiler, 'main.ts'), text)).toBe(said);
  });

  it('imports where it wants, and is told what is not there', { timeout: 30_000 }, async () => {
    const path = join(folder, 'typescript', 'main.ts');
    const dynamic = `export default async () => (await import('./word.js')).word;`;
    expect(await run(path, dynamic)).toBe('hello!');
    expect(await run(path, `import './nothing.js';`)).toMatch(/Cannot find module .*nothing\.js/);
  });

  it('in JavaScript imports what it says is TypeScript', { timeout: 30_000 }, async () => {
    const text = `import { word } from './word.ts';\nexport default () => word;`;
    expect(await run(join(folder, 'typescript', 'main.mjs'), text)).toBe('hello!');
  });

  it.each([
    ["import { basename } from 'node:path';", 'a.ts'],
    ["import lib from 'lib';", 'a.ts'],
    ["import { a } from './a.js';", 'b.mjs'],
    ['export default 1;', 'a.ts'],
  ])('asks for nothing with %s in %s', (source, file) => {
    expect(typescriptImports(source, file)).toBe('');
  });
});
