import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { bundleProgram } from './bundled-program.js';

it('fails a job for which no descriptors are left, and nothing else, whatever it is that cannot be opened', () => {
  const program = bundleProgram(new URL('./fixtures/few-descriptors.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    '/bin/sh',
    ['-c', `ulimit -n 80; exec '${process.execPath}' '${program}'`],
    {
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  expect(stderr).toBe('');
  const outcomes = stdout.trim().split('\n');
  expect(outcomes.filter((line) => !/^\d+ \w+ (?:done|210[01],PSSessionStateBroken)$/.test(line))).toEqual([]);
  expect(outcomes.length).toBe(17 * 3);
  expect(outcomes.slice(0, 3)).toEqual([
    '0 process 2101,PSSessionStateBroken',
    '0 thread 2101,PSSessionStateBroken',
    '0 remote 2100,PSSessionStateBroken',
  ]);
  expect(outcomes.slice(-3, -1)).toEqual(['16 process done', '16 thread done']);
  expect(status).toBe(0);
}, 60_000);
