/** How text gets to a stream that may be slow, full or gone. */
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { TextSink } from '../../../packages/shell/src/output/text-sink.js';
import { TextStream } from '../command.js';

function failing(code: string, how: 'callback' | 'throw'): Writable {
  const error = Object.assign(new Error(code), { code });
  return new Writable({
    write(_chunk, _encoding, done) {
      if (how === 'throw') throw error;
      done(error);
    },
  });
}

it('writes all text, in order, before it ends', async () => {
  const written: string[] = [];
  const stream = new Writable({
    highWaterMark: 8,
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      setImmediate(done);
    },
  });
  const sink = new TextSink(stream);
  const lines = Array.from({ length: 5000 }, (_, index) => `line ${index}\n`);
  for (const line of lines) await sink.write(line);
  await sink.end();
  expect(written.join('')).toBe(lines.join(''));
  expect(stream.listenerCount('error')).toBe(0);
});

describe.each(['callback', 'throw'] as const)('a stream that fails by %s', (how) => {
  it.each(['EPIPE', 'ENOSPC'])('with %s is told of once, and takes no more', async (code) => {
    const failures: (string | undefined)[] = [];
    const sink = new TextSink(failing(code, how), { onClosed: (error) => failures.push(error.code) });
    await sink.write('x'.repeat(20_000));
    await sink.end();
    await sink.write('y'.repeat(20_000));
    expect(failures).toEqual([code]);
    expect(sink.closed).toBe(true);
  });
});

it('makes those wait who write little at a time to a stream that takes nothing', async () => {
  let release = (): void => undefined;
  const stream = new Writable({
    highWaterMark: 8,
    write(_chunk, _encoding, done) {
      release = done;
    },
  });
  const sink = new TextSink(stream);
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  void sink.write('the first line\n');
  await turn();
  let hasRoom = false;
  const writing = Promise.resolve(sink.write('the second line\n')).then(() => {
    hasRoom = true;
  });
  for (let count = 0; count < 20; count++) {
    void sink.write('one more\n');
    await turn();
  }
  expect(hasRoom).toBe(false);
  expect(stream.listenerCount('drain')).toBe(1);
  release();
  await turn();
  release();
  await writing;
  expect(hasRoom).toBe(true);
});

it('writes through what stands around it', async () => {
  const order: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      order.push(chunk.toString());
      done();
    },
  });
  const around = (write: () => void): void => {
    order.push('before');
    write();
    order.push('after');
  };
  const sink = new TextSink(stream, { around });
  await sink.write('text\n');
  await sink.flush();
  expect(order).toEqual(['before', 'text\n', 'after']);
});

it('lets other things happen between two writes, however fast the stream is', async () => {
  const sink = new TextSink(new TextStream());
  let hasHappened = false;
  setImmediate(() => {
    hasHappened = true;
  });
  await sink.write('x'.repeat(100_000));
  expect(hasHappened).toBe(true);
});
