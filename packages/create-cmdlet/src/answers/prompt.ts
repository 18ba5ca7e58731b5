import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { CreateError, Interrupted } from '../create-error.js';
import { text } from '../text.js';

/** Something that can be chosen. */
export interface Choice<TName extends string> {
  readonly name: TName;
  readonly description?: string;
}

/**
 * Asks at a terminal, a line at a time. An empty line takes the default, which stands in parentheses.
 *
 * Ctrl+C, and the end of input, end whatever is asked with {@link Interrupted}.
 */
export class Prompt implements Disposable {
  readonly #lines: Interface;
  readonly #output: Writable;
  readonly #end = new AbortController();
  readonly #signal: AbortSignal;

  constructor(input: Readable, output: Writable, signal: AbortSignal) {
    this.#output = output;
    this.#signal = AbortSignal.any([signal, this.#end.signal]);
    this.#lines = createInterface({ input, output });
    for (const event of ['SIGINT', 'close'] as const) this.#lines.on(event, () => this.#end.abort());
  }

  /** Asks until the answer passes. @param check throws a CreateError for an answer that does not do */
  async text(question: string, fallback: string, check: (answer: string) => unknown): Promise<string> {
    for (;;) {
      const answer = (await this.#ask(`${question} (${fallback}): `)).trim() || fallback;
      try {
        check(answer);
        return answer;
      } catch (error) {
        if (!(error instanceof CreateError)) throw error;
        this.#output.write(`${error.message}\n`);
      }
    }
  }

  /** Shows numbered choices, and takes a number, a name, or the beginning of one. */
  async choice<TName extends string>(
    question: string,
    choices: readonly Choice<TName>[],
    fallback: TName,
  ): Promise<TName> {
    const width = Math.max(...choices.map(({ name }) => name.length));
    choices.forEach(({ name, description = '' }, index) => {
      this.#output.write(`  ${index + 1}  ${name.padEnd(width)}  ${description}`.trimEnd().concat('\n'));
    });
    const meant = (answer: string): TName | undefined => chosen(choices, answer || fallback);
    const answer = await this.text(question, fallback, (given) => {
      if (meant(given) === undefined) throw new CreateError('BadChoice', text.badChoice(given, choices));
    });
    return meant(answer) ?? fallback;
  }

  /** Asks for a yes; anything else is a no. */
  async confirm(question: string): Promise<boolean> {
    return /^y(es)?$/i.test((await this.#ask(`${question} (y/N): `)).trim());
  }

  [Symbol.dispose](): void {
    this.#lines.close();
  }

  async #ask(question: string): Promise<string> {
    try {
      return await this.#lines.question(question, { signal: this.#signal });
    } catch (error) {
      if (!this.#signal.aborted) throw error;
      throw new Interrupted(text.nothingMade);
    }
  }
}

function chosen<TName extends string>(choices: readonly Choice<TName>[], answer: string): TName | undefined {
  const exact = choices.find(({ name }, index) => name === answer || String(index + 1) === answer);
  const beginning = choices.filter(({ name }) => name.startsWith(answer.toLowerCase()));
  return (exact ?? (beginning.length === 1 ? beginning[0] : undefined))?.name;
}
