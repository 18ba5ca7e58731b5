import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DescriptorStream } from '../../packages/shell/src/descriptor-stream.js';

let folder: string;
let descriptor: number;
const unused = (): never => {
  throw new Error('Node’s stream was opened.');
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cmdlet-stream-'));
  descriptor = openSync(join(folder, 'output'), 'w');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('A stream on a descriptor', () => {
  it('writes at once, in the order of the calls, and has room for more', async () => {
    const stream = new DescriptorStream(descriptor, unused);
    expect(stream.write('ä\n')).toBe(true);
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('ä\n');
    const large = 'x'.repeat(1_000_000);
    await new Promise<void>((resolve) => stream.write(large, () => resolve()));
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe(`ä\n${large}`);
    closeSync(descriptor);
  });

  it('is settled where nothing is left to tell', async () => {
    const stream = new DescriptorStream(descriptor, unused);
    stream.write('x');
    expect(stream.isSettled).toBe(true);
    const told = new Promise<void>((resolve) => stream.write('y', () => resolve()));
    expect(stream.isSettled).toBe(false);
    await told;
    expect(stream.isSettled).toBe(true);
    closeSync(descriptor);
    const failure = new Promise((resolve) => stream.on('error', resolve));
    stream.write('z');
    expect(stream.isSettled).toBe(false);
    await failure;
    expect(stream.isSettled).toBe(true);
  });

  it('emits what goes wrong after the call, as streams do', async () => {
    const readOnly = openSync(join(folder, 'output'), 'r');
    const stream = new DescriptorStream(readOnly, unused);
    const failure = new Promise<NodeJS.ErrnoException>((resolve) => stream.on('error', resolve));
    expect(stream.write('x')).toBe(false);
    expect((await failure).code).toBe('EBADF');
    closeSync(readOnly);
    closeSync(descriptor);
  });
});
