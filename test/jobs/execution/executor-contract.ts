import { mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CmdletException,
  containsErrorRecord,
  DebugRecord,
  Duration,
  ErrorRecord,
  InformationRecord,
  PipelineStoppedException,
  ProgressRecord,
  VerboseRecord,
  Version,
  WarningRecord,
} from '@cmdlet/core';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { Serializable } from '../../../packages/jobs/src/execution/envelope/serializable.js';
import type { Executor, WorkRequest, WorkSource } from '../../../packages/jobs/src/execution/executor.js';
import type { ScriptBlockFunction } from '../../../packages/jobs/src/script-block/script-block.js';
import { CollectingSink } from './collecting-sink.js';

/** What an executor can do that others cannot. */
export interface Abilities {
  /** Whether work that does not listen can be ended. */
  readonly force: boolean;
  /** Whether work gets copies. */
  readonly copies: boolean;
  /**
   * Whether a place for work costs little. What is the same code wherever it runs is tried there only, in all its variants.
   */
  readonly cheap: boolean;
}

/** What every executor must do, in tests. */
export function executorContract(name: string, executor: () => Executor, abilities: Abilities): void {
  const run = (block: Block, rest: Partial<WorkRequest> = {}, sink = new CollectingSink()) => {
    const request = { source: source(block), args: [], using: {}, ...rest };
    return { sink, execution: executor().execute(request, sink) };
  };
  const outputOf = async (block: Block, rest: Partial<WorkRequest> = {}): Promise<unknown[]> => {
    const { sink, execution } = run(block, rest);
    await execution.finished;
    return sink.output;
  };

  describe(`the ${name} executor`, () => {
    it('writes what is written before what is given back', async () => {
      const output = await outputOf(async ({ writeObject }) => {
        await writeObject('first');
        return 'second';
      });
      expect(output).toEqual(['first', 'second']);
    });

    it('gives the block its arguments, values and a context that can be taken apart', async () => {
      const output = await outputOf(({ args, using, scriptPath }) => ({ args, using, scriptPath }), {
        args: [1, 'two', { three: 3 }],
        using: { name: 'Oslo' },
      });
      expect(output).toEqual([{ args: [1, 'two', { three: 3 }], using: { name: 'Oslo' }, scriptPath: undefined }]);
    });

    it('gives the arguments and the input as Observables too', async () => {
      const block: Block = async ({ args$, input$, writeObject }) => {
        for (const source of [args$, input$]) {
          await new Promise<void>((resolve, reject) => {
            source.subscribe({ next: (value) => void writeObject(value), error: reject, complete: resolve });
          });
        }
      };
      expect(await outputOf(block, { args: [1, 2], input: inputOf(['a', 'b']) })).toEqual([1, 2, 'a', 'b']);
    });

    it('gives the block its input once', async () => {
      const block: Block = async ({ input, writeObject }) => {
        for await (const record of input) {
          await writeObject(record);
          if (record === 2) break;
        }
        for await (const record of input) await writeObject(`rest ${String(record)}`);
        for await (const record of input) await writeObject(`again ${String(record)}`);
      };
      expect(await outputOf(block, { input: inputOf([1, 2, 3, 4]) })).toEqual([1, 2, 'rest 3', 'rest 4']);
    });

    it('has no input where there is none', async () => {
      const block: Block = async ({ input }) => {
        let count = 0;
        for await (const _ of input) count++;
        return count;
      };
      expect(await outputOf(block)).toEqual([0]);
    });

    it('gives input to all who wait for it at once', async () => {
      async function* late() {
        for (const record of ['a', 'b']) {
          await turn();
          yield record;
        }
      }
      const block: Block = async ({ input }) => {
        const records = input[Symbol.asyncIterator]();
        const results = await Promise.all([records.next(), records.next(), records.next()]);
        return results.map(({ done, value }) => (done === true ? 'end' : value));
      };
      expect(await outputOf(block, { input: late() })).toEqual(['a', 'b', 'end']);
    });

    it('throws in the block what the input throws', async () => {
      async function* failing() {
        yield 1;
        throw new Error('no more');
      }
      const block: Block = async ({ input, writeObject }) => {
        try {
          for await (const record of input) await writeObject(record);
        } catch (error) {
          await writeObject(`caught ${(error as Error).message}`);
        }
      };
      expect(await outputOf(block, { input: failing() })).toEqual([1, 'caught no more']);
    });

    it('reads its input only as fast as the block does', async () => {
      let taken = 0;
      async function* numbers() {
        for (;;) yield taken++;
      }
      const block: Block = async ({ input }) => {
        for await (const record of input) if (record === 5) break;
        return 'done';
      };
      expect(await outputOf(block, { input: numbers() })).toEqual(['done']);
      expect(taken).toBeLessThan(10_000);
    });

    it('keeps the order of all streams, and their records are real ones', async () => {
      const { sink, execution } = run(async (context) => {
        await context.writeObject(1);
        await context.writeError('bad');
        await context.writeWarning('careful');
        await context.writeVerbose('detail');
        await context.writeDebug('deep');
        await context.writeInformation({ a: 1 }, ['tag']);
        await context.writeProgress({ activity: 'Copy', statusDescription: 'going', percentComplete: 40 });
        await context.writeObject(2);
      });
      await execution.finished;
      expect(sink.records.map(([stream]) => stream)).toEqual([
        ...['Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress', 'Output'],
      ]);
      const classes = [ErrorRecord, WarningRecord, VerboseRecord, DebugRecord, InformationRecord, ProgressRecord];
      const records = sink.records.slice(1, -1).map(([, record]) => record);
      for (const [index, Class] of classes.entries()) expect(records[index]).toBeInstanceOf(Class);
      const [error, warning, verbose, debug, information, progress] = records;
      expect((error as ErrorRecord).fullyQualifiedErrorId).toBe('Microsoft.PowerShell.Commands.WriteErrorException');
      expect((error as ErrorRecord).toString()).toBe('bad');
      expect([warning, verbose, debug].map(String)).toEqual(['careful', 'detail', 'deep']);
      expect(information).toMatchObject({ messageData: { a: 1 }, tags: ['tag'] });
      expect((information as InformationRecord).timeGenerated).toBeInstanceOf(Date);
      expect(progress).toMatchObject({ activity: 'Copy', percentComplete: 40, recordType: 'Processing' });
    });

    it('fails with the error that the block throws, with its cause and properties', async () => {
      const { execution, sink } = run(async ({ writeObject }) => {
        await writeObject('before');
        throw Object.assign(new TypeError('broken', { cause: new Error('inner') }), { code: 'E_BROKEN' });
      });
      const error = await rejection(execution.finished);
      expect(error).toBeInstanceOf(TypeError);
      expect(error).toMatchObject({ message: 'broken', code: 'E_BROKEN', cause: { message: 'inner' } });
      expect(sink.output).toEqual(['before']);
    });

    it('fails with what is thrown, be it no error', async () => {
      const { execution } = run(() => {
        throw 'just text';
      });
      expect(await rejection(execution.finished)).toBe('just text');
    });

    it('fails with the error of the Observable that the block gives back, after its values', async () => {
      const { execution, sink } = run(
        ({ input$ }) =>
          new (input$.constructor as typeof Observable)((subscriber) => {
            subscriber.next(1);
            subscriber.error(new TypeError('broken'));
          }),
      );
      expect(await rejection(execution.finished)).toMatchObject({ name: 'TypeError', message: 'broken' });
      expect(sink.output).toEqual([1]);
    });

    it('keeps the error record of what is thrown', async () => {
      const thrown = new CmdletException('no such city', {
        errorId: 'CityNotFound',
        category: 'ObjectNotFound',
        target: 'Olso',
      });
      const { execution } = run(
        ({ args }) => {
          throw args[0];
        },
        { args: [thrown] },
      );
      const error = await rejection(execution.finished);
      if (!containsErrorRecord(error)) throw new Error('no record');
      expect(error.errorRecord.fullyQualifiedErrorId).toBe('CityNotFound');
      expect(error.errorRecord.categoryInfo.category).toBe('ObjectNotFound');
      expect(error.errorRecord.targetObject).toBe('Olso');
    });

    it.each([0, 3, undefined])('ends with the exit code of exit(%s)', async (code) => {
      const { execution, sink } = run(
        async ({ writeObject, exit, args }) => {
          await writeObject('before');
          exit(args[0] as number | undefined);
        },
        { args: [code] },
      );
      expect(await execution.finished).toEqual({ exitCode: code ?? 0 });
      expect(sink.output).toEqual(['before']);
    });

    it('has no exit code where the block just ends', async () => {
      expect(await run(() => 1).execution.finished).toEqual({ exitCode: undefined });
    });

    it('runs the initialization before, and keeps its output back', async () => {
      const { execution, sink } = run(() => Reflect.get(globalThis, '__initialized'), {
        initialization: source(() => {
          Reflect.set(globalThis, '__initialized', 'yes');
          return 'output of the initialization';
        }),
      });
      await execution.finished;
      expect(sink.output).toEqual(['yes']);
      Reflect.deleteProperty(globalThis, '__initialized');
    });

    it('delivers what the initialization says on other streams', async () => {
      const { execution, sink } = run(() => 'output', {
        initialization: source(async ({ writeWarning, writeInformation }) => {
          await writeWarning('careful');
          await writeInformation('for the host');
        }),
      });
      await execution.finished;
      expect(sink.records.map(([stream, record]) => [stream, String(record)])).toEqual([
        ['Warning', 'careful'],
        ['Information', 'for the host'],
        ['Output', 'output'],
      ]);
    });

    it.each<[string, Block]>([
      [
        'throws',
        () => {
          throw new Error('not ready');
        },
      ],
      ['writes an error', ({ writeError }) => writeError('not ready')],
    ])('fails without running the block when the initialization %s', async (_what, initialization) => {
      const { execution, sink } = run(() => 'ran', { initialization: source(initialization) });
      const error = await rejection(execution.finished);
      expect(error).toMatchObject({
        message: expect.stringContaining('not ready'),
        errorRecord: { fullyQualifiedErrorId: 'PSSessionStateBroken' },
      });
      expect(sink.output).toEqual([]);
    });

    it('runs the default export of a module, which knows its path', async () => {
      const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'script ')));
      const file = path.join(folder, 'script.mjs');
      await writeFile(path.join(folder, 'name.mjs'), `export const name = 'Oslo';`);
      await writeFile(
        file,
        `import { name } from './name.mjs'; export default ({ scriptPath, args }) => [name, scriptPath, ...args];`,
      );
      const { execution, sink } = run(() => 0, { source: { kind: 'module', path: file }, args: [7] });
      await execution.finished;
      expect(sink.output).toEqual(['Oslo', file, 7]);
    });

    it('finds imports of a function where it was written', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'script-'));
      await writeFile(path.join(folder, 'name.mjs'), `export const name = 'Bergen';`);
      const { execution, sink } = run(() => 0, {
        source: {
          kind: 'function',
          text: `async () => (await import('./name.mjs')).name + typeof require('node:path').join`,
          file: path.join(folder, 'caller.mjs'),
        },
      });
      await execution.finished;
      expect(sink.output).toEqual(['Bergenfunction']);
    });

    it('tells the block to stop, and the block may clean up', async () => {
      const sink = new CollectingSink();
      const started = new Promise<void>((resolve) => {
        sink.hold = () => {
          resolve();
          return undefined;
        };
      });
      const { execution } = run(
        async ({ signal, writeObject, writeWarning }) => {
          await writeObject('started');
          try {
            signal.throwIfAborted();
            await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
          } finally {
            await writeWarning('cleaned up');
          }
        },
        {},
        sink,
      );
      await started;
      sink.stop();
      const error = await rejection(execution.finished);
      expect(PipelineStoppedException.is(error)).toBe(true);
      expect(sink.of('Warning').map(String)).toEqual(['cleaned up']);
    });

    it('leaves the Observable that the block gives back when it is stopped', async () => {
      const sink = new CollectingSink();
      sink.hold = (count) => {
        if (count === 3) sink.stop();
        return undefined;
      };
      const { execution } = run(
        ({ input$, writeWarning }) =>
          new (input$.constructor as typeof Observable)((subscriber) => {
            const timer = setInterval(() => subscriber.next(1), 1);
            return () => {
              clearInterval(timer);
              void writeWarning('left');
            };
          }),
        {},
        sink,
      );
      expect(PipelineStoppedException.is(await rejection(execution.finished))).toBe(true);
      expect(sink.of('Warning').map(String)).toEqual(['left']);
    });

    it('stops a block that only writes', async () => {
      const sink = new CollectingSink();
      sink.hold = (count) => {
        if (count === 3) sink.stop();
        return undefined;
      };
      const { execution } = run(
        async ({ writeObject }) => {
          for (let number = 0; ; number++) await writeObject(number);
        },
        {},
        sink,
      );
      expect(PipelineStoppedException.is(await rejection(execution.finished))).toBe(true);
    });

    it('holds the block while the reader is slow, and loses nothing', async () => {
      const sink = new CollectingSink();
      let release: () => void = () => undefined;
      let held = 0;
      sink.hold = (count) => {
        if (count !== 100) return undefined;
        held = count;
        return new Promise((resolve) => {
          release = resolve;
        });
      };
      const { execution } = run(
        async ({ writeObject, writeProgress, input }) => {
          let ahead = 0;
          void (async () => {
            for await (const _ of input) await writeProgress({ activity: 'a', statusDescription: String(ahead) });
          })();
          for (; ahead < 50_000; ahead++) await writeObject(ahead);
        },
        {},
        sink,
      );
      while (held === 0) await turn();
      for (let waited = 0; waited < 50; waited++) await turn();
      expect(sink.output.length).toBe(100);
      release();
      await execution.finished;
      expect(sink.output.length).toBe(50_000);
      expect(sink.output.at(-1)).toBe(49_999);
    });

    it('asks the host of the job', async () => {
      const sink = new CollectingSink();
      sink.host = {
        promptForChoice: async (_caption, _message, choices, defaultChoice) => choices.length + defaultChoice,
        prompt: async (_caption, message, fields) => ({ message, first: fields[0]?.name }),
      };
      const { execution } = run(
        async ({ host, signal, writeObject }) => {
          const choices = [{ label: '&Yes', helpMessage: '' }];
          await writeObject(await host.promptForChoice?.('c', 'm', choices, 5, signal));
          const field = {
            name: 'City',
            label: '',
            typeName: 'String',
            helpMessage: '',
            isMandatory: true,
            attributes: [],
          };
          await writeObject(await host.prompt?.('c', 'question', [field], signal));
        },
        {},
        sink,
      );
      await execution.finished;
      expect(sink.output).toEqual([6, { message: 'question', first: 'City' }]);
    });

    it('throws in the block what the host throws', async () => {
      const sink = new CollectingSink();
      sink.host = { promptForChoice: () => Promise.reject(new Error('nobody is here')) };
      const { execution } = run(
        async ({ host, signal }) =>
          host.promptForChoice?.('c', 'm', [], 0, signal).catch((error: Error) => error.message),
        {},
        sink,
      );
      await execution.finished;
      expect(sink.output).toEqual(['nobody is here']);
    });

    it('tells where work runs', () => {
      expect(executor().location).not.toBe('');
    });

    if (abilities.cheap) varying(run, outputOf);
    if (abilities.copies) copying(run);
    if (abilities.force) forcing(run);
  });
}

type Run = (
  block: Block,
  rest?: Partial<WorkRequest>,
  sink?: CollectingSink,
) => { sink: CollectingSink; execution: ReturnType<Executor['execute']> };

/** What is the same code wherever it runs. */
function varying(run: Run, outputOf: (block: Block, rest?: Partial<WorkRequest>) => Promise<unknown[]>): void {
  it.each<[string, Block, unknown[]]>([
    ['a value', () => 5, [5]],
    ['a promise of a value', async () => 'x', ['x']],
    ['nothing', () => undefined, []],
    ['null', () => null, [null]],
    ['an array element by element', () => [1, [2, 3], 'ab'], [1, [2, 3], 'ab']],
    ['an empty array', () => [], []],
    [
      'a generator',
      function* () {
        yield 1;
        yield 2;
      },
      [1, 2],
    ],
    [
      'an async generator',
      async function* () {
        yield 'a';
        yield 'b';
      },
      ['a', 'b'],
    ],
    ['a set element by element', () => new Set(['a', 'b']), ['a', 'b']],
    ['the values of an Observable', ({ args$ }) => args$, []],
    [
      'the values of an Observable, be they late',
      ({ input$ }) =>
        new (input$.constructor as typeof Observable)((subscriber) => {
          subscriber.next(1);
          setImmediate(() => {
            subscriber.next(undefined);
            subscriber.next('late');
            subscriber.complete();
          });
        }),
      [1, 'late'],
    ],
  ])('takes %s that a block gives back', async (_what, block, expected) => {
    expect(await outputOf(block)).toEqual(expected);
  });

  it('fails for a module without a default export', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'script-'));
    const file = path.join(folder, 'script.mjs');
    await writeFile(file, 'export const x = 1;');
    const { execution } = run(() => 0, { source: { kind: 'module', path: file } });
    expect(await rejection(execution.finished)).toMatchObject({
      errorRecord: { fullyQualifiedErrorId: 'ScriptBlockNotFunction' },
    });
  });

  it.each([
    ['an arrow', '() => 1'],
    ['a function', 'function () { return 1 }'],
    ['a named function', 'function one() { return 1 }'],
    ['an async arrow', 'async () => 1'],
    ['a generator', 'function* () { yield 1 }'],
    ['a method', 'one() { return 1 }'],
    ['an async method', 'async one() { return 1 }'],
    ['a generator method', '*one() { yield 1 }'],
    ['one with a comment at its end', '() => 1 // one'],
    ['one whose names a compiler keeps', '() => { const f = __name(() => 1, "f"); return f() }'],
  ])('takes the text of %s', async (_what, text) => {
    expect(await outputOf(() => 0, { source: { kind: 'function', text } })).toEqual([1]);
  });

  it.each(['() => {', '1 +'])('fails for text that is no function: %s', async (text) => {
    const { execution } = run(() => 0, { source: { kind: 'function', text } });
    expect(await rejection(execution.finished)).toMatchObject({ name: 'SyntaxError' });
  });

  it('fails for a value in place of a function', async () => {
    const { execution } = run(() => 0, { source: { kind: 'function', text: '42' } });
    expect(await rejection(execution.finished)).toMatchObject({
      errorRecord: { fullyQualifiedErrorId: 'ScriptBlockNotFunction' },
    });
  });
}

function copying(run: Run): void {
  it('asks the host of the job for work that gives no signal, until it is stopped', async () => {
    const sink = new CollectingSink();
    const asked = new Promise<void>((resolve) => {
      sink.host = {
        promptForChoice: () => {
          resolve();
          return new Promise(() => undefined);
        },
      };
    });
    const { execution } = run(
      async ({ host }) => {
        const ask: (...question: never) => Promise<number> = host.promptForChoice ?? (async () => 0);
        await Reflect.apply(ask, host, ['c', 'm', [{ label: '&Yes' }], 0]);
      },
      {},
      sink,
    );
    await asked;
    sink.stop();
    expect(PipelineStoppedException.is(await rejection(execution.finished))).toBe(true);
  });

  it('makes prints records: lines for the host, errors, warnings', async () => {
    const { execution, sink } = run(() => {
      console.log('one\ntwo');
      process.stdout.write('three');
      process.stdout.write(' and more');
      console.error('wrong');
      console.warn('careful %d', 5);
      process.stdout.write('\n');
    });
    await execution.finished;
    expect(sink.records.map(([stream, record]) => [stream, String(record)])).toEqual([
      ['Information', 'one'],
      ['Information', 'two'],
      ['Error', 'wrong'],
      ['Warning', 'careful 5'],
      ['Information', 'three and more'],
    ]);
    expect(sink.information[0]?.tags).toEqual(['PSHOST']);
    expect(sink.errors[0]?.fullyQualifiedErrorId).toBe('NativeCommandError');
    expect(sink.errors[0]?.categoryInfo.category).toBe('FromStdErr');
  });

  it('drops functions with one warning, and goes on', async () => {
    const { execution, sink } = run(async ({ writeObject }) => {
      await writeObject({ a: 1, deep: { handler: () => 1 } });
      await writeObject({ b: 2, other: () => 2 });
    });
    await execution.finished;
    expect(sink.output).toEqual([{ a: 1, deep: {} }, { b: 2 }]);
    expect(sink.of('Warning').map(String)).toEqual([expect.stringContaining('deep.handler is a function')]);
  });

  it('makes an object that cannot be sent an error of its own, and goes on', async () => {
    const { execution, sink } = run(async ({ writeObject }) => {
      await writeObject(1);
      await writeObject(() => 2);
      await writeObject(new WeakMap());
      await writeObject(3);
    });
    await execution.finished;
    expect(sink.output).toEqual([1, 3]);
    expect(sink.errors.map((error) => error.fullyQualifiedErrorId)).toEqual([
      'SerializationFailed',
      'SerializationFailed',
    ]);
  });

  it('refuses arguments that cannot be sent, before anything runs', () => {
    expect(() => run(() => 1, { args: [1], using: { map: new WeakMap() } })).not.toThrow();
    const failing = () => run(() => 1, { using: Object.assign(() => 1, {}) as never });
    expect(failing).toThrow(expect.objectContaining({ errorId: 'SerializationFailed' }));
  });

  it('makes an instance that cannot be made here an error of its own, and goes on', async () => {
    class Fragile {}
    Serializable<Fragile>({
      name: 'Test.Fragile',
      revive: () => {
        throw new Error('it broke');
      },
    })(Fragile);
    const { execution, sink } = run(async ({ writeObject }) => {
      class Theirs {}
      const serialization = { name: 'Test.Fragile', reference: 'Test.Fragile', serialize: () => ({}) };
      Object.defineProperty(Theirs.prototype, Symbol.for('@cmdlet/jobs/serialization'), { value: serialization });
      await writeObject(1);
      await writeObject(new Theirs());
      await writeObject(3);
    });
    await execution.finished;
    expect(sink.output).toEqual([1, 3]);
    expect(sink.errors.map(String)).toEqual([expect.stringMatching(/Test\.Fragile.*it broke/)]);
    expect(sink.errors[0]?.fullyQualifiedErrorId).toBe('SerializationFailed');
  });

  it('looks closer at arguments that only look like plain data', async () => {
    const { execution, sink } = run(({ args }) => args[0], { args: [new Proxy({ a: 1 }, {})] });
    await execution.finished;
    expect(sink.output).toEqual([{ a: 1 }]);
  });

  it('fails with what is thrown, though it only looks like plain data', async () => {
    const { execution } = run(() => {
      throw new Proxy({ a: 1 }, {});
    });
    expect(await rejection(execution.finished)).toEqual({ a: 1 });
  });

  it('keeps URLs, durations and versions', async () => {
    const things = [new URL('https://example.org/a?b=c'), new Duration(1500), new Version(1, 10, 3)];
    const block: Block = ({ args }) => {
      const [url, duration, version] = args as [URL, Duration, Version];
      const said = [url.searchParams.get('b'), duration.milliseconds, version.compareTo(version)];
      return [said, url, duration, version];
    };
    const { execution, sink } = run(block, { args: things });
    await execution.finished;
    expect(sink.output).toEqual([['c', 1500, 0], ...things]);
    const [url, duration, version] = sink.output.slice(1);
    expect([url instanceof URL, duration instanceof Duration, version instanceof Version]).toEqual([true, true, true]);
  });

  it('takes a copy when something is written', async () => {
    const { execution, sink } = run(async ({ writeObject }) => {
      const row = { number: 0, list: [0] };
      for (let number = 1; number <= 3; number++) {
        row.number = number;
        row.list = [number];
        await writeObject(row);
      }
    });
    await execution.finished;
    expect(sink.output).toEqual([1, 2, 3].map((number) => ({ number, list: [number] })));
  });
}

function forcing(run: Run): void {
  it.each(['terminate', 'kill'] as const)('ends an endless loop by force: %s', async (how) => {
    const sink = new CollectingSink();
    const { execution } = run(
      async ({ writeObject }) => {
        await writeObject('started');
        for (;;) {
          // For ever.
        }
      },
      {},
      sink,
    );
    while (sink.output.length === 0) await turn();
    sink.stop();
    await (execution[how] ?? execution.terminate).call(execution);
    expect(await rejection(execution.finished)).toMatchObject({ name: 'WorkLostException' });
    expect(sink.output).toEqual(['started']);
  });

  it.each<[string, Block, string]>([
    [
      'a rejection that nobody handles',
      () => {
        void Promise.reject(new Error('left alone'));
        return new Promise(() => setInterval(() => undefined, 1000));
      },
      'left alone',
    ],
    [
      'a throw in a timer',
      () => {
        setTimeout(() => {
          throw new Error('from a timer');
        }, 1);
        return new Promise(() => setInterval(() => undefined, 1000));
      },
      'from a timer',
    ],
  ])('fails at once for %s', async (_what, block, message) => {
    const { execution } = run(block);
    expect(await rejection(execution.finished)).toMatchObject({ message });
  });

  it('takes process.exit for exit, and loses nothing of what was written', async () => {
    const { execution, sink } = run(async ({ writeObject }) => {
      for (let number = 0; number < 20_000; number++) void writeObject({ number });
      process.exit(3);
    });
    expect(await execution.finished).toEqual({ exitCode: 3 });
    expect(sink.output.length).toBe(20_000);
  });

  it.each<[string, Block]>([
    ['exits', () => process.exit(2)],
    [
      'fails where nobody catches it',
      () => {
        setTimeout(() => {
          throw new Error('late');
        }, 1);
        return new Promise(() => setInterval(() => undefined, 1000));
      },
    ],
  ])('keeps what was printed without the end of its line by work that %s', async (_what, ends) => {
    const text = `(context) => { process.stdout.write('half a'); process.stdout.write(' line'); return (${ends.toString()})(); }`;
    const { execution, sink } = run(() => 0, { source: { kind: 'function', text } });
    await execution.finished.catch(() => undefined);
    expect(sink.information.map(String)).toEqual(['half a line']);
  });

  it('fails for work that waits for what will never come', async () => {
    const { execution } = run(() => new Promise(() => undefined));
    await execution.terminate();
    expect(await rejection(execution.finished)).toMatchObject({
      name: 'WorkLostException',
      errorRecord: { fullyQualifiedErrorId: '2101,PSSessionStateBroken', categoryInfo: { category: 'OpenError' } },
    });
  });
}

type Block = ScriptBlockFunction;

/** A function as executors take it that run elsewhere; the inline one takes it as well. */
export function source(block: Block): WorkSource {
  return { kind: 'function', text: block.toString() };
}

/** Why a promise was rejected. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`It resolved: ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}

/** Lets input, output and timers have their turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Records as input. */
export async function* inputOf<T>(records: readonly T[]): AsyncGenerator<T, void, void> {
  yield* records;
}
