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
let journeys: ReadonlyMap<string, Journey>;

beforeAll(async () => {
  registry = await Registry.start();
  folder = mkdtempSync(join(tmpdir(), 'create-'));
  mkdirSync(packed());
  // Two at a time, since a journey does one thing after another.
  const begun: Journey[] = [];
  for (const each of templates) begun.push(new Journey(each, Promise.allSettled([begun.at(-2)?.published])));
  journeys = new Map(begun.map((journey, index) => [templates[index]?.template ?? '', journey]));
}, patience);

afterAll(async () => {
  await Promise.allSettled([...journeys.values()].map(({ published }) => published));
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
    // As on a build server: there the report of the API has to be what it is said to be.
    env: { ...surroundings, ...registry.environment, CI: 'true' },
    shell: process.platform === 'win32',
  });
  return stdout;
}

/** Runs a script by Node, and gives what it writes to standard output. */
async function node(directory: string, script: string, ...words: readonly string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [script, ...words], { cwd: directory })).stdout;
}

/** What is done with one template, step after step. What each step wrote is there for the test that is about it. */
class Journey {
  readonly name: string;
  readonly place: string;
  readonly created: Promise<string>;
  readonly tested: Promise<string>;
  /** Inline, and as a job. */
  readonly ran: Promise<readonly [string, string]>;
  /** What publint and attw say. */
  readonly published: Promise<readonly [string, string]>;

  constructor({ template, command }: (typeof templates)[number], begun: Promise<unknown>) {
    this.name = `my-${template}`;
    this.place = join(folder, this.name);
    const { name, place } = this;
    const options = ['--yes', '--no-test', '--template', template];
    this.created = begun.then(() => run(folder, 'npm', 'create', 'cmdlet', name, '--', ...options));
    this.tested = this.created.then(() => run(place, 'npm', 'test'));
    this.ran = this.tested.then(async () => [
      await run(place, 'npx', 'cmdlet', ...command),
      await node(place, 'node_modules/@cmdlet/shell/bin/cmdlet.cjs', ...command, '-AsJob'),
    ]);
    this.published = this.ran.then(async () => {
      await run(place, 'npm', 'pack', '--pack-destination', packed());
      const tarball = join(packed(), `${name}-0.1.0.tgz`);
      const tool = (path: string, ...words: string[]) =>
        node(place, join(root, 'node_modules', path), tarball, ...words);
      return Promise.all([
        tool('publint/src/cli.js', '--strict'),
        tool('@arethetypeswrong/cli/dist/index.js', '--no-emoji'),
      ]);
    });
    for (const step of [this.created, this.tested, this.ran, this.published]) step.catch(() => undefined);
  }
}

describe.each(templates)('A pack from the template $template', ({ template, tests, output, ...pack }) => {
  const journey = () => journeys.get(template) as Journey;

  it('is made by npm create', { timeout: patience }, async () => {
    const { name, place, created } = journey();
    expect(await created).toContain(`Made ${name} from the template ${template} in `);
    expect(readFileSync(join(place, '.gitignore'), 'utf8')).toContain('node_modules/');
  });

  it('passes its tests by npm test', { timeout: patience }, async () => {
    expect(await journey().tested).toMatch(new RegExp(`^\\W+ pass ${tests}$`, 'm'));
  });

  it('has a cmdlet that npx cmdlet runs, inline and as a job', { timeout: patience }, async () => {
    const [inline, asJob] = await journey().ran;
    expect(inline).toContain(output);
    expect(asJob).toContain(output);
    expect(asJob).toContain('Completed');
  });

  it('can be published, with its index', { timeout: patience }, async () => {
    const [publint, attw] = await journey().published;
    expect(publint).toContain('All good!');
    expect(attw).toContain('No problems found');
  });

  it('gives import and require the same classes', { timeout: patience }, async () => {
    const { name, place, published } = journey();
    await published;
    const file = join(place, 'same.mjs');
    writeFileSync(
      file,
      `import { createRequire } from 'node:module';
import { ${pack.class} as imported } from '${name}';
const { ${pack.class}: required } = createRequire(import.meta.url)('${name}');
console.log(typeof imported, imported === required);`,
    );
    expect(await node(place, file)).toBe('function true\n');
    rmSync(file);
  });
});

it('The packed packs are installed into an empty project, and npx cmdlet finds them', {
  timeout: patience,
}, async () => {
  // What packs are made in is gone.
  expect(readdirSync(folder).filter((file) => file.startsWith('.'))).toEqual([]);
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"private":true}');
  const tarballs = readdirSync(packed()).map((file) => join(packed(), file));
  await run(project, 'npm', 'install', '--no-audit', '--no-fund', '@cmdlet/shell', ...tarballs);
  for (const { template, command, output } of templates) {
    const [cmdlet, ...words] = command;
    const all = [`my-${template}/${cmdlet}`, ...words];
    expect(existsSync(join(project, `node_modules/my-${template}`, indexOf(template)))).toBe(true);
    expect(await node(project, 'node_modules/@cmdlet/shell/bin/cmdlet.cjs', ...all)).toContain(output);
  }
  expect(await run(project, 'npx', 'cmdlet', 'Get-Prime', '3')).toBe('2\n3\n');
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
