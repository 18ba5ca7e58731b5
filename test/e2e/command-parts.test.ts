/** The command as it is built: which of its parts a call loads, and what it keeps to start faster. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const packages = new URL('../../packages/', import.meta.url).pathname;
let folder: string;
let command: string;

/** A project with the command installed and no other package: all it needs is in it. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cmdlet-parts-')));
  const shell = join(folder, 'node_modules/@cmdlet/shell');
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(packages, 'shell', part), join(shell, part), { recursive: true });
  command = join(shell, 'bin/cmdlet.cjs');
  writeFileSync(
    join(folder, 'pack.cjs'),
    `const { defineCmdlet, definePack, Int32, Session } = require('@cmdlet/core');
const hello = defineCmdlet({ verb: 'Get', noun: 'Hello', className: 'GetHello',
  parameters: { name: { type: String, mandatory: true }, count: { type: Int32, default: 1 } },
  process() { return this.writeObject('Hello ' + this.name); } });
exports.default = definePack({ name: 'sample', cmdlets: [hello] });`,
  );
  // Tells at the end which parts were read.
  writeFileSync(
    join(folder, 'parts.cjs'),
    `const fs = require('node:fs');
const { readFileSync } = fs;
const parts = [];
fs.readFileSync = (path, ...rest) => {
  const part = /parts.(\\w+)\\.cjs$/.exec(String(path))?.[1];
  if (part !== undefined) parts.push(part);
  return readFileSync(path, ...rest);
};
process.on('exit', () => fs.writeFileSync(${JSON.stringify(join(folder, 'parts.json'))}, JSON.stringify(parts)));`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function call(...words: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-r', join(folder, 'parts.cjs'), command, ...words], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
  });
  const parts = JSON.parse(readFileSync(join(folder, 'parts.json'), 'utf8')) as string[];
  return { stdout, stderr, status, parts };
}

it('A command that nobody has built says so', () => {
  const unbuilt = join(folder, 'unbuilt');
  cpSync(join(packages, 'shell/bin'), join(unbuilt, 'bin'), { recursive: true });
  const { stderr, status } = spawnSync(process.execPath, [join(unbuilt, 'bin/cmdlet.cjs'), 'list'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe(
    `error: The command is not built: there is no ${unbuilt}/dist. Run \`npm run build\` where it is from.\n`,
  );
  expect(status).toBe(1);
});

it('A call of a built-in cmdlet needs no other package', () => {
  const { stdout, stderr, status } = call('Get-Date', '-Format', 'yyyy');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toMatch(/^\d{4}\n$/);
});

it('A call of a cmdlet that writes text loads one part', () => {
  mkdirSync(join(folder, 'node_modules/@cmdlet'), { recursive: true });
  symlinkSync(join(packages, 'core'), join(folder, 'node_modules/@cmdlet/core'));
  writeFileSync(join(folder, 'make-index.cjs'), MAKE_INDEX);
  expect(spawnSync(process.execPath, ['make-index.cjs'], { cwd: folder, encoding: 'utf8' }).stderr).toBe('');
  writeFileSync(join(folder, 'package.json'), '{ "cmdlets": { "module": "./pack.cjs", "index": "./cmdlets.json" } }');
  expect(call('Get-Hello', '-Name', 'x')).toEqual({ stdout: 'Hello x\n', stderr: '', status: 0, parts: ['shell'] });
});

it('A pack of ECMAScript modules has the core of the command', () => {
  writeFileSync(
    join(folder, 'modules.mjs'),
    `import { defineCmdlet, definePack, inject, Session } from '@cmdlet/core';
const test = defineCmdlet({ verb: 'Test', noun: 'Core', className: 'TestCore',
  parameters: { session: { type: Object, default: () => inject(Session) } },
  process() { return this.writeObject(this.session.constructor === Session); } });
export const pack = definePack({ name: 'modules', cmdlets: [test] });`,
  );
  expect(call('--pack', './modules.mjs', 'Test-Core')).toMatchObject({ stdout: 'True\n', stderr: '', status: 0 });
});

it('What is wrong with a call is said by a part that others do not load', () => {
  const { stderr, status, parts } = call('Get-Hello', '-Name', 'x', '-Count', 'many');
  expect(stderr).toContain('CannotConvertArgumentNoMessage');
  expect(status).toBe(2);
  expect(parts).toContain('messages');
});

it.each([
  [['help', 'Get-Job'], 'jobs'],
  [['list'], 'utility'],
])('%j loads no part %s', (words, part) => {
  const { status, parts } = call(...words);
  expect(status).toBe(0);
  expect(parts).not.toContain(part);
});

it('Compiled code is kept with the part that it was made of, and done without where it is damaged', () => {
  const kept = join(folder, 'node_modules/.cache/cmdlet');
  const [file = ''] = readdirSync(kept).filter((name) => name.startsWith('shell-run-'));
  expect(readFileSync(join(folder, 'node_modules/@cmdlet/shell/dist/parts/shell.cjs'), 'latin1')).toContain(
    file.split('-').at(-1) ?? 'nothing',
  );
  writeFileSync(join(kept, file), 'damaged');
  expect(call('Get-Hello', '-Name', 'x')).toMatchObject({ stdout: 'Hello x\n', stderr: '', status: 0 });
  expect(readFileSync(join(kept, file)).length).toBeGreaterThan(10_000);
});

it('What the first calls compile is kept together, then left alone', () => {
  const kept = join(folder, 'node_modules/.cache/cmdlet');
  const found = () => {
    const name = readdirSync(kept).find((each) => each.startsWith('shell-run-')) ?? 'none';
    return { content: readFileSync(join(kept, name)), time: statSync(join(kept, name)).mtimeMs };
  };
  rmSync(kept, { recursive: true });
  expect(call('--version').status).toBe(0);
  const first = found().content;
  for (let time = 0; time < 7; time++) expect(call('Get-Hello', '-Name', 'x')).toMatchObject({ stdout: 'Hello x\n' });
  const { content, time } = found();
  expect(content.length).toBeGreaterThan(first.length * 1.1);
  expect(call('Get-Date').status).toBe(0);
  expect(found().time).toBe(time);
});

const MAKE_INDEX = `const { buildIndex, writeIndex } = require('@cmdlet/core');
buildIndex(require('./pack.cjs').default).then((index) => require('node:fs').writeFileSync('cmdlets.json', writeIndex(index)));`;
