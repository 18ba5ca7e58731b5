import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type RunProgram, runProgram } from './programs/run-program.js';

/** What the command finds around it: everything that otherwise would be read from `process`, so that a test can give it. */
export interface Surroundings {
  /** The words of the command line, without node and the script. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
  /** The folder with a folder for each template. */
  readonly templates: string;
  /** Runs a package manager or git. */
  readonly runProgram: RunProgram;
  /** Calls back when the user interrupts (Ctrl+C); the result takes it back. */
  onInterrupt(callback: () => void): () => void;
}

/** Those of this process. */
export function processSurroundings(): Surroundings {
  return {
    words: process.argv.slice(2),
    environment: process.env,
    workingDirectory: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    templates: fileURLToPath(new URL('./templates/', import.meta.url)),
    runProgram,
    onInterrupt(callback) {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      for (const signal of signals) process.on(signal, callback);
      return () => {
        for (const signal of signals) process.off(signal, callback);
      };
    },
  };
}
