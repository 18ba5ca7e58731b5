import { createInterface } from 'node:readline/promises';
import type { ChoiceDescription, FieldDescription } from '@cmdlet/core';
import type { Surroundings } from '../surroundings.js';
import { text } from '../text.js';
import type { ProgressDisplay } from './progress-display.js';

/** Questions to somebody at a terminal. Those that wait reject when the run is stopped. */
export class Questions {
  readonly #surroundings: Pick<Surroundings, 'stdin' | 'stderr'>;
  readonly #show: (line: string) => void;
  readonly #progress: ProgressDisplay | undefined;

  /** @param show shows a line above the question */
  constructor(
    surroundings: Pick<Surroundings, 'stdin' | 'stderr'>,
    show: (line: string) => void,
    progress: ProgressDisplay | undefined,
  ) {
    this.#surroundings = surroundings;
    this.#show = show;
    this.#progress = progress;
  }

  /** @returns the index of the choice, asking again until it is one; -1 when the input ends */
  async choice(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaultChoice: number,
    signal: AbortSignal,
  ): Promise<number> {
    for (const line of [caption, message]) if (line !== '') this.#show(line);
    const keys = choices.map(({ label }) => hotKeyOf(label));
    const offered = choices.map(({ label }, index) => `[${keys[index] ?? ''}] ${label.replace('&', '')}`).join('  ');
    const hint = defaultChoice >= 0 ? text.defaultChoice(keys[defaultChoice] ?? '') : '';
    for (;;) {
      const line = await this.#ask(`${offered}  [?] ${text.help}${hint}: `, signal);
      if (line === undefined) return -1;
      const answer = line.trim().toLowerCase();
      if (answer === '' && defaultChoice >= 0) return defaultChoice;
      const chosen = choices.findIndex(
        ({ label }, index) => keys[index]?.toLowerCase() === answer || label.replace('&', '').toLowerCase() === answer,
      );
      if (chosen >= 0) return chosen;
      if (answer !== '?') continue;
      for (const [index, { helpMessage }] of choices.entries()) this.#show(`${keys[index] ?? ''} - ${helpMessage}`);
    }
  }

  /**
   * @returns what was typed, by name; lists end with an empty line, `!?` shows the help of a field, and what cannot be used
   *   is asked for again. Null when the input ends
   */
  async fields(
    caption: string,
    message: string,
    fields: readonly FieldDescription[],
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>> | null> {
    for (const line of [caption, message]) if (line !== '') this.#show(line);
    if (fields.some(({ helpMessage }) => helpMessage !== '')) this.#show(text.helpForFields);
    const answers: Record<string, unknown> = {};
    for (const field of fields) {
      const isList = field.typeName.endsWith('[]');
      const answer = await (isList ? this.#list(field, signal) : this.#field(field, field.name, signal));
      if (answer === undefined) return null;
      answers[field.name] = answer;
    }
    return answers;
  }

  /** One element a line; an empty line ends the list. */
  async #list(field: FieldDescription, signal: AbortSignal): Promise<string[] | undefined> {
    const elements: string[] = [];
    for (;;) {
      const answer = await this.#field(field, `${field.name}[${elements.length}]`, signal);
      if (answer === undefined) return undefined;
      if (answer === '') return elements;
      elements.push(answer);
    }
  }

  /** Asks again until the answer can be used, or there is none. */
  async #field(field: FieldDescription, label: string, signal: AbortSignal): Promise<string | undefined> {
    for (;;) {
      const answer = await this.#ask(`${label}: `, signal);
      if (answer === undefined || answer === '') return answer;
      if (answer === HELP) this.#show(field.helpMessage === '' ? text.noFieldHelp : field.helpMessage);
      else {
        const refusal = field.validate?.(answer);
        if (refusal === undefined) return answer;
        this.#show(refusal);
      }
    }
  }

  /**
   * The next line; undefined when the input ends. The terminal edits the line itself, so that Ctrl+C stays an
   * interruption.
   */
  async #ask(question: string, signal: AbortSignal): Promise<string | undefined> {
    this.#progress?.end();
    const { stdin, stderr } = this.#surroundings;
    const lines = createInterface({ input: stdin, output: stderr, terminal: false });
    const ended = new AbortController();
    lines.once('close', () => ended.abort());
    try {
      return await lines.question(question, { signal: AbortSignal.any([signal, ended.signal]) });
    } catch (error) {
      if (signal.aborted || !ended.signal.aborted) throw error;
      return undefined;
    } finally {
      lines.close();
    }
  }
}

/** What is typed to be told what a field is for. */
const HELP = '!?';

/** The letter after `&`, else the first one. */
function hotKeyOf(label: string): string {
  const at = label.indexOf('&');
  return label.charAt(at < 0 ? 0 : at + 1).toUpperCase();
}
