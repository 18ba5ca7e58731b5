import { describe, expect, it } from 'vitest';
import { passOn, run, type Step, Trace, type TracedSteps } from './traced-cmdlet.js';

const write =
  (...values: unknown[]): Step =>
  async (cmdlet) => {
    for (const value of values) await cmdlet.writeObject(value);
  };

describe('stop-upstream', () => {
  const firstOnly: Step = async (cmdlet, input) => {
    await cmdlet.writeObject(input);
    cmdlet.stopUpstream();
  };

  it.each<[string, TracedSteps]>([
    ['begin', { begin: write(1, 2) }],
    ['process', { process: write(1, 2) }],
    ['end', { end: write(1, 2) }],
  ])('raised at a write in %s of the upstream: no end for it, ends downstream', async (_step, steps) => {
    const trace = new Trace();
    const result = await run([
      trace.cmdlet('A', steps),
      trace.cmdlet('B', { process: passOn }),
      trace.cmdlet('S', { process: firstOnly }),
      trace.cmdlet('Z', { process: passOn, end: write('z') }),
    ]);
    expect(result).toMatchObject({ state: 'Completed', hadErrors: false, output: [1, 'z'] });
    const entered = trace.lines.filter((line) => /\.end$/.test(line));
    expect(entered).toEqual(_step === 'end' ? ['A.end', 'Z.end'] : ['Z.end']);
    expect(trace.lines.slice(-4)).toEqual(['A.dispose', 'B.dispose', 'S.dispose', 'Z.dispose']);
  });

  it('fires the signal of the commands upstream, and calls nobody to stop', async () => {
    const trace = new Trace();
    const fired: boolean[] = [];
    await run([
      trace.cmdlet('A', { process: write(1), dispose: (cmdlet) => void fired.push(cmdlet.stopping.aborted) }),
      trace.cmdlet('S', { process: firstOnly }),
      trace.cmdlet('Z', { dispose: (cmdlet) => void fired.push(cmdlet.stopping.aborted) }),
    ]);
    expect(fired).toEqual([true, false]);
    expect(trace.lines.some((line) => line.endsWith('.stop'))).toBe(false);
  });

  it('in the own end lets the ends downstream run', async () => {
    const trace = new Trace();
    await run([
      trace.cmdlet('A', { process: write(1) }),
      trace.cmdlet('S', { process: passOn, end: (cmdlet) => cmdlet.stopUpstream() }),
      trace.cmdlet('Z'),
    ]);
    expect(trace.lines.filter((line) => line.endsWith('.end'))).toEqual(['A.end', 'S.end', 'Z.end']);
  });

  it('reads no more input', async () => {
    const trace = new Trace();
    let read = 0;
    let closed = false;
    function* numbers() {
      try {
        for (;;) yield ++read;
      } finally {
        closed = true;
      }
    }
    const result = await run([trace.cmdlet('S', { process: firstOnly })], numbers());
    expect(result.output).toEqual([1]);
    expect([read, closed]).toEqual([1, true]);
  });

  it('reports an exception that upstream throws while unwinding', async () => {
    const trace = new Trace();
    const a = trace.cmdlet('A', {
      process: async (cmdlet) => {
        await cmdlet.writeObject(1).catch(() => {
          throw named('CleanUpError');
        });
      },
    });
    const result = await run([a, trace.cmdlet('S', { process: firstOnly }), trace.cmdlet('Z', { end: write('z') })]);
    expect(result.errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual(['CleanUpError,TestA']);
    expect(result).toMatchObject({ state: 'Completed', hadErrors: true, output: ['z'] });
  });

  it('throws the signal again at every later write of an upstream that caught it', async () => {
    const trace = new Trace();
    const caught: unknown[] = [];
    const a = trace.cmdlet('A', {
      process: async (cmdlet) => {
        for (const value of [1, 2, 3]) await attempt(() => cmdlet.writeObject(value), caught);
      },
    });
    await run([a, trace.cmdlet('S', { process: firstOnly })]);
    expect(caught).toHaveLength(3);
    expect(trace.lines.filter((line) => line.startsWith('S.process'))).toEqual(['S.process(1)']);
  });
});

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

async function attempt(action: () => Promise<unknown>, caught: unknown[]): Promise<void> {
  try {
    await action();
  } catch (error) {
    caught.push(error);
  }
}
