import { HostException, PipelineStoppedException } from '../records/exceptions.js';
import type { ChoiceDescription, FieldDescription, Host } from '../run/host.js';
import { text } from './text.js';

/** One question of the work that waits for somebody who can be asked. */
interface Question {
  /** Asks the receiver's host and hands the answer to the work. Rejects only if the receiver was interrupted. */
  ask(host: Host, signal: AbortSignal): Promise<void>;
  reject(reason: Error): void;
}

/**
 * The host of work that runs in a job: nobody is there, so a question waits, and the job is Blocked, until somebody
 * receives the job and lends his own host.
 *
 * @example
 * const answer = await sink.host.promptForChoice?.('Confirm', 'Remove it?', choices, 0, sink.signal);
 */
export class BlockedHost implements Host {
  readonly #questions: Question[] = [];
  #answering: Promise<void> | undefined;
  #stopped = false;

  /** @param blockedChanged is told when the first question waits, and when none waits any more */
  constructor(private readonly blockedChanged: (blocked: boolean) => void) {}

  promptForChoice(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaultChoice: number,
    signal: AbortSignal,
  ): Promise<number> {
    return this.#queue(message || caption, signal, (host, receiver) =>
      host.promptForChoice?.(caption, message, choices, defaultChoice, receiver),
    );
  }

  prompt(
    caption: string,
    message: string,
    fields: readonly FieldDescription[],
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>> | null> {
    return this.#queue(message || caption, signal, (host, receiver) =>
      host.prompt?.(caption, message, fields, receiver),
    );
  }

  /**
   * Asks all waiting questions on a host, one after the other. If `signal` fires, the open ones go on waiting.
   *
   * While one receiver is asked, a second one waits for his answers and is not asked as well.
   */
  answer(host: Host, signal: AbortSignal): Promise<void> {
    this.#answering ??= this.#askAll(host, signal).finally(() => {
      this.#answering = undefined;
    });
    return this.#answering;
  }

  /** Whether somebody waits for an answer. */
  get hasQuestions(): boolean {
    return this.#questions.length > 0;
  }

  /** The job is stopped: whoever asks gets the stop signal, now and from now on. */
  stop(): void {
    this.#stopped = true;
    for (const question of [...this.#questions]) question.reject(new PipelineStoppedException());
  }

  async #askAll(host: Host, signal: AbortSignal): Promise<void> {
    for (let question = this.#questions[0]; question !== undefined; question = this.#questions[0]) {
      await question.ask(host, signal);
    }
  }

  #queue<TAnswer>(
    name: string,
    signal: AbortSignal,
    askHost: (host: Host, signal: AbortSignal) => Promise<TAnswer> | undefined,
  ): Promise<TAnswer> {
    if (this.#stopped || signal.aborted) return Promise.reject(new PipelineStoppedException());
    return new Promise((resolve, reject) => {
      const close = (): void => {
        signal.removeEventListener('abort', stopped);
        const place = this.#questions.indexOf(question);
        if (place < 0) return;
        this.#questions.splice(place, 1);
        if (this.#questions.length === 0 && !this.#stopped) this.blockedChanged(false);
      };
      const question: Question = {
        async ask(host, receiver) {
          try {
            const answer = askHost(host, receiver);
            if (answer === undefined) throw new HostException(text.hostCannotAsk(name));
            const given = await answer;
            close();
            resolve(given);
          } catch (error) {
            if (receiver.aborted) throw error;
            close();
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- What the host threw, as it threw it.
            reject(error);
          }
        },
        reject(reason) {
          close();
          reject(reason);
        },
      };
      const stopped = (): void => question.reject(new PipelineStoppedException());
      signal.addEventListener('abort', stopped, { once: true });
      this.#questions.push(question);
      if (this.#questions.length === 1) this.blockedChanged(true);
    });
  }
}
