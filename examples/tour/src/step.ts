import { readFileSync } from 'node:fs';
import type { Job, Session } from '@cmdlet/core';

/** One stop of the tour. Its code is shown before it runs. */
export interface Step {
  readonly title: string;
  run(guide: Guide): Promise<void>;
}

/** What a step can use. */
export interface Guide {
  readonly session: Session;
  /** The folder whose files are looked at. */
  readonly folder: string;
  /** A folder with files to play with, which is removed at the end. */
  readonly sandbox: string;
  /** Prints a line, or objects as a table. */
  readonly show: (output: string | readonly object[]) => void;
  /** Prints the error that a call has failed with. */
  readonly showError: (error: unknown) => void;
  /** Shows how far a job is while it runs, and how it ends. */
  readonly watch: (job: Job) => void;
}

/** The lines of a step's `run`, as they stand in the file of that name beside this one. */
export function codeOf(name: string): string[] {
  const lines = readFileSync(new URL(`../src/steps/${name}.ts`, import.meta.url), 'utf8').split('\n');
  const begin = lines.findIndex((line) => line.startsWith('  async run('));
  const end = lines.indexOf('  },', begin);
  return lines.slice(begin + 1, end).map((line) => line.slice('    '.length));
}
