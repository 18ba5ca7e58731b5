import type { Departure } from './lifecycle-departure.js';
import { withoutWritingInDispose } from './lifecycle-dispose.js';
import { beforeDispose, findAll, isPrefix, isSubsequence, labelsOf, sameList, stepOf } from './lifecycle-trace.js';

/** Departures about how a run ends: what may still run, and what is still allowed. */
export const departuresOfEndings: readonly Departure[] = [
  {
    reason: 'no writing and no questions in dispose, and a failing dispose is reported (6.5, 6.9)',
    adjust: withoutWritingInDispose,
  },
  {
    reason: 'no begin and no end after a stop (6.7)',
    adjust({ expected }) {
      const trace = expected.trace ?? [];
      const stop = trace.findIndex((line) => stepOf(line) === 'stop');
      if (expected.state !== 'Stopped' || stop < 0) return undefined;
      let dropped = false;
      const kept = trace.filter((line, index) => {
        const step = stepOf(line);
        if (index > stop && step !== undefined) dropped = step === 'begin' || step === 'end';
        return !dropped;
      });
      return kept.length === trace.length ? undefined : { trace: kept };
    },
  },
  {
    reason: 'an answer that comes with the stop is the stop signal (6.7)',
    adjust({ expected }) {
      const trace = expected.trace ?? [];
      const stop = trace.findIndex((line) => stepOf(line) === 'stop');
      if (stop < 0 || expected.prompts?.at(-1)?.answer !== '<stop>') return undefined;
      return {
        trace: trace.filter((line, index) => index < stop || !/^\S+: should(?:Process|Continue) = /.test(line)),
      };
    },
  },
  {
    reason: 'a pending step inside unwinds after the stop steps, not within them (6.11)',
    adjust({ given, cmdlets, expected, observed }) {
      const nests = findAll([cmdlets, given.pipeline], (action) => 'invoke' in action || 'invokeStatement' in action);
      if (expected.state !== 'Stopped' || nests.length === 0) return undefined;
      const [theirs, ours] = [expected.trace ?? [], observed.trace ?? []];
      const first = theirs.findIndex((line) => stepOf(line) === 'stop');
      const isSame = sameList(theirs.slice(0, first), ours.slice(0, first));
      return isSame && sameList([...theirs].sort(), [...ours].sort()) ? { trace: ours } : undefined;
    },
  },
  {
    reason: 'information is checked like every other write (6.9)',
    adjust({ given, cmdlets, expected, observed }) {
      const writes = findAll([cmdlets, given.pipeline], (action) => 'as' in action).flatMap((action) =>
        findAll(action.do, (inner) => 'information' in inner || 'writeHost' in inner),
      );
      if (writes.length === 0) return undefined;
      const { trace = [], information = [] } = observed;
      if (!isSubsequence(information, expected.information)) return undefined;
      if (!trace.some((line) => / caught PSInvalidOperationException/.test(line))) {
        const isFailed = observed.terminating?.error.category === 'InvalidOperation';
        if (!isFailed || !isPrefix(beforeDispose(trace), expected.trace)) return undefined;
        return { ...observed, variables: expected.variables };
      }
      const quiet = trace.filter((line) => !/ caught PSInvalidOperationException/.test(line));
      return sameList(quiet, expected.trace) ? { trace, information, host: observed.host } : undefined;
    },
  },
  {
    reason: 'information throws the stop signal too (6.7)',
    adjust({ expected, observed }) {
      if (expected.state !== 'Stopped' || (expected.information ?? []).length === 0) return undefined;
      const [theirs, ours] = [expected.trace ?? [], observed.trace ?? []];
      const stop = theirs.findIndex((line) => stepOf(line) === 'stop');
      if (stop < 0 || !sameList(theirs.slice(0, stop + 1), ours.slice(0, stop + 1))) return undefined;
      if (ours.slice(stop).some((line) => ['begin', 'process', 'end'].includes(stepOf(line) ?? ''))) return undefined;
      return { trace: ours, information: observed.information, host: observed.host, variables: observed.variables };
    },
  },
  {
    reason: 'a stop does not hide the failure (6.7)',
    adjust({ expected, observed }) {
      const isStopOfFailed =
        expected.state === 'Stopped' && !(expected.trace ?? []).some((line) => stepOf(line) === 'stop');
      if (!isStopOfFailed || observed.terminating === undefined) return undefined;
      return { state: 'Failed', terminating: observed.terminating, sessionErrors: observed.sessionErrors };
    },
  },
  {
    reason: 'once a run is over, catching the signal does not revive it (6.5, 6.6)',
    adjust({ expected, observed }) {
      const theirs = expected.trace ?? [];
      const ours = observed.trace ?? [];
      const over = theirs.findIndex((line) => / caught PipelineStoppedException(?: \||$)/.test(line));
      if (over < 0 || expected.state === 'Stopped') return undefined;
      const isRevived = theirs.slice(over).some((line) => ['begin', 'process', 'end'].includes(stepOf(line) ?? ''));
      if (!isRevived || !sameList(theirs.slice(0, over + 1), ours.slice(0, over + 1))) return undefined;
      const disposes = (trace: readonly string[]) => trace.filter((line) => stepOf(line) === 'dispose');
      if (!sameList(disposes(theirs), disposes(ours))) return undefined;
      const goesOn = ours.slice(over).some((line) => ['begin', 'process', 'end'].includes(stepOf(line) ?? ''));
      if (goesOn && expected.terminating !== undefined) return undefined;
      if (!isSubsequence(observed.output, expected.output)) return undefined;
      return { trace: ours, output: observed.output, variables: observed.variables };
    },
  },
  {
    reason: 'stop-upstream in an end lets the ends downstream run (6.6)',
    adjust({ given, cmdlets, expected, observed }) {
      const inEnd = labelsOf(given.pipeline, cmdlets).some(
        ([, { end }]) => findAll(end, (action) => action.stopUpstream === true).length > 0,
      );
      const isLonger = isSubsequence(expected.trace, observed.trace) && isPrefix(expected.output, observed.output);
      return inEnd && isLonger ? { trace: observed.trace, output: observed.output } : undefined;
    },
  },
  {
    reason: 'an exception while unwinding from stop-upstream is reported (6.6)',
    adjust({ expected, observed }) {
      if (expected.state !== 'Completed' || expected.terminating !== undefined) return undefined;
      const extra = (observed.errors ?? []).slice(expected.errors?.length ?? 0);
      const isUnwound = (expected.trace ?? []).some((line) => / caught PipelineStoppedException|: finally/.test(line));
      if (!isUnwound || extra.length === 0 || !extra.every(({ category }) => category === 'NotSpecified'))
        return undefined;
      return {
        errors: [...(expected.errors ?? []), ...extra],
        sessionErrors: [...extra.map(({ id }) => id), ...(expected.sessionErrors ?? [])],
        hadErrors: true,
        variables: observed.variables,
      };
    },
  },
  {
    reason: 'the signal of a command fires whenever its work is not wanted any more (6.6, 6.11)',
    adjust({ expected, observed }) {
      const trace = expected.trace ?? [];
      const isEnded = expected.state !== 'Completed' || trace.some((line) => / caught PipelineStopped/.test(line));
      let over = false;
      const flipped = trace.map((line, index) => {
        if (stepOf(line) === 'dispose' || / caught PipelineStopped/.test(line)) over = true;
        const fired = line.replace(/^(\S+: (?:stopping|token cancelled) = )false$/, '$1true');
        return over && isEnded && observed.trace?.[index] === fired ? fired : line;
      });
      return sameList(flipped, trace) ? undefined : { trace: flipped };
    },
  },
];
