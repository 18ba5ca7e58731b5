import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from './process-times.js';

/** Something else that does what the command does, and how much of its time ours may take. */
interface Peer extends Call {
  readonly name: string;
  readonly goal: number;
}

const folder = new URL('./peers', import.meta.url).pathname;

/** Commands that greet, made with other libraries. Those that are not installed are left out, which is said. */
export function greetingPeers(directory: string): readonly Peer[] {
  const peer = (name: string, program: string, goal: number, library = name) =>
    existsSync(join(folder, 'node_modules', library))
      ? [{ name, goal, directory, words: [join(folder, program), 'hello', '--name', 'x'] }]
      : missing(name, 'npm install --prefix bench/peers --no-package-lock');
  return [
    ...peer('commander', 'commander.cjs', 0.9),
    ...peer('oclif', 'oclif/bin/run.js', 0.5, '@oclif/core'),
    ...peer('nest-commander', 'nest-commander.cjs', 0.25),
  ];
}

/** Programs that filter and map lines of JSON as the measure wants it. */
export function linePeers(directory: string): readonly Peer[] {
  const peer = (name: string, program: string, words: readonly string[], goal: number) =>
    spawnSync(program, ['--version']).status === 0
      ? [{ name, goal, directory, program, words }]
      : missing(name, `the package of your system that holds ${program}`);
  return [
    ...peer('jq', 'jq', ['-c', 'select(.value > 500) | {id, value}'], 0.4),
    ...peer('Miller', 'mlr', ['--ijsonl', '--ojsonl', 'filter', '$value > 500', 'then', 'cut', '-f', 'id,value'], 0.3),
  ];
}

function missing(name: string, how: string): readonly Peer[] {
  console.error(`${name} is not installed, and left out. To have it: ${how}`);
  return [];
}
