import { text } from '../text.js';

/** Names of the choices of a confirmation, in the spelling of their labels without blanks. */
export type ChoiceName = 'Yes' | 'YesToAll' | 'No' | 'NoToAll' | 'HaltCommand' | 'Suspend';

/**
 * What a question of a run is answered with: the name of a choice, its index, or `Cancel`; values by name for
 * parameters that are asked for.
 */
export type Answer = ChoiceName | 'Cancel' | number | Readonly<Record<string, unknown>>;

/**
 * How a test answers questions: one answer for all of them, several in their order, or a function that looks at the
 * question, and gives undefined for one that it leaves to the host.
 *
 * @example
 * await run(RemoveDraft, { name: 'a' }, { answers: ['Yes', 'No'] });
 */
export type Answers =
  | Answer
  | readonly Answer[]
  | ((question: Question) => Answer | undefined | Promise<Answer | undefined>);

/** A question that a host was asked. */
export interface Question {
  /** Whether one of several choices is wanted, or values for parameters. */
  readonly kind: 'choice' | 'values';
  readonly caption: string;
  readonly message: string;
  /** Labels of the choices, or names of the values. */
  readonly options: readonly string[];
  /** The label of the choice that Enter takes; undefined where values are asked for. */
  readonly defaultOption: string | undefined;
}

/** A question with the answer that it got. */
export interface Prompt extends Question {
  /** The label of the choice, undefined if it was cancelled or nobody answered; or the values. */
  readonly answer: string | Readonly<Record<string, unknown>> | undefined;
}

/** The index of the choice that an answer means; -1 for a cancelled question. */
export function choiceIndex(answer: Answer, question: Question): number {
  if (typeof answer === 'number') return answer;
  if (answer === 'Cancel') return -1;
  const index = typeof answer === 'string' ? question.options.map(nameOfChoice).indexOf(nameOfChoice(answer)) : -1;
  if (index < 0) throw new RangeError(text.noSuchChoice(String(answer), question.message, question.options));
  return index;
}

/** A label without hot key and blanks, in lower case. */
function nameOfChoice(label: string): string {
  return label.replaceAll(/[&\s]/g, '').toLowerCase();
}

/** Whether an answer is of the kind that a question wants: values, or one of its choices. */
export function isAnswerTo(answer: Answer, { kind }: Question): boolean {
  return (typeof answer === 'object') === (kind === 'values') || (answer === 'Cancel' && kind === 'values');
}

/** Gives the answers one after the other; undefined where there is none. */
export function answerer(answers: Answers): (question: Question) => Answer | undefined | Promise<Answer | undefined> {
  if (typeof answers === 'function') return answers;
  if (!isList(answers)) return () => answers;
  let next = 0;
  return () => answers[next++];
}

function isList(answers: Answers): answers is readonly Answer[] {
  return Array.isArray(answers);
}
