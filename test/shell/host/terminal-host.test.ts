/** What a terminal shows, in which order. */
import { Readable, Writable } from 'node:stream';
import { WarningRecord } from '@cmdlet/core';
import { expect, it } from 'vitest';
import { TerminalHost } from '../../../packages/shell/src/host/terminal-host.js';
import { TextSink } from '../../../packages/shell/src/output/text-sink.js';

it('shows what was given before a message above it', async () => {
  let seen = '';
  const terminal = new Writable({
    write(chunk: Buffer, _encoding, done) {
      seen += chunk.toString();
      done();
    },
  });
  const sink = new TextSink(terminal);
  const surroundings = {
    words: [],
    environment: {},
    workingDirectory: '.',
    inputKind: 'none' as const,
    stdin: Readable.from([]),
    stdout: terminal,
    stderr: terminal,
    onInterrupt: () => () => undefined,
    onStrayError: () => () => undefined,
    onIdle: () => () => undefined,
    openLink: async () => undefined,
  };
  const host = new TerminalHost(surroundings, { errorOutput: 'text', trace: false }, sink, undefined);
  void sink.write('first\n');
  host.showWarning(new WarningRecord('second'));
  void sink.write('third\n');
  await sink.end();
  expect(seen).toBe('first\nWARNING: second\nthird\n');
});
