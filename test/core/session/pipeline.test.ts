import {
  Cmdlet,
  defineCmdlet,
  ErrorRecord,
  InformationRecord,
  Int32,
  Parameter,
  PSCmdlet,
  Session,
  type StreamRecord,
} from '@cmdlet/core';
import { firstValueFrom, lastValueFrom, take, toArray } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { deferred, turn } from '../run/traced-cmdlet.js';

const log: string[] = [];
let session: Session;
beforeEach(async () => {
  log.length = 0;
  session = await Session.create();
});

/** Writes numbers, waiting for each to be taken. */
@Cmdlet('Get', 'Number')
class GetNumber extends PSCmdlet<number> {
  @Parameter({ type: Int32 }) upTo = Infinity;
  written = 0;
  override async processRecord(): Promise<void> {
    while (this.written < this.upTo) {
      this.written++;
      log.push(`write ${this.written}`);
      await this.writeObject(this.written);
    }
  }
  override endProcessing(): void {
    log.push('end');
  }
  override dispose(): void {
    log.push('dispose');
  }
}

@Cmdlet('Get', 'Double')
class GetDouble extends PSCmdlet<number> {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Int32 }) number!: number;
  override processRecord(): void {
    void this.writeObject(this.number * 2);
  }
  override dispose(): void {
    log.push('dispose double');
  }
}

/** Writes to every stream. */
const Talk = defineCmdlet({
  verb: 'Test',
  noun: 'Talk',
  className: 'Talk',
  async process() {
    await this.writeObject('first');
    await this.writeWarning('careful');
    await this.writeError(new ErrorRecord(new Error('bad'), 'Bad', 'InvalidData'));
    await this.writeVerbose('more');
    await this.writeDebug('even more');
    await this.writeInformation('news', ['tag']);
    await this.writeProgress({ activity: 'work', statusDescription: 'half' });
    await this.writeObject('last');
  },
});
const loud = { verbose: true, debug: true, informationAction: 'Continue' } as const;

const Fail = defineCmdlet({
  verb: 'Test',
  noun: 'Fail',
  className: 'Fail',
  async process() {
    await this.writeObject('before');
    throw new RangeError('broken');
  },
});

function* endless(): Generator<number> {
  try {
    for (let number = 1; ; number++) yield number;
  } finally {
    log.push('input closed');
  }
}

function fail(error: Error): never {
  throw error;
}

describe('A pipeline', () => {
  it('does nothing before somebody wants its results', async () => {
    const pipeline = session.pipeline(GetNumber, { upTo: 1 }).pipe(GetDouble);
    await turn();
    expect(log).toEqual([]);
    expect(await pipeline).toEqual([2]);
  });

  it('that is awaited gives all output', async () => {
    expect(await session.pipeline(GetNumber, { upTo: 3 })).toEqual([1, 2, 3]);
    expect(await session.from([1, 2]).pipe(GetDouble).pipe(GetDouble)).toEqual([4, 8]);
    expect(await session.from([]).pipe(GetDouble)).toEqual([]);
  });

  it('without a command hands its records on', async () => {
    expect(await session.from([1, 'a', null])).toEqual([1, 'a', null]);
    expect(await session.from(['a']).merge({ error: 'output' })).toEqual(['a']);
    for await (const number of session.from(endless())) if (number === 2) break;
    expect(log).toEqual(['input closed']);
  });

  it('takes records from whatever can be iterated', async () => {
    async function* later(): AsyncGenerator<number> {
      yield 1;
      await turn();
      yield 2;
    }
    for (const input of [[1, 2], new Set([1, 2]), later()]) {
      expect(await session.from(input).pipe(GetDouble)).toEqual([2, 4]);
    }
  });

  it('that fails rejects with the exception of the failure, which tells its record', async () => {
    await expect(session.pipeline(Fail).toArray()).rejects.toMatchObject({
      errorRecord: { fullyQualifiedErrorId: 'RangeError,Fail', exception: expect.any(RangeError) as RangeError },
      cause: expect.any(RangeError) as RangeError,
    });
  });

  it.each<[string, (pipeline: ReturnType<Session['from']>) => Promise<unknown>]>([
    ['awaited', async (pipeline) => await pipeline],
    ['run', (pipeline) => pipeline.run()],
    ['iterated', async (pipeline) => (await pipeline[Symbol.asyncIterator]().next()).value as unknown],
    ['subscribed to', (pipeline) => lastValueFrom(pipeline.output$)],
    ['subscribed to for all streams', (pipeline) => lastValueFrom(pipeline.records$)],
  ])('can be used once: a second time, %s, is an error', async (_, use) => {
    const pipeline = session.from([1]).pipe(GetDouble);
    await pipeline;
    await expect(use(pipeline)).rejects.toMatchObject({ errorId: 'InvalidOperation' });
  });

  it('that was derived from another can be used besides it', async () => {
    const first = session.from([1, 2]).pipe(GetDouble);
    const second = first.pipe(GetDouble);
    expect([await first, await second, await first.with({ window: 1 })]).toEqual([
      [2, 4],
      [4, 8],
      [2, 4],
    ]);
  });

  it('of a session that was disposed is an error', async () => {
    const pipeline = session.from([1]);
    await session.dispose();
    await expect(pipeline.toArray()).rejects.toMatchObject({ errorId: 'InvalidOperation' });
    await expect(session.invoke(GetNumber)).rejects.toMatchObject({ errorId: 'InvalidOperation' });
  });
});

describe('single()', () => {
  it('gives the only result', async () => {
    expect(await session.from([4]).pipe(GetDouble).single()).toBe(8);
  });

  it.each([
    [[], 'there was none'],
    [[1, 2], 'at least 2'],
  ])('of the results of %j is an error', async (input, message) => {
    await expect(session.from(input).pipe(GetDouble).single()).rejects.toMatchObject({
      errorId: 'InvalidOperation',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('forEach()', () => {
  it('hands on each object when it is written, and waits for what the function gives back', async () => {
    const gate = deferred<void>();
    const taken: number[] = [];
    const running = session.pipeline(GetNumber, { upTo: 3 }).forEach(async (number) => {
      taken.push(number);
      if (number === 2) await gate.promise;
    });
    await turn();
    expect(taken).toEqual([1, 2]);
    expect(log).toEqual(['write 1', 'write 2']);
    gate.resolve();
    await running;
    expect(taken).toEqual([1, 2, 3]);
    expect(log).toEqual(['write 1', 'write 2', 'write 3', 'end', 'dispose']);
  });

  it.each([
    ['throws', (error: Error): undefined => fail(error)],
    ['rejects', async (error: Error) => fail(error)],
  ])('stops the run when the function %s, rejects with the same, and asks it nothing more', async (_how, refuse) => {
    const refusal = new Error('no more');
    const taken: number[] = [];
    const take = (number: number): unknown => {
      taken.push(number);
      return number === 2 ? refuse(refusal) : undefined;
    };
    const running = session.pipeline(GetNumber).forEach(take);
    await expect(running).rejects.toBe(refusal);
    expect(taken).toEqual([1, 2]);
    expect(log).toEqual(['write 1', 'write 2', 'dispose']);
  });

  it('asks nothing more of a function that refused, though the cmdlet goes on', async () => {
    const Stubborn = defineCmdlet({
      verb: 'Get',
      noun: 'Stubborn',
      className: 'GetStubborn',
      async process() {
        for (const number of [1, 2, 3]) {
          try {
            await this.writeObject(number);
          } catch {
            log.push(`refused ${number}, stopping: ${this.stopping.aborted}`);
          }
        }
      },
    });
    const taken: unknown[] = [];
    const running = session.pipeline(Stubborn).forEach((number) => {
      taken.push(number);
      fail(new TypeError('refused'));
    });
    await expect(running).rejects.toThrow(TypeError);
    expect(taken).toEqual([1]);
    expect(log).toEqual([1, 2, 3].map((number) => `refused ${number}, stopping: true`));
  });

  it('rejects with what failed first, though objects that were not waited for fail too', async () => {
    const Hasty = defineCmdlet({
      verb: 'Get',
      noun: 'Hasty',
      className: 'GetHasty',
      process() {
        for (const number of [1, 2]) void this.writeObject(number);
      },
    });
    const running = session.pipeline(Hasty).forEach(async (number) => {
      await turn();
      fail(new Error(`refused ${String(number)}`));
    });
    await expect(running).rejects.toThrow('refused 1');
  });

  it('rejects with the failure of the run', async () => {
    const taken: unknown[] = [];
    const running = session.pipeline('Get-Nothing').forEach((record) => void taken.push(record));
    await expect(running).rejects.toMatchObject({ errorRecord: { fullyQualifiedErrorId: 'CommandNotFoundException' } });
    expect(taken).toEqual([]);
  });

  it('is stopped by the signal of its settings', async () => {
    const controller = new AbortController();
    const running = session
      .pipeline(GetNumber)
      .with({ signal: controller.signal })
      .forEach((number) => {
        if (number === 3) controller.abort();
      });
    await expect(running).rejects.toThrow('stopped');
    expect(log.at(-1)).toBe('dispose');
  });
});

describe('run()', () => {
  it('gives the records of all streams', async () => {
    const result = await session.pipeline(Talk, loud).run();
    expect(result).toMatchObject({
      state: 'Completed',
      failure: undefined,
      hadErrors: true,
      output: ['first', 'last'],
      warnings: [{ message: 'careful' }],
      verbose: [{ message: 'more' }],
      debug: [{ message: 'even more' }],
      information: [{ messageData: 'news', tags: ['tag'] }],
      progress: [{ activity: 'work' }],
    });
    expect(result.errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual(['Bad,Talk']);
  });

  it('gives a failure as a result, with what came before', async () => {
    const result = await session.pipeline(Fail).run();
    expect(result).toMatchObject({ state: 'Failed', output: ['before'], hadErrors: true });
    expect(result.failure?.fullyQualifiedErrorId).toBe('RangeError,Fail');
  });

  it('gives a stop as a result', async () => {
    const result = await session.pipeline(GetNumber).with({ signal: AbortSignal.abort() }).run();
    expect(result).toMatchObject({ state: 'Stopped', output: [], failure: undefined });
  });
});

describe('Iterating', () => {
  it('gives results one by one, then ends', async () => {
    const results: number[] = [];
    for await (const number of session.pipeline(GetNumber, { upTo: 3 })) results.push(number);
    expect(results).toEqual([1, 2, 3]);
    expect(log.slice(-2)).toEqual(['end', 'dispose']);
  });

  it.each([1, 2, 10])('lets the producer be ahead by the window, %i records, and no further', async (window) => {
    const iterator = session.pipeline(GetNumber).with({ window })[Symbol.asyncIterator]();
    for (let taken = 1; taken <= 3; taken++) {
      expect(await iterator.next()).toEqual({ done: false, value: taken });
      await turn();
      expect(log.length - taken).toBeLessThanOrEqual(window);
      expect(log.length).toBeGreaterThanOrEqual(taken);
    }
    await iterator.return?.();
  });

  it('holds the input back as well', async () => {
    let read = 0;
    function* counting(): Generator<number> {
      for (;;) yield ++read;
    }
    const iterator = session.from(counting()).pipe(GetDouble).with({ window: 4 })[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: 2 });
    await turn();
    expect(read).toBeLessThanOrEqual(5);
    await iterator.return?.();
  });

  it('stops the run when the loop is left, and goes on when it is over and disposed', async () => {
    for await (const number of session.pipeline(GetNumber)) if (number === 2) break;
    expect(log.at(-1)).toBe('dispose');
    expect(log).not.toContain('end');
    const after = log.length;
    await turn();
    expect(log).toHaveLength(after);
  });

  it('closes the input when the loop is left', async () => {
    for await (const number of session.from(endless()).pipe(GetDouble)) if (number === 6) break;
    expect(log).toEqual(['input closed', 'dispose double']);
  });

  it('gives the failure after the results', async () => {
    const results: unknown[] = [];
    const loop = async () => {
      for await (const result of session.pipeline(Fail)) results.push(result);
    };
    await expect(loop()).rejects.toMatchObject({ errorRecord: { errorId: 'RangeError' } });
    expect(results).toEqual(['before']);
  });

  it('answers several requests at once, in order', async () => {
    const iterator = session.pipeline(GetNumber, { upTo: 2 })[Symbol.asyncIterator]();
    const results = await Promise.all([iterator.next(), iterator.next(), iterator.next(), iterator.next()]);
    expect(results.map(({ value }) => value as unknown)).toEqual([1, 2, undefined, undefined]);
  });

  it('that is left ends requests that wait', async () => {
    const never = deferred();
    const Wait = defineCmdlet({
      verb: 'Test',
      noun: 'Wait',
      process() {
        this.stopping.addEventListener('abort', () => never.resolve());
        return never.promise;
      },
    });
    const iterator = session.pipeline(Wait)[Symbol.asyncIterator]();
    const waiting = iterator.next();
    await turn();
    await iterator.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});

describe('output$', () => {
  it('gives results to its subscriber, and completes', async () => {
    expect(await lastValueFrom(session.pipeline(GetNumber, { upTo: 3 }).output$.pipe(toArray()))).toEqual([1, 2, 3]);
  });

  it('errors with the failure', async () => {
    await expect(lastValueFrom(session.pipeline(Fail).output$)).rejects.toMatchObject({
      errorRecord: { fullyQualifiedErrorId: 'RangeError,Fail' },
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['that waits', () => lastValueFrom(session.pipeline(GetNumber).output$.pipe(take(2)))],
    ['that never waits', () => lastValueFrom(session.from(endless()).pipe(GetDouble).output$.pipe(take(1)))],
    ['of records', () => firstValueFrom(session.from(endless()).pipe(GetDouble).records$)],
  ])('stops a producer %s when nobody listens any more', async (_, first) => {
    await first();
    await turn();
    expect(log.some((line) => line.startsWith('dispose'))).toBe(true);
    expect(log.length).toBeLessThan(10);
  });
});

describe('records$', () => {
  it('gives all that is written in order, each with its stream', async () => {
    const records = await lastValueFrom(session.pipeline(Talk, loud).records$.pipe(toArray()));
    expect(records.map(({ stream, record }) => `${stream} ${textOf(record)}`)).toEqual([
      'Output first',
      'Warning careful',
      'Error bad',
      'Verbose more',
      'Debug even more',
      'Information news',
      'Progress work',
      'Output last',
    ]);
  });

  function textOf(given: unknown): string {
    if (typeof given === 'string') return given;
    const record = given as StreamRecord['record'];
    if (InformationRecord.is(record)) return String(record.messageData);
    if (record instanceof ErrorRecord) return record.exception.message;
    return 'activity' in record ? record.activity : record.message;
  }
});

describe('with({ signal })', () => {
  it('stops in the middle of a record', async () => {
    const stop = new AbortController();
    const begun = deferred();
    const Wait = defineCmdlet({
      verb: 'Test',
      noun: 'Wait',
      parameters: { inputObject: { type: Object, valueFromPipeline: true } },
      async process() {
        log.push(`process ${String(this.inputObject)}`);
        begun.resolve();
        await new Promise((_, reject) => {
          this.stopping.addEventListener('abort', () => reject(this.stopping.reason as Error));
        });
      },
      end() {
        log.push('end');
      },
      dispose() {
        log.push('dispose');
      },
    });
    const running = session.from([1, 2]).pipe(Wait).with({ signal: stop.signal }).toArray();
    await begun.promise;
    stop.abort('enough');
    await expect(running).rejects.toMatchObject({ errorId: 'PipelineStopped', cause: 'enough' });
    expect(log).toEqual(['process 1', 'dispose']);
  });

  it('leaves no listener behind', async () => {
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    const counting = new Proxy(signal, {
      get(target, key) {
        if (key === 'addEventListener') return (_: string, listener: unknown) => listeners.add(listener);
        if (key === 'removeEventListener') return (_: string, listener: unknown) => listeners.delete(listener);
        return Reflect.get(target, key, target) as unknown;
      },
    });
    await session.pipeline(GetNumber, { upTo: 1 }).with({ signal: counting });
    await session.pipeline(Fail).with({ signal: counting }).run();
    await session
      .from([1])
      .pipe(GetDouble, { nonsense: 1 } as object)
      .with({ signal: counting })
      .run();
    expect(listeners.size).toBe(0);
  });

  it('that fires when the run is over does nothing', async () => {
    const stop = new AbortController();
    const result = await session.pipeline(GetNumber, { upTo: 1 }).with({ signal: stop.signal }).run();
    stop.abort();
    expect(result.state).toBe('Completed');
  });
});

describe('merge()', () => {
  it('sends streams of the last command into its output', async () => {
    const output = await session.pipeline(Talk, loud).merge({ all: 'output' });
    expect(output).toHaveLength(7);
    const some = await session.pipeline(Talk, loud).merge({ error: 'output', warning: 'null' }).run();
    expect(some.output).toHaveLength(3);
    expect(some).toMatchObject({ errors: [], warnings: [{ message: 'careful' }] });
  });

  it('reaches the next command', async () => {
    const Count = defineCmdlet({
      verb: 'Measure',
      noun: 'It',
      parameters: { inputObject: { type: Object, valueFromPipeline: true } },
      process() {
        log.push(String(this.inputObject));
      },
    });
    await session.pipeline(Talk).merge({ error: 'output' }).pipe(Count);
    expect(log).toEqual(['first', 'bad', 'last']);
  });

  it.each<[object]>([[{ output: 'null' }], [{ constructor: 'null' }], [{ error: 'file' }]])(
    'of %j is RedirectionNotSupported',
    (streams) => {
      expect(() => session.pipeline(Talk).merge(streams)).toThrow(
        expect.objectContaining({ errorId: 'RedirectionNotSupported' }),
      );
    },
  );
});
