import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { JobSink } from '@cmdlet/core';
import { type Executor, ProcessExecutor, ThreadExecutor, type WorkRequest } from '@cmdlet/jobs';
import { Piscina } from 'piscina';
import { collectGarbage, type Measure, median, medianRatio, report, timesOf } from './measure.js';

const MEGABYTE = 2 ** 20;

const groups: Readonly<Record<string, (folder: string) => Promise<Measure[]>>> = {
  'process start': processStart,
  'thread start': threadStart,
  'pooled threads': pooledThreads,
  'rich records': richRecords,
  'many records': manyRecords,
};

/** From the call to the first output of a process, against a bare fork that sends one message. */
async function processStart(folder: string): Promise<Measure[]> {
  const file = path.join(folder, 'fork.cjs');
  await writeFile(file, 'process.send(1);');
  const cold = new ProcessExecutor({ nodeArguments: [] });
  const warm = new ProcessExecutor({ nodeArguments: [], pool: { size: 1 } });
  const times = { fork: [] as number[], cold: [] as number[], warm: [] as number[] };
  for (let round = -3; round < 21; round++) {
    const took = {
      fork: await firstMessageOfFork(file),
      cold: await firstOutput(cold),
      warm: await warm.warmUp().then(() => firstOutput(warm)),
    };
    if (round < 0) continue;
    for (const name of ['fork', 'cold', 'warm'] as const) times[name].push(took[name]);
  }
  await warm[Symbol.asyncDispose]();
  const [bare, ours, spare] = [times.fork, times.cold, times.warm].map(median) as [number, number, number];
  const note = `fork ${bare.toFixed(1)} ms, cold ${ours.toFixed(1)} ms, warm ${spare.toFixed(2)} ms`;
  return [
    {
      name: 'process job cold, first output / bare fork',
      ratio: medianRatio(times.cold, times.fork),
      goal: 1.15,
      direction: 'at most',
      note,
    },
    {
      name: 'process job warm, first output / bare fork',
      ratio: medianRatio(times.warm, times.fork),
      goal: 0.05,
      direction: 'at most',
    },
  ];
}

function firstMessageOfFork(file: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = fork(file, { execArgv: [] });
    let took = 0;
    child.once('error', reject);
    child.once('message', () => {
      took = performance.now() - start;
      child.disconnect();
    });
    child.once('exit', () => resolve(took));
  });
}

/** From the call to the first output, in milliseconds; resolves when all is over. */
async function firstOutput(executor: Executor): Promise<number> {
  const start = performance.now();
  let took = 0;
  const sink = new CountingSink(() => {
    took ||= performance.now() - start;
    return undefined;
  });
  await executor.execute(requestFor('() => 1'), sink).finished;
  return took;
}

async function threadStart(folder: string): Promise<Measure[]> {
  const file = path.join(folder, 'worker.cjs');
  await writeFile(file, `require('node:worker_threads').parentPort.postMessage(1);`);
  const cold = new ThreadExecutor();
  const times = { worker: [] as number[], cold: [] as number[] };
  for (let round = -5; round < 41; round++) {
    const took = { worker: await firstMessageOfWorker(file), cold: await firstOutput(cold) };
    if (round < 0) continue;
    times.worker.push(took.worker);
    times.cold.push(took.cold);
  }
  const [bare, ours] = [times.worker, times.cold].map(median) as [number, number];
  const note = `Worker ${bare.toFixed(1)} ms, cold ${ours.toFixed(1)} ms`;
  return [
    {
      name: 'thread job cold, first output / bare Worker',
      ratio: medianRatio(times.cold, times.worker),
      goal: 1.15,
      direction: 'at most',
      note,
    },
  ];
}

function firstMessageOfWorker(file: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const worker = new Worker(file);
    let took = 0;
    worker.once('error', reject);
    worker.once('message', () => {
      took = performance.now() - start;
    });
    worker.once('exit', () => resolve(took));
  });
}

/** A round lasts some tenths of a second: all garbage is collected before it, and much compiled code is dropped then. */
const JOBS = 600;
const THREADS = 2;
const COUNT_PRIMES = `function countPrimes(below) {
  let count = 0;
  for (let number = 2; number < below; number++) {
    let prime = true;
    for (let by = 2; by * by <= number && prime; by++) prime = number % by !== 0;
    if (prime) count++;
  }
  return count;
}`;
const BELOW = 10_000;

/** The same function, of about half a millisecond, on as many threads. */
async function pooledThreads(folder: string): Promise<Measure[]> {
  const file = path.join(folder, 'piscina.cjs');
  await writeFile(file, `module.exports = ${COUNT_PRIMES}`);
  const piscina = new Piscina({ filename: pathToFileURL(file).href, minThreads: THREADS, maxThreads: THREADS });
  const threads = new ThreadExecutor({ pool: { size: THREADS }, reuse: THREADS });
  await threads.warmUp();
  const text = `({ args }) => (${COUNT_PRIMES})(args[0])`;
  const works = {
    piscina: () => Promise.all(Array.from({ length: JOBS }, () => piscina.run(BELOW) as Promise<number>)),
    ours: () =>
      atOnce(THREADS, JOBS, async () => {
        const sink = new CountingSink();
        await threads.execute(requestFor(text, { args: [BELOW] }), sink).finished;
        if (sink.count !== 1) throw new Error(`A job wrote ${sink.count} objects.`);
      }),
  };
  const times = await timesOf(works, 15);
  const [theirs, ours] = [times.piscina, times.ours].map(median) as [number, number];
  await piscina.destroy();
  await threads[Symbol.asyncDispose]();
  const note = `${Math.round((JOBS * 1000) / ours)} jobs/s, piscina ${Math.round((JOBS * 1000) / theirs)}`;
  return [
    {
      name: 'pooled thread jobs per second / piscina',
      ratio: medianRatio(times.piscina, times.ours),
      goal: 0.8,
      direction: 'at least',
      note,
    },
  ];
}

/** Runs work so many times, so many at once. */
async function atOnce(limit: number, times: number, work: () => Promise<void>): Promise<void> {
  let left = times;
  const turns = Array.from({ length: limit }, async () => {
    while (left-- > 0) await work();
  });
  await Promise.all(turns);
}

class Money {
  constructor(
    readonly amount: number,
    readonly currency: string,
  ) {}
}

/** Records of many types, about a megabyte of them. */
function rich(count: number): object[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    name: `item ${id}`,
    created: new Date(1e12 + id),
    tags: new Set(['a', 'b']),
    attributes: new Map<string, unknown>([
      ['key', id],
      ['unit', 'm'],
    ]),
    price: new Money(id, 'EUR'),
    serial: BigInt(id),
    sizes: [1, 2, 3],
    place: { city: 'Oslo', zip: '0150' },
  }));
}

const RICH = 6000;

/** To a thread that is ready and back, types restored, against structured clone by messages of the same size. */
async function richRecords(folder: string): Promise<Measure[]> {
  const file = path.join(folder, 'echo.cjs');
  await writeFile(
    file,
    `const { parentPort } = require('node:worker_threads'); parentPort.on('message', (m) => parentPort.postMessage(m));`,
  );
  const worker = new Worker(file);
  const threads = new ThreadExecutor({ pool: { size: 1 }, reuse: 1 });
  await threads.warmUp();
  const records = rich(RICH);
  const echo = `async ({ input, writeObject }) => { for await (const record of input) await writeObject(record); }`;
  const works = {
    clone: async () => {
      let count = 0;
      await new Promise<void>((resolve) => {
        worker.on('message', (batch: unknown[]) => {
          count += batch.length;
          if (count === RICH) resolve();
        });
        for (let at = 0; at < RICH; at += 500) worker.postMessage(records.slice(at, at + 500));
      });
      worker.removeAllListeners('message');
    },
    ours: async () => {
      const sink = new CountingSink();
      await threads.execute(requestFor(echo, { input: iterate(records) }), sink).finished;
      if (sink.count !== RICH) throw new Error(`${sink.count} records came back.`);
    },
  };
  const times = await timesOf(works, 21);
  const [clone, ours] = [times.clone, times.ours].map(median) as [number, number];
  await worker.terminate();
  await threads[Symbol.asyncDispose]();
  const note = `structured clone ${clone.toFixed(1)} ms, ours ${ours.toFixed(1)} ms`;
  return [
    {
      name: '1 MB rich records to a thread and back / clone',
      ratio: medianRatio(times.ours, times.clone),
      goal: 1.2,
      direction: 'at most',
      note,
    },
  ];
}

async function* iterate<T>(records: readonly T[]): AsyncGenerator<T, void, void> {
  yield* records;
}

const MANY = 1_000_000;

/** A million records out of a process, against batches of 1000 by Node's own channel with the same serialization. */
async function manyRecords(folder: string): Promise<Measure[]> {
  const file = path.join(folder, 'batches.cjs');
  await writeFile(
    file,
    `process.once('message', async (count) => {
      for (let id = 0; id < count; ) {
        const batch = [];
        for (let index = 0; index < 1000; index++, id++) batch.push({ id, name: 'item', value: id });
        await new Promise((resolve) => process.send(batch, resolve));
      }
      process.disconnect();
    });`,
  );
  const processes = new ProcessExecutor({ nodeArguments: [], pool: { size: 1 } });
  const block = `async ({ writeObject }) => {
    for (let id = 0; id < ${MANY}; id++) await writeObject({ id, name: 'item', value: id });
  }`;
  const times = { ipc: [] as number[], ours: [] as number[] };
  let growth = 0;
  for (let round = -1; round < 3; round++) {
    collectGarbage();
    const ipc = await batchesOfFork(file);
    await processes.warmUp();
    collectGarbage();
    const before = process.memoryUsage().rss;
    let highest = 0;
    const start = performance.now();
    const sink = new CountingSink((count) => {
      if (count % 20_000 !== 0) return undefined;
      highest = Math.max(highest, process.memoryUsage().rss - before);
      // A slow reader, now and then.
      return count % 100_000 === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
    });
    await processes.execute(requestFor(block), sink).finished;
    const ours = performance.now() - start;
    if (sink.count !== MANY) throw new Error(`${sink.count} records came.`);
    if (round < 0) continue;
    times.ipc.push(ipc);
    times.ours.push(ours);
    growth = Math.max(growth, highest);
  }
  await processes[Symbol.asyncDispose]();
  const [ipc, ours] = [times.ipc, times.ours].map(median) as [number, number];
  const note = `${Math.round((MANY * 1000) / ours)} records/s, IPC ${Math.round((MANY * 1000) / ipc)}`;
  return [
    {
      name: '1,000,000 records out of a process / raw IPC',
      ratio: medianRatio(times.ipc, times.ours),
      goal: 0.5,
      direction: 'at least',
      note,
    },
    { name: 'growth of the host meanwhile, MB', ratio: growth / MEGABYTE, goal: 100, direction: 'at most' },
  ];
}

function batchesOfFork(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(file, { execArgv: [], serialization: 'advanced' });
    let start = 0;
    let count = 0;
    child.once('error', reject);
    child.once('spawn', () => {
      start = performance.now();
      child.send(MANY);
    });
    child.on('message', (batch: unknown[]) => {
      count += batch.length;
    });
    child.once('exit', () => {
      if (count === MANY) resolve(performance.now() - start);
      else reject(new Error(`${count} records came.`));
    });
  });
}

function requestFor(text: string, rest: Partial<WorkRequest> = {}): WorkRequest {
  return { source: { kind: 'function', text }, args: [], using: {}, ...rest };
}

/** A sink that keeps nothing. */
class CountingSink implements JobSink {
  count = 0;
  exitCode: number | undefined;
  readonly closed = false;
  readonly host = {};
  readonly stopRequested = false;
  readonly #take: (count: number) => Promise<void> | undefined;

  constructor(take: (count: number) => Promise<void> | undefined = () => undefined) {
    this.#take = take;
  }

  get signal(): AbortSignal {
    return new AbortController().signal;
  }
  onStop(): () => void {
    return () => undefined;
  }
  accept(): undefined {}
  emit(): void {}
  writeObject(): Promise<void> | undefined {
    return this.#take(++this.count);
  }
  writeError(record: unknown): undefined {
    throw new Error(String(record));
  }
  writeWarning(): undefined {}
  writeVerbose(): undefined {}
  writeDebug(): undefined {}
  writeInformation(): undefined {}
  writeProgress(): undefined {}
}

/** Where work runs, against Node's own means for the same and piscina. An argument is part of a group's name. */
const wanted = process.argv[2] ?? '';
const folder = await mkdtemp(path.join(tmpdir(), 'bench-executors-'));
try {
  for (const [name, measure] of Object.entries(groups)) {
    if (!name.includes(wanted)) continue;
    for (const result of await measure(folder)) console.log(report(result));
  }
} finally {
  await rm(folder, { recursive: true });
}
