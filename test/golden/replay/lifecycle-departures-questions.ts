import type { ErrorFacts, Expectation } from './lifecycle-case.js';
import { errorId } from './lifecycle-compare.js';
import type { Change, Departure } from './lifecycle-departure.js';
import { isPrefix, isSubsequence, labelsOf, sameList, stepOf } from './lifecycle-trace.js';

const GO_ON = 'Continue with this operation?';

/** Departures about questions: what is asked, and what an answer means. */
export const departuresOfQuestions: readonly Departure[] = [
  {
    reason: 'a cancelled question stops the command (8.4)',
    adjust({ expected }) {
      const answer = expected.prompts?.at(-1)?.answer;
      const failure = expected.terminating?.error;
      if (failure === undefined || typeof answer !== 'number') return undefined;
      const source = /^(?:System\.)?ArgumentOutOfRangeException(,.*)$/.exec(failure.id)?.[1];
      if (source === undefined) return undefined;
      return failingWith(expected, { ...failure, id: `ActionPreferenceStop${source}`, category: 'OperationStopped' });
    },
  },
  {
    reason: 'Halt carries the error that the question was about (7.3)',
    adjust({ expected, observed }) {
      const question = expected.prompts?.at(-1);
      const failure = observed.terminating?.error;
      if (question?.answer !== 'Halt Command' || question.message === GO_ON || failure === undefined) return undefined;
      return failure.message === question.message ? failingWith(expected, failure) : undefined;
    },
  },
  {
    reason: 'one answer is not enough where several parameters are missing (3.12)',
    adjust({ given, cmdlets, expected }) {
      const prompts = expected.prompts ?? [];
      const index = prompts.findIndex(({ fields = [], answer }) => {
        const answered = Object.keys(answer ?? {}).map((name) => name.toLowerCase());
        const asked = fields.map(({ name }) => name.toLowerCase());
        return answered.length > 0 && answered.every((name) => asked.includes(name)) && answered.length < asked.length;
      });
      const command = /^cmdlet (\S+) /.exec(prompts[index]?.caption ?? '')?.[1];
      if (command === undefined) return undefined;
      const failure: ErrorFacts = {
        id: `MissingMandatoryParameter,Golden.${command.replace('-', '')}`,
        category: 'InvalidArgument',
        message: '',
        target: null,
        activity: command,
        reason: '',
        targetName: '',
        targetType: '',
        command,
      };
      return {
        trace: [
          ...prompts.slice(0, index + 1).map(() => 'host prompts'),
          ...labelsOf(given.pipeline, cmdlets).map(([label]) => `${label}.dispose`),
        ],
        output: [],
        prompts: prompts.slice(0, index + 1),
        terminating: { error: failure },
        sessionErrors: [],
        hadErrors: true,
        state: 'Failed',
        answersLeft: (expected.answersLeft ?? 0) + prompts.length - index - 1,
      };
    },
  },
  {
    reason: 'shouldProcess must be declared (8.1)',
    adjust({ given, cmdlets, expected, observed }) {
      const trace = expected.trace ?? [];
      const labels = labelsOf(given.pipeline, cmdlets);
      const at = trace.findIndex((line) => {
        const label = /^(\S+): shouldProcess = /.exec(line)?.[1];
        return labels.some(([name, spec]) => name === label && spec.supportsShouldProcess !== true);
      });
      const failure = observed.terminating?.error;
      if (at < 0 || failure === undefined || errorId(failure.id) !== failure.id) return undefined;
      if (!failure.id.startsWith('InvalidOperation,') || failure.category !== 'InvalidOperation') return undefined;
      return {
        ...overFrom(trace, at, observed),
        output: isPrefix(observed.output, expected.output) ? observed.output : expected.output,
        prompts: [],
        host: (expected.host ?? []).filter((line) => !line.startsWith('line: What if: ')),
        terminating: { error: failure },
        sessionErrors: [failure.id, ...(expected.sessionErrors ?? [])],
        hadErrors: true,
        state: 'Failed',
        answersLeft: observed.answersLeft,
      };
    },
  },
  {
    reason: 'the description goes to verbose by the effective preference (8.2)',
    adjust({ given, expected, observed }) {
      const asked = (expected.trace ?? []).filter((line) => /: shouldProcess = true/.test(line)).length;
      if (given.preferences?.VerbosePreference !== 'Continue' || asked === 0) return undefined;
      const extra = (observed.verbose?.length ?? 0) - (expected.verbose?.length ?? 0);
      if (extra <= 0 || extra > asked || !isSubsequence(expected.verbose, observed.verbose)) return undefined;
      return { verbose: observed.verbose, host: observed.host };
    },
  },
];

function failingWith(expected: Expectation, failure: ErrorFacts): Change {
  const old = expected.terminating?.error.id;
  return {
    terminating: { error: failure },
    ...(expected.variables === undefined
      ? {}
      : { variables: mapErrors(expected.variables, (error) => (error.id === old ? failure : error)) }),
  };
}

function mapErrors(variables: Readonly<Record<string, unknown>>, change: (error: ErrorFacts) => ErrorFacts) {
  return JSON.parse(
    JSON.stringify(variables, (key, value: unknown) => {
      if (key === '$error') return change(value as ErrorFacts);
      if (key !== '$exception') return value;
      const { error } = value as { error?: ErrorFacts };
      return error === undefined ? value : { ...(value as object), error: change(error) };
    }),
  ) as Record<string, unknown>;
}

/** The trace of a run that failed at a line: what was unwound is taken from ours, if nothing else is in it. */
function overFrom(trace: readonly string[], at: number, { trace: ours = [] }: Expectation): Change {
  const isSame = sameList(trace.slice(0, at), ours.slice(0, at));
  const isOver = !ours.slice(at).some((line) => ['begin', 'process', 'end'].includes(stepOf(line) ?? ''));
  return isSame && isOver ? { trace: ours } : {};
}
