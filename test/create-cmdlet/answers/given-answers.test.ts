import { describe, expect, it } from 'vitest';
import { readWords } from '../../../packages/create-cmdlet/src/answers/given-answers.js';

const nothing = {
  place: undefined,
  name: undefined,
  template: undefined,
  packageManager: undefined,
  packages: undefined,
  install: true,
  test: true,
  git: undefined,
  overwrite: false,
  yes: false,
  help: false,
  version: false,
};

describe('The words of the command line', () => {
  it.each<[string, object]>([
    ['', {}],
    ['my-pack', { place: 'my-pack' }],
    ['my-pack --template job-pack --package-manager pnpm', { template: 'job-pack', packageManager: 'pnpm' }],
    [
      'my-pack -t javascript-pack -m bun -n other -y',
      { template: 'javascript-pack', packageManager: 'bun', yes: true },
    ],
    ['my-pack --no-install', { install: false, test: false }],
    ['my-pack --no-test', { install: true, test: false }],
    ['my-pack --git', { git: true }],
    ['my-pack --no-git', { git: false }],
    ['my-pack --packages=../tarballs --overwrite', { packages: '../tarballs', overwrite: true }],
    ['-h', { help: true }],
    ['--version', { version: true }],
  ])("'%s'", (line, expected) => {
    const words = line.split(' ').filter(Boolean);
    const given = { place: words.includes('my-pack') ? 'my-pack' : undefined };
    const name = words.includes('-n') ? 'other' : undefined;
    expect(readWords(words)).toEqual({ ...nothing, ...given, name, ...expected });
  });

  it.each([
    ['my-pack --frob', 'BadWords', "Unknown option '--frob'. --help lists"],
    ['my-pack --template', 'BadWords', '--help lists'],
    ['a b', 'BadWords', 'a, b'],
    ['--template tick', 'UnknownTemplate', 'pack, job-pack, service-pack, javascript-pack'],
    ['--package-manager cargo', 'UnknownPackageManager', 'npm, pnpm, yarn, bun'],
    ['--no-install --test', 'TestWithoutInstall', '--no-install'],
  ])("refuse '%s'", (line, errorId, message) => {
    expect(() => readWords(line.split(' '))).toThrow(
      expect.objectContaining({ errorId, message: expect.stringContaining(message), exitCode: 2 }),
    );
  });
});
