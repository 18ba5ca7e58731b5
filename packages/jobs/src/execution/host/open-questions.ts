import { type Host, PipelineStoppedException } from '@cmdlet/core';
import { packError } from '../envelope/alone.js';
import { type Frame, messageFrame } from '../protocol/frame.js';
import type { QuestionFacts, ToWork } from '../protocol/messages.js';
import { packedFrame } from '../protocol/packed-frame.js';

/** The questions of work that somebody here is asked. */
export class OpenQuestions {
  readonly #open = new Map<number, AbortController>();

  /** @param send takes a frame with an answer */
  constructor(private readonly send: (frame: Frame) => void) {}

  /** Asks, and sends what is answered, or why nobody answers. */
  async ask(host: Host, question: number, facts: QuestionFacts): Promise<void> {
    const withdrawn = new AbortController();
    this.#open.set(question, withdrawn);
    try {
      const { caption, message } = facts;
      const value =
        facts.kind === 'choice'
          ? await host.promptForChoice?.(caption, message, facts.choices, facts.defaultChoice, withdrawn.signal)
          : await host.prompt?.(caption, message, facts.fields, withdrawn.signal);
      this.send(packedFrame((pack): ToWork => ({ type: 'answer', question, value: pack(value) })));
    } catch (error) {
      if (withdrawn.signal.aborted) return;
      const refusal: ToWork = { type: 'refusal', question, error: packError(error) };
      this.send(messageFrame(refusal));
    } finally {
      this.#open.delete(question);
    }
  }

  /** Nobody waits for the answer any more. */
  withdraw(question: number): void {
    this.#open.get(question)?.abort(new PipelineStoppedException());
  }

  /** The work has ended. */
  withdrawAll(): void {
    for (const withdrawn of this.#open.values()) withdrawn.abort(new PipelineStoppedException());
  }
}
