import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { firstCommand, templates } from '../../../packages/create-cmdlet/src/pack/template.js';
import { writeTemplate } from '../../../packages/create-cmdlet/src/pack/write-template.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folders = readdirSync(join(root, 'templates'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

interface Manifest {
  readonly version: string;
  readonly files: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

it('Every folder of templates is one to choose', () => {
  expect(folders.map(({ name }) => name).sort()).toEqual([...templates].sort());
});

it.each([
  ['npm', 'npx cmdlet Get', '`npm test`', '`npm run dev`', '`npm publish`'],
  ['pnpm', 'pnpm exec cmdlet Get', '`pnpm run test`', '`pnpm run dev`', '`pnpm publish`'],
  ['yarn', 'yarn cmdlet Get', '`yarn run test`', '`yarn run dev`', '`yarn npm publish`'],
  ['bun', 'bunx cmdlet Get', '`bun run test`', '`bun run dev`', '`bun publish`'],
] as const)('The README of a new pack has the commands of %s', (packageManager, ...commands) => {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  const [name, template] = ['rows', 'pack'] as const;
  const plan = { folder, name, template, packageManager, packages: undefined, install: false, git: false };
  writeTemplate(join(root, 'templates'), plan, folder);
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  rmSync(folder, { recursive: true });
  expect(commands.filter((command) => !readme.includes(command))).toEqual([]);
  if (packageManager !== 'npm') expect(readme).not.toMatch(/\bnpx\b|(?<!yarn )\bnpm\b/);
});

describe.each(templates)('The template %s', (template) => {
  const { files, scripts, dependencies, devDependencies } = manifestIn(`templates/${template}`);

  it('depends on the packages of this repository as they are', () => {
    const own = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) => name.startsWith('@cmdlet/'));
    expect(own.length).toBeGreaterThan(2);
    const versions = own.map(([name]) => [name, manifestIn(name.replace('@cmdlet/', 'packages/')).version]);
    expect(own).toEqual(versions);
  });

  it('depends on the compiler and types that this repository is checked with', () => {
    const checkedWith = manifestIn('.').devDependencies;
    for (const [name, version] of Object.entries(devDependencies)) {
      if (!name.startsWith('@cmdlet/')) expect([name, version]).toEqual([name, checkedWith[name]]);
    }
  });

  it('has few scripts', () => {
    expect(Object.keys(scripts)).toEqual(['dev', 'build', 'docs', 'test', 'prepack']);
  });

  it('names what is published in a way that all package managers understand', () => {
    // Yarn packs nothing of a folder that is only named.
    for (const name of files) expect(name).toMatch(/\/\*\*$|\.json$/);
  });

  it('tells in its README of files that are there, and the command that is shown after it was made', () => {
    const readme = readFileSync(join(root, 'templates', template, 'README.md'), 'utf8');
    const files = Array.from(readme.matchAll(/`((?:src|test)\/[\w./-]+)`/g), ([, file = '']) => file);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect([file, existsSync(join(root, 'templates', template, file))]).toEqual([file, true]);
    expect(readme).toContain(`npx cmdlet ${firstCommand[template]}`);
  });
});
