import { Readable, Writable } from 'node:stream';
import { type InputKind, runCommandLine, type Surroundings } from '@cmdlet/shell';

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
  /** Default: data if there is a standard input, else none. */
  readonly inputKind?: InputKind;
  readonly stdout?: TextStream;
  /** Why no page of the web can be opened. Default: all can. */
  readonly linkFailure?: string;
}

/** Calls the command in this process, as if it were one of its own. */
export class Command {
  readonly stdout: TextStream;
  readonly stderr = new TextStream();
  /** How often the process would have been ended at once. */
  endedAtOnce = 0;
  readonly #interrupts = new Set<() => void>();
  /** Addresses of the pages that were opened. */
  readonly links: string[] = [];
  readonly #idleCallbacks = new Set<() => void>();
  readonly #strayErrors = new Set<(error: unknown) => void>();
  readonly exitCode: Promise<number>;

  constructor(words: readonly string[], setting: CommandSetting = {}) {
    const { stdin = '', environment = {}, workingDirectory = fixtures, terminal } = setting;
    this.stdout = setting.stdout ?? new TextStream();
    if (terminal !== undefined) {
      for (const stream of [this.stdout, this.stderr]) Object.assign(stream, { isTTY: true, columns: terminal });
    }
    const surroundings: Surroundings = {
      words,
      environment,
      workingDirectory,
      inputKind: setting.inputKind ?? (stdin === '' ? 'none' : 'data'),
      stdin: typeof stdin === 'string' ? Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]) : stdin,
      stdout: this.stdout,
      stderr: this.stderr,
      onInterrupt: (callback) => {
        this.#interrupts.add(callback);
        return () => this.#interrupts.delete(callback);
      },
      onStrayError: (callback) => {
        this.#strayErrors.add(callback);
        return () => this.#strayErrors.delete(callback);
      },
      onIdle: (callback) => {
        this.#idleCallbacks.add(callback);
        return () => this.#idleCallbacks.delete(callback);
      },
      openLink: async (address) => {
        if (setting.linkFailure !== undefined) throw new Error(setting.linkFailure);
        this.links.push(address);
      },
    };
    this.exitCode = runCommandLine(surroundings, () => {
      this.endedAtOnce++;
    });
  }

  /** Something was thrown where nobody waits. */
  throwStray(error: unknown): void {
    for (const callback of [...this.#strayErrors]) callback(error);
  }

  /** Nothing is left that could make the process go on. */
  idle(): void {
    for (const callback of [...this.#idleCallbacks]) callback();
  }

  /** Resolves when some text has been written to standard output; rejects if the command ends without it. */
  async shown(text: string): Promise<void> {
    const ended = this.ended().then((outcome) => {
      throw new Error(`The command ended before it wrote ${JSON.stringify(text)}: ${JSON.stringify(outcome)}`);
    });
    await Promise.race([this.stdout.next(text), ended]);
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

/** Collects what is written, and tells when some text is there. */
export class TextStream extends Writable {
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
