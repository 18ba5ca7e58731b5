import { Readable, Writable } from 'node:stream';
import { runCommandLine, type Surroundings } from '@cmdlet/shell';

/** What one call of the command left behind. */
export interface CommandOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the command is called; everything has a default. */
export interface CommandSetting {
  readonly stdin?: string | Readable;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  /** Makes standard output and standard error terminals of so many cells. */
  readonly terminal?: number;
}

/** Calls the command in this process, as if it were one of its own. */
export class Command {
  readonly stdout = new TextStream();
  readonly stderr = new TextStream();
  readonly #interrupts = new Set<() => void>();
  readonly exitCode: Promise<number>;

  constructor(words: readonly string[], setting: CommandSetting = {}) {
    const { stdin = '', environment = {}, workingDirectory = fixtures, terminal } = setting;
    if (terminal !== undefined) {
      for (const stream of [this.stdout, this.stderr]) Object.assign(stream, { isTTY: true, columns: terminal });
    }
    const surroundings: Surroundings = {
      words,
      environment,
      workingDirectory,
      stdin: typeof stdin === 'string' ? Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]) : stdin,
      stdout: this.stdout,
      stderr: this.stderr,
      onInterrupt: (callback) => {
        this.#interrupts.add(callback);
        return () => this.#interrupts.delete(callback);
      },
    };
    this.exitCode = runCommandLine(surroundings, () => undefined);
  }

  /** Ctrl+C. */
  interrupt(): void {
    for (const callback of [...this.#interrupts]) callback();
  }

  async ended(): Promise<CommandOutcome> {
    const exitCode = await this.exitCode;
    return { exitCode, stdout: this.stdout.text, stderr: this.stderr.text };
  }
}

/** Calls the command and waits for its end. */
export function cmdlet(words: readonly string[], setting?: CommandSetting): Promise<CommandOutcome> {
  return new Command(words, setting).ended();
}

export const fixtures = new URL('./fixtures/', import.meta.url).pathname;

class TextStream extends Writable {
  text = '';
  #wake: (() => void) | undefined;

  /** Resolves when some text has been written. */
  async next(text: string): Promise<void> {
    while (!this.text.includes(text)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.#wake?.();
    done();
  }
}
