import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type BuildResult, watchBuild } from '@cmdlet/shell/build';
import { type Measure, median } from './measure.js';
import { processTimes } from './process-times.js';

const COUNT = 100;
const BUILDS = 5;
const CHANGES = 21;

const root = new URL('..', import.meta.url).pathname;

/** A pack of a hundred cmdlets in TypeScript: the whole build against the compiler alone, and the builds of a watch. */
export async function buildMeasures(): Promise<Measure[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cmdlet-bench-')));
  try {
    writePack(folder, COUNT);
    return [wholeBuild(folder), ...(await watchMeasures(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With nothing there of the build before. */
function wholeBuild(folder: string): Measure {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const command = join(root, 'packages/shell/bin/cmdlet.cjs');
  const calls = {
    tsc: { words: [compiler, '--noEmit', '-p', '.'], directory: folder },
    build: { words: [command, 'build'], directory: folder },
  };
  const times = { tsc: [] as number[], build: [] as number[] };
  for (let round = -1; round < BUILDS; round++) {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    const time = processTimes(calls, 1, { warmUp: 0 });
    if (round < 0) continue;
    times.tsc.push(time('tsc'));
    times.build.push(time('build'));
  }
  const [tsc, build] = [median(times.tsc), median(times.build)];
  return {
    name: `build: ${COUNT} cmdlets / tsc --noEmit`,
    ratio: build / tsc,
    goal: 1.5,
    direction: 'at most',
    note: `processor time ${build.toFixed()} ms / ${tsc.toFixed()} ms`,
  };
}

/** From the change of a file to the index of it on the disk. */
async function watchMeasures(folder: string): Promise<Measure[]> {
  const end = new AbortController();
  let hear: (result: BuildResult) => void = () => undefined;
  const next = (): Promise<BuildResult> =>
    new Promise((resolve) => {
      hear = resolve;
    });
  const first = next();
  const watch = watchBuild(folder, { built: (result) => hear(result) }, end.signal);
  await first;
  const change = async (number: number, text: string): Promise<{ readonly wall: number; readonly used: number }> => {
    // Nobody changes a file the moment the one before is built.
    await delay(50);
    const built = next();
    const before = process.cpuUsage();
    const started = performance.now();
    writeFileSync(join(folder, `src/get-hello${number}.ts`), text);
    const { succeeded, messages } = await built;
    if (!succeeded) throw new Error(messages.map((message) => message.text).join('\n'));
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - started, used: (user + system) / 1000 };
  };
  const times = { body: [] as number[], help: [] as number[], used: [] as number[] };
  for (let round = -3; round < CHANGES; round++) {
    const number = (round + COUNT) % COUNT;
    const body = await change(number, cmdletSource(number).replace("'Hello '", `'Hello ${round} '`));
    const help = await change(number, cmdletSource(number).replace('Greets somebody', `Greets somebody ${round + 4}`));
    if (round < 0) continue;
    times.body.push(body.wall);
    times.help.push(help.wall);
    times.used.push(body.used, help.used);
  }
  end.abort();
  await watch;
  const measure = (name: string, list: readonly number[]): Measure => ({
    name: `watch of ${COUNT} cmdlets, ${name} / 300 ms`,
    ratio: median(list) / 300,
    goal: 1,
    direction: 'at most',
    note: `median ${median(list).toFixed()} ms, ${Math.min(...list).toFixed()} to ${Math.max(...list).toFixed()} ms`,
  });
  return [
    measure('a body changed', times.body),
    measure('help changed', times.help),
    measure('processor time', times.used),
  ];
}

/** A pack as a template begins it, with so many cmdlets. */
function writePack(folder: string, count: number): void {
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [name, target] of [
    ['@cmdlet/core', 'packages/core'],
    ['@cmdlet/testing', 'packages/testing'],
    ['typescript', 'node_modules/typescript'],
    ['@types/node', 'node_modules/@types/node'],
    ['undici-types', 'node_modules/undici-types'],
  ] as const) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, target), join(folder, 'node_modules', name), 'junction');
  }
  put('package.json', MANIFEST);
  put('tsconfig.json', TSCONFIG);
  put('src/level.ts', "export type Level = 'Low' | 'Middle' | 'High';\n");
  put('src/derived.d.ts', DERIVED);
  const numbers = Array.from({ length: count }, (_, number) => number);
  for (const number of numbers) put(`src/get-hello${number}.ts`, cmdletSource(number));
  put(
    'src/index.ts',
    [
      "import { definePack } from '@cmdlet/core';",
      ...numbers.map((number) => `import { GetHello${number} } from './get-hello${number}.js';`),
      `export { ${numbers.map((number) => `GetHello${number}`).join(', ')} };`,
      `export const pack = definePack({ name: 'hello', cmdlets: [${numbers.map((number) => `GetHello${number}`).join(', ')}] });`,
      '',
    ].join('\n'),
  );
}

const MANIFEST = JSON.stringify({
  name: 'hello',
  version: '1.0.0',
  type: 'module',
  cmdlets: { module: './dist/index.js', index: './dist/cmdlets.json' },
});

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2023', 'ESNext.Disposable'],
    types: ['node'],
    rootDir: 'src',
    outDir: 'dist',
    declaration: true,
    sourceMap: true,
    strict: true,
    noImplicitOverride: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  },
  include: ['src'],
});

const DERIVED = `import type {} from '@cmdlet/core';
declare module '@cmdlet/core' {
  interface DerivedByBuild {
    readonly listTypes: true;
  }
}
`;

function cmdletSource(number: number): string {
  return `import { Cmdlet, Int32, Parameter, PSCmdlet, ValidateRange } from '@cmdlet/core';
import type { Level } from './level.js';

/**
 * Greets somebody. Nobody is left out, and nobody is greeted twice.
 *
 * @remarks It takes its time.
 *
 * @example Of one person
 * PS> Get-Hello${number} World
 * Hello World
 *
 * @see https://example.org/hello
 */
@Cmdlet('Get', 'Hello${number}', { outputType: String })
export class GetHello${number} extends PSCmdlet<string> {
  /** Whom to greet. */
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true })
  name!: string[];

  /** How often. */
  @Parameter({ type: Int32 })
  @ValidateRange(1, 9)
  count = 1;

  /** How loud it is. */
  @Parameter()
  level: Level = 'Middle';

  /** What else to say. */
  @Parameter()
  detail?: string | null;

  override *processRecord(): Generator<string> {
    for (const name of this.name) {
      for (let time = 0; time < this.count; time++) {
        const text = 'Hello ' + name + (this.detail ?? '');
        yield this.level === 'High' ? text.toUpperCase() : text;
      }
    }
  }
}
`;
}
