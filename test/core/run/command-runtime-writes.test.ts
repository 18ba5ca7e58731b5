import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passOn, run, type Step, Trace, turn } from './traced-cmdlet.js';

describe('a write', () => {
  it('resolves when everything downstream is finished with the object', async () => {
    const trace = new Trace();
    const a: Step = async (cmdlet) => {
      await cmdlet.writeObject(1);
      trace.say('written');
    };
    const slow: Step = async () => {
      await turn();
      trace.say('taken');
    };
    await run([trace.cmdlet('A', { process: a }), trace.cmdlet('B', { process: slow })]);
    expect(trace.lines.slice(2, 6)).toEqual(['A.process', 'B.process(1)', 'taken', 'written']);
  });

  it('hands on the same object, not a copy', async () => {
    const value = { changed: false };
    const change: Step = (cmdlet, input) => {
      (input as typeof value).changed = true;
      return cmdlet.writeObject(input);
    };
    const result = await run([new Trace().cmdlet('A', { process: change })], [value]);
    expect(result.output[0]).toBe(value);
    expect(value.changed).toBe(true);
  });

  it.each<[string, unknown, boolean, unknown[]]>([
    ['a list', [1, 2], false, [[1, 2]]],
    ['undefined', undefined, false, []],
    ['null', null, false, [null]],
    ['a list, enumerated', [1, 2], true, [1, 2]],
    ['a list of lists, enumerated one level deep', [[1, 2], 3], true, [[1, 2], 3]],
    ['a list with null and undefined, enumerated', [1, null, undefined], true, [1, null]],
    ['a set, enumerated', new Set([1, 2]), true, [1, 2]],
    ['a one-shot iterator, enumerated', [1, 2].values(), true, [1, 2]],
    ['an async iterable, enumerated', asyncNumbers(), true, [1, 2]],
    ['null, enumerated', null, true, [null]],
    ['an empty list, enumerated', [], true, []],
    ['a text, enumerated', 'abc', true, ['abc']],
    ['a number, enumerated', 5, true, [5]],
  ])('of %s', async (_what, value, enumerate, expected) => {
    const process: Step = (cmdlet) =>
      enumerate ? cmdlet.writeObject(value as Iterable<unknown>, true) : cmdlet.writeObject(value);
    const result = await run([new Trace().cmdlet('A', { process })]);
    expect(result.output).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array([1, 2])],
    ['a property bag', { a: 1 }],
  ])('of %s, enumerated, is one object', async (_what, value) => {
    const process: Step = (cmdlet) => cmdlet.writeObject(value as Iterable<unknown>, true);
    const result = await run([new Trace().cmdlet('A', { process })]);
    expect(result.output).toEqual([value]);
  });

  it('of an endless sequence delivers element by element', async () => {
    const process: Step = (cmdlet) =>
      cmdlet.writeObject(
        (function* () {
          for (let value = 1; ; value++) yield value;
        })(),
        true,
      );
    const three: Step = async (cmdlet, input) => {
      await cmdlet.writeObject(input);
      if (input === 3) cmdlet.stopUpstream();
    };
    const trace = new Trace();
    const result = await run([trace.cmdlet('A', { process }), trace.cmdlet('S', { process: three })]);
    expect(result.output).toEqual([1, 2, 3]);
  });
});

describe('writes that nobody awaits', () => {
  it('keep their order, and the step waits for them', async () => {
    const trace = new Trace();
    const a: Step = (cmdlet) => {
      for (const value of [1, 2, 3]) void cmdlet.writeObject(value);
      trace.say('A returns');
    };
    const slow: Step = async (cmdlet, input) => {
      await turn();
      await cmdlet.writeObject(input);
    };
    const result = await run([trace.cmdlet('A', { process: a }), trace.cmdlet('B', { process: slow })]);
    expect(result.output).toEqual([1, 2, 3]);
    expect(trace.lines).toEqual([
      ...['A.begin', 'B.begin', 'A.process', 'B.process(1)', 'A returns', 'B.process(2)', 'B.process(3)'],
      ...['A.end', 'B.end', 'A.dispose', 'B.dispose'],
    ]);
  });

  it('stop the step all the same when one of them fails', async () => {
    const trace = new Trace();
    const a: Step = (cmdlet) => {
      for (const value of [1, 2, 3]) void cmdlet.writeObject(value);
    };
    const b: Step = async (_cmdlet, input) => {
      await turn();
      if (input === 2) throw new RangeError('two');
    };
    const result = await run([trace.cmdlet('A', { process: a }), trace.cmdlet('B', { process: b })]);
    expect(result.failure?.fullyQualifiedErrorId).toBe('RangeError,TestB');
    expect(trace.lines).not.toContain('B.process(3)');
    expect(trace.lines).not.toContain('A.end');
  });

  it('are all delivered in order, and no step ever overlaps itself, whatever waits where', async () => {
    const pause = fc.constantFrom<'not' | 'microtask' | 'turn'>('not', 'microtask', 'turn');
    const wait = async (how: 'not' | 'microtask' | 'turn'): Promise<void> => {
      if (how === 'turn') await turn();
      else if (how === 'microtask') await Promise.resolve();
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(pause, pause, fc.boolean()), { maxLength: 12 }), async (plan) => {
        const trace = new Trace();
        let inside = 0;
        let most = 0;
        const stage =
          (which: 0 | 1): Step =>
          (cmdlet, input) => {
            const [how, awaited] = [plan[Number(input)]?.[which] ?? 'not', plan[Number(input)]?.[2] ?? true];
            if (how === 'not') {
              void cmdlet.writeObject(input);
              return undefined;
            }
            return (async () => {
              most = Math.max(most, ++inside);
              await wait(how);
              const written = cmdlet.writeObject(input);
              if (awaited) await written;
              inside--;
            })();
          };
        const records = plan.map((_each, index) => index);
        const result = await run(
          [
            trace.cmdlet('A', { process: passOn }),
            trace.cmdlet('B', { process: stage(0) }),
            trace.cmdlet('C', { process: stage(1) }),
          ],
          records,
        );
        expect(result.output).toEqual(records);
        expect(most).toBeLessThanOrEqual(2);
      }),
      { numRuns: 100 },
    );
  });
});

async function* asyncNumbers() {
  yield 1;
  await turn();
  yield 2;
}
