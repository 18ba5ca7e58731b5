import {
  ActionPreferenceStopException,
  HostException,
  InvalidOperationException,
  PipelineStoppedException,
} from '../records/exceptions.js';
import { InformationRecord, WHAT_IF_TAG } from '../records/information-record.js';
import type { ActionPreference } from './action-preference.js';
import type { CommandRuntime } from './command-runtime.js';
import { CONFIRM_IMPACTS } from './common-parameter-values.js';
import { errorRecordOf } from './error-record-of.js';
import type { ChoiceDescription } from './host.js';
import { leftToStep } from './left-to-step.js';
import type { ShouldContinueMemory } from './ps-cmdlet.js';
import type { ObservedConfirmation } from './run-observer.js';
import { choice, text } from './text.js';

/** Whether to go on, and why not. */
export interface ShouldProcessAnswer {
  readonly proceed: boolean;
  readonly reason: 'None' | 'WhatIf';
}

const YES: ShouldProcessAnswer = { proceed: true, reason: 'None' };
const NO: ShouldProcessAnswer = { proceed: false, reason: 'None' };

/** The questions of one command, and the "to all" answers it got. They last as long as the command. */
export class Confirmation {
  #yesToAll = false;
  #noToAll = false;

  constructor(private readonly runtime: CommandRuntime) {}

  /** @see https://learn.microsoft.com/powershell/scripting/developer/cmdlet/requesting-confirmation-from-cmdlets */
  shouldProcess(texts: readonly [string, string?, string?]): Promise<ShouldProcessAnswer> {
    const { command, preferences } = this.runtime;
    if (!command.supportsShouldProcess) throw new InvalidOperationException(text.shouldProcessUndeclared(command.name));
    const question = this.#texts(texts);
    if (this.#noToAll) return this.#decided(question, 'Remembered', Promise.resolve(NO));
    if (this.#yesToAll) return this.#decided(question, 'Remembered', Promise.resolve(YES));
    if (!preferences.whatIf && !this.isDue && !isSaid(preferences.of('Verbose'))) {
      return this.#decided(question, 'NotDue', Promise.resolve(YES));
    }
    this.runtime.assertWritable('shouldProcess');
    const { description, caption, target, action } = question;
    if (preferences.whatIf) return this.#decided(question, 'WhatIf', this.#sayWhatIf(description, target, action));
    if (!this.isDue) {
      const said = this.runtime.streams.writeVerbose(description).then(() => YES);
      return this.#decided(question, 'NotDue', leftToStep(said));
    }
    return this.#decided(question, 'Asked', this.runtime.track(this.#askToProceed(question.question, caption)));
  }

  /** Asks whether to begin at all. Unlike {@link shouldProcess} it is for the engine, while no step is running. */
  async askToBegin(target: string): Promise<boolean> {
    const texts = this.#texts([target]);
    return (await this.#decided(texts, 'Asked', this.#askToProceed(texts.question, texts.caption))).proceed;
  }

  /** Whether the command's impact reaches the user's threshold. */
  get isDue(): boolean {
    const { command, preferences } = this.runtime;
    if (!command.supportsShouldProcess) return false;
    const threshold = CONFIRM_IMPACTS.indexOf(preferences.confirmThreshold);
    return threshold !== 0 && threshold <= CONFIRM_IMPACTS.indexOf(command.confirmImpact);
  }

  shouldContinue(query: string, caption: string, memory: ShouldContinueMemory | undefined): Promise<boolean> {
    const question = query || text.continueOperation;
    const texts = { question, caption: caption || text.confirmCaption, target: question, action: '' };
    const remembered = memory?.noToAll === true || memory?.yesToAll === true;
    const answer = remembered
      ? Promise.resolve(memory.noToAll ? NO : YES)
      : this.runtime.track(this.#askToContinue(texts.question, texts.caption, memory));
    const decidedBy = remembered ? 'Remembered' : 'Asked';
    return leftToStep(this.#decided(texts, decidedBy, answer, 'shouldContinue').then(({ proceed }) => proceed));
  }

  /** Tells whoever observes the run; the answer is the same. */
  #decided(
    texts: Pick<ObservedConfirmation, 'question' | 'caption' | 'target' | 'action'>,
    decidedBy: ObservedConfirmation['decidedBy'],
    answer: Promise<ShouldProcessAnswer>,
    method: ObservedConfirmation['method'] = 'shouldProcess',
  ): Promise<ShouldProcessAnswer> {
    const { environment, command } = this.runtime;
    const { observer } = environment;
    if (observer?.confirmationAnswered === undefined) return answer;
    const { question, caption, target, action } = texts;
    const told = answer.then((given) => {
      const { proceed } = given;
      const facts = { method, command: command.name, target, action, caption, question, decidedBy, proceed };
      observer.confirmationAnswered?.(facts);
      return given;
    });
    return leftToStep(told);
  }

  #texts(given: readonly [string, string?, string?]) {
    const { name } = this.runtime.command;
    const [first, second, third] = given;
    const described = third !== undefined;
    const description = described ? first : text.performing(second ?? name, first);
    return {
      description,
      question: (described ? second : '') || `${text.areYouSure}\n${description}`,
      caption: third || text.confirmCaption,
      target: described ? description : first,
      action: described ? name : (second ?? name),
    };
  }

  #sayWhatIf(description: string, target: string, action: string): Promise<ShouldProcessAnswer> {
    const command = this.runtime.command.name;
    const record = new InformationRecord(
      { message: text.whatIf(description), command, action, target, toString: () => text.whatIf(description) },
      command,
      [WHAT_IF_TAG],
    );
    const said = this.runtime.streams.writeAlways(record);
    return leftToStep(said.then(() => ({ proceed: false, reason: 'WhatIf' as const })));
  }

  async #askToProceed(question: string, caption: string): Promise<ShouldProcessAnswer> {
    const answer = await this.ask(caption, question, ['yes', 'yesToAll', 'no', 'noToAll'], 'yes', text.remedyConfirm);
    if (answer === 'yesToAll') this.#yesToAll = true;
    if (answer === 'noToAll') this.#noToAll = true;
    return answer === 'yes' || answer === 'yesToAll' ? YES : NO;
  }

  async #askToContinue(
    query: string,
    caption: string,
    memory: ShouldContinueMemory | undefined,
  ): Promise<ShouldProcessAnswer> {
    const choices: Choice[] = memory === undefined ? ['yes', 'no'] : ['yes', 'yesToAll', 'no', 'noToAll'];
    const answer = await this.ask(
      caption,
      query,
      choices,
      memory?.hasSecurityImpact === true ? 'no' : 'yes',
      text.remedyForce,
    );
    if (memory !== undefined && answer === 'yesToAll') memory.yesToAll = true;
    if (memory !== undefined && answer === 'noToAll') memory.noToAll = true;
    return answer === 'yes' || answer === 'yesToAll' ? YES : NO;
  }

  /**
   * Asks the host. An answer that comes after the run is over is the stop signal.
   *
   * Fails the command with `HostFunctionNotImplemented` where nobody can be asked, with the host's own error where it
   * refuses, and with `ActionPreferenceStop` where the question is cancelled.
   */
  async ask(
    caption: string,
    message: string,
    choices: readonly Choice[],
    preset: Choice,
    remedy: string,
  ): Promise<Choice> {
    const { host } = this.runtime.environment;
    const offered: readonly (Choice | 'suspend')[] =
      host.enterNestedPrompt === undefined ? choices : [...choices, 'suspend'];
    const descriptions: ChoiceDescription[] = offered.map((name) => choice[name]);
    for (;;) {
      if (host.promptForChoice === undefined) {
        throw this.runtime.fail(new HostException(text.cannotAsk(message, remedy)).errorRecord);
      }
      const index = await this.#prompt(caption, message, descriptions, offered.indexOf(preset));
      if (this.runtime.isOver) throw new PipelineStoppedException();
      const answer = offered[index];
      if (answer === undefined) {
        throw this.runtime.fail(new ActionPreferenceStopException(text.questionCancelled(caption)).errorRecord);
      }
      if (answer !== 'suspend') return answer;
      await host.enterNestedPrompt?.(this.runtime.stopping);
      if (this.runtime.isOver) throw new PipelineStoppedException();
    }
  }

  async #prompt(
    caption: string,
    message: string,
    choices: readonly ChoiceDescription[],
    preset: number,
  ): Promise<number> {
    try {
      const { host } = this.runtime.environment;
      return (await host.promptForChoice?.(caption, message, choices, preset, this.runtime.stopping)) ?? -1;
    } catch (error) {
      if (this.runtime.isOver) throw new PipelineStoppedException();
      throw this.runtime.fail(errorRecordOf(error));
    }
  }
}

function isSaid(preference: ActionPreference): boolean {
  return preference !== 'SilentlyContinue' && preference !== 'Ignore';
}

/** A choice by name; see the labels in the text module. */
export type Choice = 'yes' | 'yesToAll' | 'no' | 'noToAll' | 'halt';
