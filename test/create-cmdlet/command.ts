import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ExitCode } from '../../packages/create-cmdlet/src/exit-code.js';
import type { ProgramResult, RunProgramOptions } from '../../packages/create-cmdlet/src/programs/run-program.js';
import { runCommandLine } from '../../packages/create-cmdlet/src/run-command-line.js';

/** What a program would do: its result, or what it throws. */
export type FakeProgram = (
  words: readonly string[],
  options: RunProgramOptions,
) => ProgramResult | Promise<ProgramResult>;

/** One run of the command in a folder of its own, with programs and a terminal that are none. */
export class Command {
  /** The working directory. */
  readonly folder = mkdtempSync(join(tmpdir(), 'create-cmdlet-test-'));
  /** The programs that were run, as people would type them. */
  readonly programs: string[] = [];
  environment: Record<string, string> = {};
  program: FakeProgram = succeed;
  #interrupt: (() => void) | undefined;

  /** Runs the command without a terminal. */
  run(...words: string[]): Promise<CommandResult> {
    return this.#execute(words, new PassThrough().end(), false);
  }

  /** Runs the command at a terminal where somebody types these lines. */
  type(lines: readonly string[], ...words: string[]): Promise<CommandResult> {
    const stdin = new PassThrough();
    const typed = [...lines];
    return this.#execute(words, stdin, true, (written) => {
      // A question ends without a line break.
      if (!/(?:\)|\?): $/.test(written)) return;
      const line = typed.shift();
      if (line === undefined) stdin.end();
      else stdin.write(line);
    });
  }

  /** Presses Ctrl+C while no question is open. */
  interrupt(): void {
    this.#interrupt?.();
  }

  /** Names of what is in the working directory, or in a folder there. */
  files(folder = '.'): readonly string[] {
    return readdirSync(join(this.folder, folder)).sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #execute(
    words: readonly string[],
    stdin: PassThrough,
    isTTY: boolean,
    onWrite: (written: string) => void = () => undefined,
  ): Promise<CommandResult> {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    let [output, errors] = ['', ''];
    stdout.on('data', (text) => {
      output += String(text);
      onWrite(String(text));
    });
    stderr.on('data', (text) => {
      errors += String(text);
    });
    const exitCode = await runCommandLine({
      words,
      environment: this.environment,
      workingDirectory: this.folder,
      stdin: Object.assign(stdin, { isTTY }),
      stdout: Object.assign(stdout, { isTTY }),
      stderr,
      templates: fileURLToPath(new URL('../../templates/', import.meta.url)),
      runProgram: async (given, options) => {
        options.signal.throwIfAborted();
        this.programs.push(given.join(' '));
        const result = await this.program(given, options);
        options.signal.throwIfAborted();
        return result;
      },
      onInterrupt: (callback) => {
        this.#interrupt = callback;
        return () => {
          this.#interrupt = undefined;
        };
      },
    });
    return { exitCode, output, errors };
  }
}

/** What one run of the command left. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly output: string;
  readonly errors: string;
}

/** Every program does what it is told; no folder is in a repository, and the tests say that they passed. */
export function succeed(words: readonly string[]): ProgramResult {
  if (words.includes('rev-parse')) return { exitCode: 128, output: 'fatal: not a git repository' };
  return { exitCode: 0, output: words.includes('test') ? '# tests 9\n# pass 9\n# fail 0\n' : '' };
}
