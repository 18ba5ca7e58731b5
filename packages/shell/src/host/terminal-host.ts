import { createInterface } from 'node:readline/promises';
import type {
  ChoiceDescription,
  DebugRecord,
  ErrorRecord,
  FieldDescription,
  Host,
  InformationRecord,
  ProgressRecord,
  VerboseRecord,
  WarningRecord,
} from '@cmdlet/core';
import type { ErrorFormat } from '../command-line/shell-options.js';
import type { Surroundings } from '../surroundings.js';
import { text } from '../text.js';
import { type Painter, painter, wantsColors } from './colors.js';
import { errorJson, errorText } from './error-text.js';
import { ProgressDisplay } from './progress-display.js';

/** How messages are written. */
export interface TerminalHostOptions {
  readonly errorOutput: ErrorFormat;
  /** Shows the stack of errors. */
  readonly trace: boolean;
}

/**
 * The terminal, or whatever standard error and standard input are: messages go to standard error, questions are asked
 * where both are a terminal.
 */
export class TerminalHost implements Host {
  readonly promptForChoice?: NonNullable<Host['promptForChoice']>;
  readonly prompt?: NonNullable<Host['prompt']>;
  readonly #surroundings: Surroundings;
  readonly #options: TerminalHostOptions;
  readonly #paint: Painter;
  readonly #progress: ProgressDisplay | undefined;

  constructor(surroundings: Surroundings, options: TerminalHostOptions) {
    const { stdin, stderr, environment } = surroundings;
    this.#surroundings = surroundings;
    this.#options = options;
    this.#paint = painter(wantsColors(stderr, environment));
    if (stderr.isTTY === true) this.#progress = new ProgressDisplay(stderr, this.#paint);
    if (stdin.isTTY === true && stderr.isTTY === true) {
      this.promptForChoice = (...question) => this.#askChoice(...question);
      this.prompt = (...question) => this.#askFields(...question);
    }
  }

  showError(record: ErrorRecord): void {
    const { errorOutput, trace } = this.#options;
    this.#message(errorOutput === 'json' ? errorJson(record, trace) : this.#paint('error', errorText(record, trace)));
  }

  showWarning(record: WarningRecord): void {
    this.#message(this.#paint('warning', `WARNING: ${record.message}`));
  }

  showVerbose(record: VerboseRecord): void {
    this.#message(this.#paint('warning', `VERBOSE: ${record.message}`));
  }

  showDebug(record: DebugRecord): void {
    this.#message(this.#paint('warning', `DEBUG: ${record.message}`));
  }

  showInformation(record: InformationRecord): void {
    this.#message(record.toString());
  }

  showProgress(record: ProgressRecord): void {
    this.#progress?.show(record);
  }

  /** Writes to standard output without mixing it with the bars below. */
  aboveProgress(write: () => void): void {
    if (this.#progress === undefined) write();
    else this.#progress.above(write);
  }

  /** Takes the progress bars away; nothing is left that keeps the process alive. */
  end(): void {
    this.#progress?.end();
  }

  #message(line: string): void {
    this.aboveProgress(() => this.#surroundings.stderr.write(`${line}\n`));
  }

  async #askChoice(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaultChoice: number,
    signal: AbortSignal,
  ): Promise<number> {
    for (const line of [caption, message]) if (line !== '') this.#message(line);
    const keys = choices.map(({ label }) => hotKeyOf(label));
    const offered = choices.map(({ label }, index) => `[${keys[index] ?? ''}] ${label.replace('&', '')}`).join('  ');
    const hint = defaultChoice >= 0 ? text.defaultChoice(keys[defaultChoice] ?? '') : '';
    for (;;) {
      const answer = (await this.#ask(`${offered}  [?] ${text.help}${hint}: `, signal)).trim().toLowerCase();
      if (answer === '' && defaultChoice >= 0) return defaultChoice;
      const chosen = choices.findIndex(
        ({ label }, index) => keys[index]?.toLowerCase() === answer || label.replace('&', '').toLowerCase() === answer,
      );
      if (chosen >= 0) return chosen;
      if (answer === '?') {
        for (const [index, { helpMessage }] of choices.entries())
          this.#message(`${keys[index] ?? ''} - ${helpMessage}`);
      }
    }
  }

  async #askFields(
    caption: string,
    message: string,
    fields: readonly FieldDescription[],
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>>> {
    for (const line of [caption, message]) if (line !== '') this.#message(line);
    const answers: Record<string, unknown> = {};
    for (const field of fields) {
      answers[field.name] = field.typeName.endsWith('[]')
        ? await this.#askList(field.name, signal)
        : await this.#ask(`${field.name}: `, signal);
    }
    return answers;
  }

  /** One element a line; an empty line ends the list. */
  async #askList(name: string, signal: AbortSignal): Promise<string[]> {
    const elements: string[] = [];
    for (;;) {
      const answer = await this.#ask(`${name}[${elements.length}]: `, signal);
      if (answer === '') return elements;
      elements.push(answer);
    }
  }

  async #ask(question: string, signal: AbortSignal): Promise<string> {
    this.#progress?.end();
    const { stdin, stderr } = this.#surroundings;
    const lines = createInterface({ input: stdin, output: stderr });
    try {
      return await lines.question(question, { signal });
    } finally {
      lines.close();
    }
  }
}

/** The letter after `&`, else the first one. */
function hotKeyOf(label: string): string {
  const at = label.indexOf('&');
  return label.charAt(at < 0 ? 0 : at + 1).toUpperCase();
}
