import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Registry } from './registry.js';

/*
 * What a user does with each template, from an empty folder to the installed package: npm create, npm test, npx cmdlet,
 * npm pack, npm install. The registry is one of this machine, with the packages as they would be published.
 */
const templates = [
  {
    template: 'pack',
    tests: 9,
    command: ['Get-Greeting', 'Ada'],
    output: 'Hello, Ada!\n',
    class: 'GetGreeting',
  },
  {
    template: 'job-pack',
    tests: 13,
    command: ['Get-Prime', '12'],
    output: '2\n3\n5\n7\n11\n',
    class: 'GetPrime',
  },
  {
    template: 'service-pack',
    tests: 18,
    command: ['Get-Ticket', '*cold*'],
    output: ' 3 It is cold Open\n',
    class: 'GetTicket',
  },
  {
    template: 'javascript-pack',
    tests: 9,
    command: ['Get-Greeting', 'Ada', '-Language', 'no'],
    output: 'Hei, Ada!\n',
    class: 'GetGreeting',
  },
];

const root = fileURLToPath(new URL('../../', import.meta.url));
const patience = 240_000;
const { NODE_OPTIONS: _, VITEST: __, NODE_TEST_CONTEXT: ___, ...surroundings } = process.env;

let registry: Registry;
let folder: string;

beforeAll(async () => {
  registry = await Registry.start();
  folder = mkdtempSync(join(tmpdir(), 'create-'));
  mkdirSync(packed());
}, patience);

afterAll(() => {
  registry.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The file that look-up and help read instead of loading the pack. */
function indexOf(template: string): string {
  return template === 'javascript-pack' ? 'cmdlets.json' : 'dist/cmdlets.json';
}

/** Where the packs are packed. */
function packed(): string {
  return join(folder, 'packed');
}

/** Runs npm, or what comes with it, and gives what it writes to standard output. */
async function run(directory: string, program: 'npm' | 'npx', ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, words, {
    cwd: directory,
    env: { ...surroundings, ...registry.environment },
    shell: process.platform === 'win32',
  });
  return stdout;
}

describe.each(templates)('A pack from the template $template', ({ template, tests, command, output, ...pack }) => {
  const name = `my-${template}`;
  const place = (): string => join(folder, name);

  it('is made by npm create, and passes its tests by npm test', { timeout: patience }, async () => {
    const said = await run(folder, 'npm', 'create', 'cmdlet', name, '--', '--yes', '--no-test', '--template', template);
    expect(said).toContain(`Made ${name} from the template ${template} in `);
    expect(readdirSync(folder).filter((file) => file.startsWith('.'))).toEqual([]);
    expect(readFileSync(join(place(), '.gitignore'), 'utf8')).toContain('node_modules/');
    expect(await run(place(), 'npm', 'test')).toMatch(new RegExp(`^\\W+ pass ${tests}$`, 'm'));
  });

  it('has a cmdlet that npx cmdlet runs, inline and as a job', { timeout: patience }, async () => {
    expect(await run(place(), 'npx', 'cmdlet', ...command)).toContain(output);
    const asJob = await run(place(), 'npx', 'cmdlet', ...command, '-AsJob');
    expect(asJob).toContain(output);
    expect(asJob).toContain('Completed');
  });

  it('can be published, with its index', { timeout: patience }, async () => {
    await run(place(), 'npm', 'pack', '--pack-destination', packed());
    const tarball = join(packed(), `${name}-0.1.0.tgz`);
    const tool = (path: string, ...words: string[]) =>
      promisify(execFile)(process.execPath, [join(root, 'node_modules', path), tarball, ...words]);
    expect((await tool('publint/src/cli.js', '--strict')).stdout).toContain('All good!');
    expect((await tool('@arethetypeswrong/cli/dist/index.js', '--no-emoji')).stdout).toContain('No problems found');
  });

  it('gives import and require the same classes', { timeout: patience }, async () => {
    const file = join(place(), 'same.mjs');
    writeFileSync(
      file,
      `import { createRequire } from 'node:module';
import { ${pack.class} as imported } from '${name}';
const { ${pack.class}: required } = createRequire(import.meta.url)('${name}');
console.log(typeof imported, imported === required);`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    rmSync(file);
    expect(stdout).toBe('function true\n');
  });
});

it('The packed packs are installed into an empty project, and npx cmdlet finds them', {
  timeout: patience,
}, async () => {
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"private":true}');
  const tarballs = readdirSync(packed()).map((file) => join(packed(), file));
  await run(project, 'npm', 'install', '--no-audit', '--no-fund', '@cmdlet/shell', ...tarballs);
  for (const { template, command, output } of templates) {
    const [cmdlet, ...words] = command;
    expect(existsSync(join(project, `node_modules/my-${template}`, indexOf(template)))).toBe(true);
    expect(await run(project, 'npx', 'cmdlet', `my-${template}/${cmdlet}`, ...words)).toContain(output);
  }
});

it('--packages makes a pack depend on packed packages', { timeout: patience }, async () => {
  const words = ['local-pack', '--yes', '--no-git', '--template', 'javascript-pack', '--packages', registry.packed];
  const said = await run(folder, 'npm', 'create', 'cmdlet', '--', ...words);
  expect(said).toContain('Its 9 tests pass.');
  const lock = readFileSync(join(folder, 'local-pack/package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as {
    readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
  };
  const own = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/@cmdlet/'));
  expect(own.map(([path]) => path)).toEqual(
    ['core', 'jobs', 'shell', 'testing', 'utility'].map((each) => `node_modules/@cmdlet/${each}`),
  );
  for (const [, { resolved }] of own) expect(resolved).toMatch(/^file:/);
});
