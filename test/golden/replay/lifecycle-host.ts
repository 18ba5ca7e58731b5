import {
  type ChoiceDescription,
  type FieldDescription,
  type Host,
  HostException,
  type InformationRecord,
  type ProgressRecord,
} from '@cmdlet/core';
import type { LifecycleCase, PromptFacts } from './lifecycle-case.js';
import type { CaseRun } from './lifecycle-run.js';
import { textOf } from './lifecycle-values.js';

/** The host of a case: answers from a queue, and notes every question and everything shown. */
export function hostOf(given: LifecycleCase, run: CaseRun): Host {
  return given.host === 'noUserInterface' ? {} : new AnsweringHost(given, run);
}

class AnsweringHost implements Host {
  readonly #case: LifecycleCase;
  readonly #run: CaseRun;

  constructor(given: LifecycleCase, run: CaseRun) {
    this.#case = given;
    this.#run = run;
  }

  async promptForChoice(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    defaultChoice: number,
  ): Promise<number> {
    this.#run.trace('host asks');
    const labels = choices.map(({ label }) => label);
    const helpMessages = choices.map((choice) => choice.helpMessage);
    const question: PromptFacts = { kind: 'choice', caption, message, choices: labels, default: defaultChoice };
    const answer = this.#answer(this.#case.promptHelp === true ? { ...question, helpMessages } : question);
    if (typeof answer === 'number') return answer;
    const index = labels.findIndex((label) => label.replace('&', '') === answer);
    if (index < 0 && answer !== STOP) throw new Error(`The answer ${textOf(answer)} is none of ${labels.join(', ')}.`);
    return Math.max(index, 0);
  }

  async prompt(
    caption: string,
    message: string,
    fields: readonly FieldDescription[],
  ): Promise<Readonly<Record<string, unknown>> | null> {
    this.#run.trace('host prompts');
    const described = fields.map(({ name, label, typeName, helpMessage, isMandatory, attributes }) => {
      return { name, label, type: typeName, helpMessage, mandatory: isMandatory, attributes };
    });
    const answer = this.#answer({ kind: 'fields', caption, message, fields: described });
    return answer === STOP ? null : (answer as Record<string, unknown> | null);
  }

  async enterNestedPrompt(): Promise<void> {
    this.#run.trace('host enters nested prompt');
  }

  showWarning(record: { readonly message: string }): void {
    this.#run.shown(`warning: ${record.message}`);
  }

  showVerbose(record: { readonly message: string }): void {
    this.#run.shown(`verbose: ${record.message}`);
  }

  showDebug(record: { readonly message: string }): void {
    this.#run.shown(`debug: ${record.message}`);
  }

  showInformation(record: InformationRecord): void {
    this.#run.shown(`line: ${record.toString()}`);
  }

  showProgress({ activity, percentComplete }: ProgressRecord): void {
    this.#run.shown(`progress: ${activity} ${percentComplete}`);
  }

  #answer(question: PromptFacts): unknown {
    if (this.#case.host === 'refusing') {
      this.#run.prompts.push(question);
      throw new HostException('This host cannot ask.', { errorId: 'HostCannotAsk', category: 'ResourceUnavailable' });
    }
    if (this.#run.answers.length === 0) throw new Error('There is no answer left.');
    const answer = this.#run.answers.shift();
    this.#run.prompts.push({ ...question, answer });
    if (answer === STOP) this.#run.stop();
    return answer;
  }
}

/** The answer that stops the run while the question is open. */
const STOP = '<stop>';
