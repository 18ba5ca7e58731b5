import { type CmdletClass, commandMetadata, type ParameterDescription } from '@cmdlet/core';
import { run } from '../run/run.js';
import type { TestRunOptions } from '../run/run-options.js';
import { areEqual, type MatcherResult, type MatcherState, verdict, wrongReceiver } from './matcher.js';
import { matcherText as text } from './matcher-text.js';

/** What `toHaveParameter` compares; what is left out does not matter. */
export interface ExpectedParameter {
  /** The parameter set that the facts below hold in. By default whichever of its sets fits. */
  readonly set?: string;
  readonly mandatory?: boolean;
  /** Null for one that is given only by name. */
  readonly position?: number | null;
  readonly valueFromPipeline?: boolean;
  readonly valueFromPipelineByPropertyName?: boolean;
  readonly valueFromRemainingArguments?: boolean;
  /** As help shows it: `string[]`. */
  readonly type?: string;
  readonly aliases?: readonly string[];
  /** The values that are accepted or proposed. */
  readonly values?: readonly string[];
  /** What is checked: `ValidateRange(1..9)`. */
  readonly validation?: readonly string[];
  readonly isSwitch?: boolean;
  readonly obsolete?: string | null;
}

export function toHaveParameter(
  this: MatcherState,
  received: unknown,
  name: string,
  expected: ExpectedParameter = {},
): MatcherResult {
  if (typeof received !== 'function') throw wrongReceiver(text.noCmdlet('toHaveParameter'), received);
  const { parameters, name: command } = commandMetadata(received as CmdletClass, { allParameters: true });
  const parameter = parameters.find((each) => same(each.name, name));
  if (parameter === undefined) {
    return verdict(false, {
      missing: text.noParameter(
        command,
        name,
        parameters.map((each) => each.name),
      ),
      unwanted: '',
    });
  }
  const candidates = factsOf(parameter, expected);
  const best = candidates.find((facts) => areEqual(this, facts, expected)) ?? candidates[0] ?? {};
  const pass = candidates.length > 0 && areEqual(this, best, expected);
  const messages = { missing: text.otherParameter(command, name), unwanted: text.sameParameter(command, name) };
  return verdict(pass, messages, { actual: best, expected });
}

export function toSupportWhatIf(
  this: MatcherState,
  received: unknown,
  parameters?: Readonly<Record<string, unknown>>,
  options?: TestRunOptions,
): MatcherResult | Promise<MatcherResult> {
  if (typeof received !== 'function') throw wrongReceiver(text.noCmdlet('toSupportWhatIf'), received);
  const cmdlet = received as CmdletClass;
  const { name, supportsShouldProcess } = commandMetadata(cmdlet);
  const declared = verdict(supportsShouldProcess, {
    missing: text.noWhatIf(name),
    unwanted: text.declaresWhatIf(name),
  });
  return declared.pass && parameters !== undefined ? tryWhatIf(cmdlet, name, parameters, options) : declared;
}

/** Runs the call with `-WhatIf`: it must say at least once what it would do, and neither fail nor ask. */
async function tryWhatIf(
  cmdlet: CmdletClass,
  name: string,
  parameters: Readonly<Record<string, unknown>>,
  options: TestRunOptions = {},
): Promise<MatcherResult> {
  const result = await run(cmdlet, { ...parameters, whatIf: true } as object, options);
  const said = result.shouldProcess.some(({ decidedBy }) => decidedBy === 'WhatIf');
  const pass = said && result.state === 'Completed' && result.prompts.length === 0;
  const messages = {
    missing: text.whatIfFailed(name, result.state, said, result.errorIds),
    unwanted: text.doesWhatIf(name),
  };
  return verdict(pass, messages);
}

/** What is said about a parameter in each set that counts, as far as the expectation asks. */
function factsOf(parameter: ParameterDescription, expected: ExpectedParameter): Record<string, unknown>[] {
  return parameter.sets
    .filter(({ set }) => expected.set === undefined || same(set, expected.set))
    .map((set) => {
      const all: Readonly<Record<string, unknown>> = { ...parameter, ...set, set: expected.set };
      return Object.fromEntries(Object.keys(expected).map((fact) => [fact, all[fact]]));
    });
}

function same(left: string, right: string): boolean {
  return left.toUpperCase() === right.toUpperCase();
}
