import { type ChoiceDescription, type FieldDescription, type Host, PipelineStoppedException } from '@cmdlet/core';
import { packAlone, unpackAlone } from '../envelope/alone.js';
import type { FromWork, QuestionFacts } from '../protocol/messages.js';

/** The host of work that runs elsewhere: its questions travel to the job, which asks whoever receives it. */
export class RemoteHost implements Host {
  readonly #open = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  #last = 0;

  /** @param stopping fires when the work is to stop: nobody waits for answers any more */
  constructor(
    private readonly send: (message: FromWork) => void,
    private readonly stopping: () => AbortSignal,
  ) {}

  async promptForChoice(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaultChoice: number,
    signal: AbortSignal,
  ): Promise<number> {
    return (await this.#ask({ kind: 'choice', caption, message, choices, defaultChoice }, signal)) as number;
  }

  async prompt(
    caption: string,
    message: string,
    fields: readonly FieldDescription[],
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>> | null> {
    const answer = await this.#ask({ kind: 'prompt', caption, message, fields }, signal);
    return answer as Readonly<Record<string, unknown>> | null;
  }

  /** The answer to a question has come. */
  answer(question: number, packed: unknown): void {
    const waiting = this.#take(question);
    try {
      waiting?.resolve(unpackAlone(packed));
    } catch (error) {
      // An instance of a class that could not be made here.
      waiting?.reject(error);
    }
  }

  /** A question could not be asked, or nobody is there to answer. */
  refuse(question: number, packed: unknown): void {
    this.#take(question)?.reject(unpackAlone(packed));
  }

  #take(question: number) {
    const waiting = this.#open.get(question);
    this.#open.delete(question);
    return waiting;
  }

  #ask(facts: QuestionFacts, signal: AbortSignal | undefined = this.stopping()): Promise<unknown> {
    if (signal.aborted) return Promise.reject(new PipelineStoppedException());
    const question = ++this.#last;
    return new Promise((resolve, reject) => {
      const withdraw = (): void => {
        if (this.#take(question) === undefined) return;
        this.send({ type: 'withdraw', question });
        reject(new PipelineStoppedException());
      };
      signal.addEventListener('abort', withdraw, { once: true });
      const forget = (): void => signal.removeEventListener('abort', withdraw);
      this.#open.set(question, {
        resolve(value) {
          forget();
          resolve(value);
        },
        reject(error) {
          forget();
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- What the host threw, as it threw it.
          reject(error);
        },
      });
      this.send({ type: 'question', question, facts: packAlone(facts) as QuestionFacts });
    });
  }
}
