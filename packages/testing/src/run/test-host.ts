import { type ChoiceDescription, type FieldDescription, type Host, HostException } from '@cmdlet/core';
import { text } from '../text.js';
import { type Answer, type Answers, answerer, choiceIndex, isAnswerTo, type Prompt, type Question } from './answer.js';

/**
 * The host of a test: it answers as the test says, asks another host what the test does not answer, and remembers what was
 * asked.
 *
 * Without answers and without another host it cannot ask, as a host where nobody sits.
 */
export class TestHost implements Host {
  /** Everything that was asked, in order. */
  readonly prompts: Prompt[] = [];
  readonly #answer: ReturnType<typeof answerer> | undefined;
  readonly promptForChoice?: NonNullable<Host['promptForChoice']>;
  readonly prompt?: NonNullable<Host['prompt']>;

  constructor(answers: Answers | undefined, other: Host | undefined) {
    this.#answer = answers === undefined ? undefined : answerer(answers);
    if (other !== undefined) Object.assign(this, passingOn(other));
    if (this.#answer !== undefined || other?.promptForChoice !== undefined) {
      this.promptForChoice = (...question) => this.#choose(other, ...question);
    }
    if (this.#answer !== undefined || other?.prompt !== undefined) {
      this.prompt = (...question) => this.#fillIn(other, ...question);
    }
  }

  async #choose(
    other: Host | undefined,
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    preset: number,
    signal: AbortSignal,
  ): Promise<number> {
    const options = choices.map(({ label }) => label.replaceAll('&', ''));
    const question: Question = { kind: 'choice', caption, message, options, defaultOption: options[preset] };
    return this.#asked(question, async () => {
      const given = await this.#answered(question, other?.promptForChoice !== undefined);
      const index =
        given === undefined
          ? ((await other?.promptForChoice?.(caption, message, choices, preset, signal)) ?? -1)
          : choiceIndex(given, question);
      return [index, options[index]];
    });
  }

  async #fillIn(
    other: Host | undefined,
    caption: string,
    message: string,
    fields: readonly FieldDescription[],
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>> | null> {
    const options = fields.map(({ name }) => name);
    const question: Question = { kind: 'values', caption, message, options, defaultOption: undefined };
    return this.#asked(question, async () => {
      const given = await this.#answered(question, other?.prompt !== undefined);
      const answer = given ?? (await other?.prompt?.(caption, message, fields, signal));
      const values = typeof answer === 'object' ? answer : null;
      return [values, values ?? undefined];
    });
  }

  /** What the test answers; undefined if the other host is to be asked, which it is only if it can be. */
  async #answered(question: Question, canAskOther: boolean): Promise<Answer | undefined> {
    const answer = await this.#answer?.(question);
    if (answer === undefined) {
      if (this.#answer === undefined || canAskOther) return undefined;
      throw new RangeError(text.noAnswerLeft(question.message, this.prompts.length - 1));
    }
    return canAskOther && !isAnswerTo(answer, question) ? undefined : answer;
  }

  /** Notes a question with its answer; one that nobody answers is noted without. */
  async #asked<T>(question: Question, ask: () => Promise<readonly [T, Prompt['answer']]>): Promise<T> {
    const place = this.prompts.push({ ...question, answer: undefined }) - 1;
    try {
      const [given, answer] = await ask();
      this.prompts[place] = { ...question, answer };
      return given;
    } catch (error) {
      if (error instanceof RangeError) throw new HostException(error.message, { cause: error });
      throw error;
    }
  }
}

/** What another host is shown, and how it nests prompts. */
function passingOn(other: Host): Host {
  const members: Host = {};
  for (const name of PASSED_ON) {
    const member: unknown = Reflect.get(other, name);
    if (typeof member === 'function') Object.assign(members, { [name]: member.bind(other) as unknown });
  }
  return members;
}

const PASSED_ON = [
  'enterNestedPrompt',
  'showError',
  'showWarning',
  'showVerbose',
  'showDebug',
  'showInformation',
  'showProgress',
] as const;
