import { type ChildProcess, spawn } from 'node:child_process';
import { isAbsolute } from 'node:path';

/** Where and how a program runs. */
export interface RunProgramOptions {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends the program, and what it has started, when it fires. */
  readonly signal: AbortSignal;
  /** Milliseconds that an interrupted program has to end by itself. Default 3000. */
  readonly grace?: number;
}

/** How a program ended. */
export interface ProgramResult {
  /** Its exit code; undefined if a signal ended it. */
  readonly exitCode: number | undefined;
  /** What it wrote to standard output and standard error. */
  readonly output: string;
}

/** Runs a program to its end. Rejects if it cannot be started, and with the reason of the signal when that fires. */
export type RunProgram = (words: readonly string[], options: RunProgramOptions) => Promise<ProgramResult>;

/** {@link RunProgram} with a process, which leads a group of its own, so that nothing of it is left running. */
export const runProgram: RunProgram = async (
  [program = '', ...words],
  { directory, environment, signal, grace = 3_000 },
) => {
  signal.throwIfAborted();
  const child = spawn(program, words, {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    // Package managers are .cmd files there, found by their names.
    shell: process.platform === 'win32' && !isAbsolute(program),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  let force: NodeJS.Timeout | undefined;
  const stop = (): void => {
    end(child, 'SIGTERM');
    force = setTimeout(() => end(child, 'SIGKILL'), grace);
  };
  signal.addEventListener('abort', stop);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    signal.throwIfAborted();
    return { exitCode: exitCode ?? undefined, output };
  } finally {
    clearTimeout(force);
    signal.removeEventListener('abort', stop);
  }
};

function end(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
