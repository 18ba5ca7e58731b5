import type {
  DebugRecord,
  ErrorRecord,
  Host,
  InformationRecord,
  ProgressRecord,
  VerboseRecord,
  WarningRecord,
} from '@cmdlet/core';
import type { ErrorFormat } from '../command-line/shell-options.js';
import type { TextSink } from '../output/text-sink.js';
import type { Surroundings } from '../surroundings.js';
import { type Painter, painter, wantsColors } from './colors.js';
import { errorJson, errorText } from './error-text.js';
import type { ProgressDisplay } from './progress-display.js';
import { Questions } from './questions.js';
import { widthOf } from './window-width.js';

/** How messages are written. */
export interface TerminalHostOptions {
  readonly errorOutput: ErrorFormat;
  /** Shows the stack of errors. */
  readonly trace: boolean;
}

/**
 * The terminal, or whatever standard error and standard input are: messages go to standard error, questions are asked
 * where both are a terminal, output goes to standard output.
 */
export class TerminalHost implements Host {
  readonly promptForChoice?: NonNullable<Host['promptForChoice']>;
  readonly prompt?: NonNullable<Host['prompt']>;
  readonly supportsColor: boolean;
  /** How many errors were shown. */
  errors = 0;
  readonly #surroundings: Surroundings;
  readonly #options: TerminalHostOptions;
  readonly #paint: Painter;
  readonly #output: TextSink;
  readonly #progress: ProgressDisplay | undefined;

  /** @param progress the bars on the terminal; undefined where there are none */
  constructor(
    surroundings: Surroundings,
    options: TerminalHostOptions,
    output: TextSink,
    progress: ProgressDisplay | undefined,
  ) {
    const { stdout, stderr, environment } = surroundings;
    this.#surroundings = surroundings;
    this.#options = options;
    this.#output = output;
    this.#progress = progress;
    this.#paint = painter(wantsColors(stderr, environment));
    this.supportsColor = wantsColors(stdout, environment);
    if (stderr.isTTY === true && surroundings.inputKind === 'terminal') {
      const questions = new Questions(surroundings, (line) => this.showMessage(line), progress);
      this.promptForChoice = (...question) => questions.choice(...question);
      this.prompt = (...question) => questions.fields(...question);
    }
  }

  showOutput(line: string): Promise<void> | undefined {
    return this.#output.write(`${line}\n`);
  }

  windowSize(): { readonly columns: number; readonly rows: number } {
    const { stdout, environment } = this.#surroundings;
    return { columns: widthOf(stdout, environment), rows: stdout.rows ?? Number.MAX_SAFE_INTEGER };
  }

  showError(record: ErrorRecord): void {
    const { errorOutput, trace } = this.#options;
    this.errors++;
    this.showMessage(
      errorOutput === 'json' ? errorJson(record, trace) : this.#paint('error', errorText(record, trace)),
    );
  }

  showWarning(record: WarningRecord): void {
    this.showMessage(this.#paint('warning', `WARNING: ${record.message}`));
  }

  showVerbose(record: VerboseRecord): void {
    this.showMessage(this.#paint('warning', `VERBOSE: ${record.message}`));
  }

  showDebug(record: DebugRecord): void {
    this.showMessage(this.#paint('warning', `DEBUG: ${record.message}`));
  }

  showInformation(record: InformationRecord): void {
    this.showMessage(record.toString());
  }

  showProgress(record: ProgressRecord): void {
    this.#progress?.show(record);
  }

  /** Writes a message to standard error, above the bars if there are some. */
  showMessage(message: string): void {
    this.showLines(`${message}\n`);
  }

  /** The same for whole lines, each with its end. */
  showLines(lines: string): undefined {
    // What was given before a message stands before it, where both are seen.
    void this.#output.flush();
    const write = (): void => {
      this.#surroundings.stderr.write(lines);
    };
    if (this.#progress === undefined) write();
    else this.#progress.above(write);
  }

  /** Takes the progress bars away; nothing is left that keeps the process alive. */
  end(): void {
    this.#progress?.end();
  }
}
