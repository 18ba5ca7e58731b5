import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dependOn, localPackagesIn } from '../../../packages/create-cmdlet/src/pack/local-packages.js';
import { Command } from '../command.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-packages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Packs a package of this name, as npm does. */
function pack(name: string, file: string): void {
  const source = join(folder, 'source');
  mkdirSync(join(source, 'package'), { recursive: true });
  writeFileSync(join(source, 'package/index.js'), 'x'.repeat(1_000));
  writeFileSync(join(source, 'package/package.json'), JSON.stringify({ name, version: '1.0.0' }));
  execFileSync('tar', ['-czf', join(folder, file), '-C', source, 'package/index.js', 'package/package.json']);
}

describe('Packed packages', () => {
  it('are known by the names in them', () => {
    pack('@cmdlet/core', 'one.tgz');
    pack('rxjs', 'two.tgz');
    writeFileSync(join(folder, 'README.md'), '');
    expect(localPackagesIn(folder)).toEqual({
      '@cmdlet/core': `file:${join(folder, 'one.tgz')}`,
      rxjs: `file:${join(folder, 'two.tgz')}`,
    });
  });

  it.each([
    ['an empty folder', () => undefined, 'NoLocalPackage'],
    ['no folder', () => rmSync(folder, { recursive: true }), 'NoLocalPackage'],
    ['a file that is not packed', () => writeFileSync(join(folder, 'a.tgz'), 'text'), 'UnreadableLocalPackage'],
    ['a cut file', () => cut(), 'UnreadableLocalPackage'],
    ['no package', () => writeFileSync(join(folder, 'a.tgz'), gzipSync(Buffer.alloc(1024))), 'UnreadableLocalPackage'],
  ])('are not found in %s', (_title, prepare, errorId) => {
    prepare();
    expect(() => localPackagesIn(folder)).toThrow(expect.objectContaining({ errorId }));
  });

  function cut(): void {
    pack('a', 'a.tgz');
    writeFileSync(join(folder, 'a.tgz'), readFileSync(join(folder, 'a.tgz')).subarray(0, 60));
  }

  it.each([
    ['npm', 'overrides'],
    ['bun', 'overrides'],
    ['yarn', 'resolutions'],
  ] as const)('are what the pack depends on, and whatever it depends on, with %s', (manager, field) => {
    const manifest = { name: 'x', dependencies: { a: '1.0.0', b: '1.0.0' }, devDependencies: { c: '2.0.0' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    const packages = { a: 'file:/a.tgz', c: 'file:/c.tgz', d: 'file:/d.tgz' };
    dependOn(packages, folder, manager);
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({
      name: 'x',
      dependencies: { a: 'file:/a.tgz', b: '1.0.0' },
      devDependencies: { c: 'file:/c.tgz' },
      [field]: packages,
    });
  });

  it('are told to the command as a folder', async () => {
    pack('@cmdlet/core', 'core.tgz');
    const command = new Command();
    const { exitCode } = await command.run('my-pack', '--yes', '-m', 'pnpm', '--packages', folder);
    const manifest = readFileSync(join(command.folder, 'my-pack/package.json'), 'utf8');
    command.remove();
    expect(exitCode).toBe(0);
    const core = { '@cmdlet/core': `file:${join(folder, 'core.tgz')}` };
    expect(JSON.parse(manifest)).toMatchObject({ dependencies: core, pnpm: { overrides: core } });
  });

  it('are looked for before anything is made', async () => {
    const command = new Command();
    const { exitCode, errors } = await command.run('my-pack', '--yes', '--packages', folder);
    expect([exitCode, errors]).toEqual([2, expect.stringMatching(/^NoLocalPackage: /)]);
    expect(command.files()).toEqual([]);
    command.remove();
  });
});
