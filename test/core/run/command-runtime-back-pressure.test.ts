import { Session } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { passOn, run, type Step, Trace, turn } from './traced-cmdlet.js';

describe('back-pressure', () => {
  it('holds a producer that awaits its writes: one record is in flight', async () => {
    const trace = new Trace();
    let [produced, consumed, most] = [0, 0, 0];
    const a: Step = async (cmdlet) => {
      while (produced < 50) {
        produced++;
        most = Math.max(most, produced - consumed);
        await cmdlet.writeObject(produced);
      }
    };
    const slow: Step = async () => {
      await turn();
      consumed++;
    };
    await run([trace.cmdlet('A', { process: a }), trace.cmdlet('B', { process: slow })]);
    expect([produced, consumed, most]).toEqual([50, 50, 1]);
  });

  it('reads input only as fast as the last command takes it', async () => {
    const trace = new Trace();
    let [read, consumed, most] = [0, 0, 0];
    async function* numbers() {
      while (read < 50) {
        read++;
        most = Math.max(most, read - consumed);
        yield read;
      }
    }
    const slow: Step = async () => {
      await turn();
      consumed++;
    };
    await run([trace.cmdlet('A', { process: passOn }), trace.cmdlet('B', { process: slow })], numbers());
    expect([read, consumed, most]).toEqual([50, 50, 1]);
  });

  it('holds the producer of an iterated pipeline at the window', async () => {
    let produced = 0;
    const a: Step = async (cmdlet) => {
      for (;;) await cmdlet.writeObject(++produced);
    };
    const session = await Session.create();
    const taken: unknown[] = [];
    for await (const value of session.pipeline(new Trace().cmdlet('A', { process: a })).with({ window: 4 })) {
      taken.push(value);
      await turn();
      expect(produced - taken.length).toBeLessThanOrEqual(4);
      if (taken.length === 20) break;
    }
    expect(taken).toEqual(Array.from({ length: 20 }, (_each, index) => index + 1));
    await session.dispose();
  });

  it('ends the producer when the consumer of an iterated pipeline leaves', async () => {
    const trace = new Trace();
    const a: Step = async (cmdlet) => {
      for (let value = 1; ; value++) await cmdlet.writeObject(value);
    };
    const session = await Session.create();
    for await (const value of session.pipeline(trace.cmdlet('A', { process: a })).with({ window: 2 })) {
      if (value === 3) break;
    }
    expect(trace.lines).toEqual(['A.begin', 'A.process', 'A.stop', 'A.dispose']);
    await session.dispose();
  });
});
