import { lintText as text } from '../text.js';
import { CHANGING_VERBS, MAKING_VERBS, READING_VERBS } from '../verb-groups.js';
import { type CommandRule, declaresOutput, type LintedCommand, when } from './rule.js';

export const shouldProcessMissing: CommandRule = ({ command }) =>
  when(CHANGING_VERBS.has(command.verb) && !command.supportsShouldProcess, () => ({
    id: 'ShouldProcessMissing',
    severity: MAKING_VERBS.has(command.verb) ? 'information' : 'warning',
    message: text.noShouldProcess(command.verb),
    remedy: text.declareShouldProcess,
  }));

export const shouldProcessOnReading: CommandRule = ({ command }) =>
  when(READING_VERBS.has(command.verb) && command.supportsShouldProcess, () => ({
    id: 'ShouldProcessOnReading',
    severity: 'information',
    message: text.needlessShouldProcess(command.verb),
    remedy: text.leaveOutShouldProcess,
  }));

export const shouldProcessUndeclared: CommandRule = (linted) =>
  when(!linted.command.supportsShouldProcess && calls(linted, 'shouldProcess'), () => ({
    id: 'ShouldProcessUndeclared',
    severity: 'error',
    message: text.undeclaredShouldProcess,
    remedy: text.declareShouldProcess,
  }));

export const shouldProcessUnused: CommandRule = (linted) =>
  when(linted.command.supportsShouldProcess && !calls(linted, 'shouldProcess'), () => ({
    id: 'ShouldProcessUnused',
    severity: 'information',
    message: text.unusedShouldProcess,
    remedy: text.callShouldProcess,
  }));

export const continueWithoutForce: CommandRule = (linted) =>
  when(calls(linted, 'shouldContinue') && !linted.parameters.some(({ name }) => name === 'Force'), () => ({
    id: 'ContinueWithoutForce',
    severity: 'warning',
    message: text.noForce,
    remedy: text.addForce,
  }));

export const passThruMissing: CommandRule = ({ command, parameters }) =>
  when(
    CHANGING_VERBS.has(command.verb) && !declaresOutput(command) && !parameters.some(({ name }) => name === 'PassThru'),
    () => ({ id: 'PassThruMissing', severity: 'information', message: text.noPassThru, remedy: text.addPassThru }),
  );

/** Whether the source text of the class, or of a step that was defined for it, calls a method of the base. */
function calls({ cmdlet }: LintedCommand, method: string): boolean {
  const members = Object.values(Object.getOwnPropertyDescriptors(cmdlet.prototype)) as readonly PropertyDescriptor[];
  return [cmdlet, ...members.map(({ value }) => value as unknown)].some(
    (member) => typeof member === 'function' && Function.prototype.toString.call(member).includes(`.${method}`),
  );
}
