import type { Start } from '../protocol/messages.js';

const currentDirectory = process.cwd.bind(process);

/** Gives a place, which was perhaps made before anybody knew for whom, the directory and environment of its job. */
export function preparePlace({ workingDirectory, environment }: Start, kind: 'thread' | 'process'): void {
  if (kind === 'thread') {
    // The directory is the whole process's: in a thread it can only be told to those who ask.
    process.cwd = workingDirectory === undefined ? currentDirectory : () => workingDirectory;
  } else if (workingDirectory !== undefined && workingDirectory !== process.cwd()) {
    process.chdir(workingDirectory);
  }
  if (environment === undefined) return;
  for (const name of Object.keys(process.env)) {
    if (!(name in environment)) delete process.env[name];
  }
  for (const [name, value] of Object.entries(environment)) {
    if (process.env[name] !== value) process.env[name] = value;
  }
}
