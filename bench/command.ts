import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildIndex, type Pack, writeIndex } from '@cmdlet/core';
import { greetingPeers, linePeers } from './command-peers.js';
import type { Measure } from './measure.js';
import { type Call, processTimes } from './process-times.js';

const ROUNDS = 31;
/** Each of the first calls adds what it compiled to what is kept. */
const WARM_UP = 8;
const COMMANDS_OF_PACK = 25;
const LINES = 1_000_000;
const TABLE_ROWS = 100_000;
const NODE = 'node -e 0';

const root = new URL('..', import.meta.url).pathname;
const command = join(root, 'packages/shell/bin/cmdlet.cjs');

/** Whole processes, by the processor time they take, user and system. */
export async function commandMeasures(): Promise<Measure[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cmdlet-bench-')));
  try {
    return [...(await startMeasures(folder)), ...lineMeasures(folder), tableMeasure(folder)];
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
  const peers = greetingPeers(folder);
  const calls = {
    ...Object.fromEntries(peers.map((peer) => [peer.name, peer])),
    [NODE]: { words: ['-e', '0'], directory: folder },
    hello1: inProject(1, ...hello),
    hello100: inProject(100, ...hello),
    hello300: inProject(300, ...hello),
    complete300: inProject(300, 'complete', '--', 'Get-Hello0', '-N'),
    help300: inProject(300, 'help', 'Get-Hello0'),
  };
  return environments().flatMap(([named, environment]) => {
    const time = processTimes(calls, ROUNDS, { warmUp: WARM_UP, environment });
    const against = (name: string, call: string, peer: string, goal: number): Measure => ({
      name: `command: ${name} / ${peer}${named}`,
      ratio: time(call) / time(peer),
      goal,
      direction: 'at most',
      note: `${time(call).toFixed(1)} ms / ${time(peer).toFixed(1)} ms`,
    });
    return [
      against('hello, 1 cmdlet', 'hello1', NODE, 1.15),
      against('hello, 100 cmdlets', 'hello100', NODE, 1.2),
      against('hello, 300 cmdlets', 'hello300', NODE, 1.35),
      ...peers.map(({ name, goal }) => against('hello, 1 cmdlet', 'hello1', name, goal)),
      against('completion, 300 cmdlets', 'complete300', NODE, 1.2),
      against('help, 300 cmdlets', 'help300', NODE, 1.5),
    ];
  });
}

/**
 * This process's environment, and where certificates are named in it, the same without them: Node then reads all of them at
 * every start, also for `node -e 0`, which is two thirds of that time.
 */
function environments(): readonly (readonly [named: string, environment: NodeJS.ProcessEnv])[] {
  const { [CERTIFICATES]: certificates, ...others } = process.env;
  if (certificates === undefined) return [['', others]];
  return [
    ['', process.env],
    [`, without ${CERTIFICATES}`, others],
  ];
}

const CERTIFICATES = 'NODE_EXTRA_CA_CERTS';

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
  const output = join(folder, 'output.jsonl');
  const peers = linePeers(folder);
  const time = processTimes(
    {
      node: { words: [byHand], directory: folder, input, output },
      cmdlets: {
        words: [command, ...where, '--pipe', 'Select-Object', '-Property', 'id,value'],
        directory: project,
        input,
        output,
      },
      ...Object.fromEntries(peers.map((peer) => [peer.name, { ...peer, input, output }])),
    },
    3,
    { warmUp: 1 },
  );
  const against = (peer: string, name: string, goal: number): Measure => ({
    name: `command: JSON lines, two cmdlets / ${name}`,
    ratio: time('cmdlets') / time(peer),
    goal,
    direction: 'at most',
    note: `${LINES} lines: ${time('cmdlets').toFixed()} ms / ${time(peer).toFixed()} ms`,
  });
  return [against('node', 'Node by hand', 1.5), ...peers.map(({ name, goal }) => against(name, name, goal))];
}

/** A table of records that come as lines of JSON, against a loop that reads them and writes such lines again. */
function tableMeasure(folder: string): Measure {
  const cities = ['Oslo', 'Rome', 'New York'];
  const records = Array.from({ length: TABLE_ROWS }, (_, id) =>
    JSON.stringify({ id, name: `record ${id % 977}`, city: cities[id % 3], isActive: id % 2 === 0, score: id / 8 }),
  );
  const input = join(folder, 'records.jsonl');
  writeFileSync(input, `${records.join('\n')}\n`);
  const again = join(folder, 'again.cjs');
  writeFileSync(again, AGAIN);
  const output = join(folder, 'table.txt');
  const select = ['Select-Object', '-Property', 'id,name,city,isActive,score'];
  const time = processTimes(
    {
      node: { words: [again], directory: folder, input, output },
      table: {
        words: [command, ...select, '--input', 'jsonl', '--output', 'table'],
        directory: join(folder, '1'),
        input,
        output,
      },
    },
    7,
  );
  return {
    name: 'command: table of 100,000 records / lines by hand',
    ratio: time('table') / time('node'),
    goal: 2,
    direction: 'at most',
    note: `${time('table').toFixed()} ms / ${time('node').toFixed()} ms`,
  };
}

const AGAIN = `
const lines = require('node:readline').createInterface({ input: process.stdin, crlfDelay: Infinity });
let text = '';
(async () => {
  for await (const line of lines) {
    text += JSON.stringify(JSON.parse(line)) + '\\n';
    if (text.length < 65536) continue;
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    text = '';
  }
  process.stdout.write(text);
})();
`;

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
