import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildIndex, type Pack, writeIndex } from '@cmdlet/core';
import { type Measure, median } from './measure.js';

const ROUNDS = 9;
const COMMANDS_OF_PACK = 25;
const LINES = 200_000;

const root = new URL('..', import.meta.url).pathname;
const command = join(root, 'packages/shell/bin/cmdlet.cjs');
/** Tells the processor time: that of a child is not known to the process that spawned it. */
const clock = new URL('./command-clock.cjs', import.meta.url).pathname;

/** Whole processes, by the processor time they take, user and system. */
export async function commandMeasures(): Promise<Measure[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cmdlet-bench-')));
  try {
    return [...(await startMeasures(folder)), ...lineMeasures(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startMeasures(folder: string): Promise<Measure[]> {
  const projects = new Map<number, string>();
  for (const count of [1, 100, 300]) projects.set(count, await projectWith(join(folder, `${count}`), count));
  const inProject = (count: number, ...words: readonly string[]): Call => ({
    words: [command, ...words],
    directory: projects.get(count) ?? folder,
  });
  const hello = ['Get-Hello0', '-Name', 'x'];
  const times = processTimes(
    {
      node: { words: ['-e', '0'], directory: folder },
      hello1: inProject(1, ...hello),
      hello100: inProject(100, ...hello),
      hello300: inProject(300, ...hello),
      complete300: inProject(300, 'complete', '--', 'Get-Hello0', '-N'),
      help300: inProject(300, 'help', 'Get-Hello0'),
    },
    ROUNDS,
  );
  const against = (name: string, time: number, goal: number): Measure => ({
    name: `command: ${name} / node -e 0`,
    ratio: time / times.node,
    goal,
    direction: 'at most',
    note: `${time.toFixed()} ms / ${times.node.toFixed()} ms`,
  });
  return [
    against('hello, 1 cmdlet', times.hello1, 1.15),
    against('hello, 100 cmdlets', times.hello100, 1.2),
    against('hello, 300 cmdlets', times.hello300, 1.35),
    against('completion, 300 cmdlets', times.complete300, 1.2),
    against('help, 300 cmdlets', times.help300, 1.5),
  ];
}

/** Lines of JSON, filtered and mapped by two cmdlets of one call, against a loop that does the same. */
function lineMeasures(folder: string): Measure[] {
  const lines = Array.from({ length: LINES }, (_, id) =>
    JSON.stringify({ id, name: `record ${id}`, value: (id * 7919) % 1000, city: 'Oslo' }),
  );
  const input = join(folder, 'lines.jsonl');
  writeFileSync(input, `${lines.join('\n')}\n`);
  const byHand = join(folder, 'by-hand.cjs');
  writeFileSync(byHand, BY_HAND);
  const project = join(folder, '1');
  const where = ['Where-Object', 'value', '-gt', '500', '--input', 'jsonl', '--output', 'jsonl'];
  const times = processTimes(
    {
      byHand: { words: [byHand], directory: folder, input },
      cmdlets: {
        words: [command, ...where, '--pipe', 'Select-Object', '-Property', 'id,value'],
        directory: project,
        input,
      },
    },
    3,
  );
  const note = `${LINES} lines: ${times.cmdlets.toFixed()} ms, by hand ${times.byHand.toFixed()} ms`;
  return [
    {
      name: 'command: JSON lines, two cmdlets / Node',
      ratio: times.cmdlets / times.byHand,
      goal: 1.5,
      direction: 'at most',
      note,
    },
  ];
}

const BY_HAND = `
const lines = require('node:readline').createInterface({ input: process.stdin, crlfDelay: Infinity });
let text = '';
(async () => {
  for await (const line of lines) {
    const { id, value } = JSON.parse(line);
    if (value > 500) text += JSON.stringify({ id, value }) + '\\n';
    if (text.length < 65536) continue;
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    text = '';
  }
  process.stdout.write(text);
})();
`;

interface Call {
  /** What node is given. */
  readonly words: readonly string[];
  readonly directory: string;
  /** File on standard input. Default: nothing. */
  readonly input?: string;
}

/** Medians in milliseconds. The calls take turns; the first rounds fill caches and do not count. */
function processTimes<TName extends string>(
  calls: Readonly<Record<TName, Call>>,
  rounds: number,
): Record<TName, number> {
  const names = Object.keys(calls) as TName[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<TName, number[]>;
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const time = processTime(calls[name]);
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<TName, number>;
}

/** @throws Error if the program fails: its time would mean nothing */
function processTime({ words, directory, input }: Call): number {
  const source = input === undefined ? 'ignore' : openSync(input, 'r');
  try {
    const { status, output } = spawnSync(process.execPath, ['-r', clock, ...words], {
      cwd: directory,
      stdio: [source, 'pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 30,
    });
    if (status !== 0) throw new Error(`${words.join(' ')}: ${String(output[2])}`);
    return Number(String(output[3])) / 1000;
  } finally {
    if (typeof source === 'number') closeSync(source);
  }
}

/** A folder with so many cmdlets in its packages, each with help; 25 in one pack, each of them a module. */
async function projectWith(folder: string, count: number): Promise<string> {
  mkdirSync(join(folder, 'node_modules/@cmdlet'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "bench-project" }');
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{}');
  symlinkSync(join(root, 'packages/core'), join(folder, 'node_modules/@cmdlet/core'));
  for (let from = 0; from < count; from += COMMANDS_OF_PACK) {
    await writePack(join(folder, 'node_modules', `pack${from}`), from, Math.min(count, from + COMMANDS_OF_PACK));
  }
  return folder;
}

async function writePack(folder: string, from: number, to: number): Promise<void> {
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const name = `pack${from}`;
  put(
    'package.json',
    JSON.stringify({ name, version: '1.0.0', cmdlets: { module: './index.cjs', index: './cmdlets.json' } }),
  );
  const modules = Array.from({ length: to - from }, (_, index) => from + index);
  for (const number of modules) put(`hello${number}.cjs`, cmdletModule(number));
  const sources = modules.map((number) => `async () => require('./hello${number}.cjs')`);
  put(
    'index.cjs',
    `exports.default = require('@cmdlet/core').definePack({ name: '${name}', cmdlets: [${sources.join(', ')}] });`,
  );
  const { default: pack } = createRequire(join(folder, 'index.cjs'))('./index.cjs') as { default: Pack };
  put('cmdlets.json', writeIndex(await buildIndex(pack)));
}

/** As TypeScript compiles a decorated class. */
const cmdletModule = (number: number): string => `const core = require('@cmdlet/core');
let GetHello${number} = class GetHello${number} extends core.PSCmdlet {
  name;
  count = 1;
  processRecord() {
    return this.writeObject('Hello ' + this.name);
  }
};
core.Parameter({ mandatory: true, position: 0, type: String, helpMessage: 'Whom to greet.' })(GetHello${number}.prototype, 'name');
core.ValidateRange(1, 9)(GetHello${number}.prototype, 'count');
core.Parameter({ type: core.Int32 })(GetHello${number}.prototype, 'count');
GetHello${number} = core.Cmdlet('Get', 'Hello${number}', {
  synopsis: 'Greets somebody.',
  description: '${'Says hello to one person, politely and without waiting for an answer. '.repeat(8)}',
  examples: [{ code: 'Get-Hello${number} -Name World', remarks: 'Greets the world.' }],
})(GetHello${number}) ?? GetHello${number};
exports.GetHello${number} = GetHello${number};
`;
