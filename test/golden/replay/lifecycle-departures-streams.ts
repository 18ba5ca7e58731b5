import type { StageSpec } from './lifecycle-case.js';
import type { Departure } from './lifecycle-departure.js';
import { beforeDispose, findAll, isPrefix, isSubsequence, parameterOf, sameList } from './lifecycle-trace.js';
import { decode } from './lifecycle-values.js';

const GO_ON = 'Continue with this operation?';

/** Departures about streams: preferences, captures, and what a write of many elements does. */
export const departuresOfStreams: readonly Departure[] = [
  {
    reason: '-Debug is about debug only (7.2)',
    adjust({ given, expected, observed }) {
      const [stage] = given.pipeline;
      if (given.pipeline.length !== 1 || stage === undefined || parameterOf(stage, 'Debug', 'db') !== true)
        return undefined;
      const verboseIsOn = parameterOf(stage, 'Verbose', 'vb') ?? isContinue(given.preferences?.VerbosePreference);
      const warningIsOn =
        parameterOf(stage, 'WarningAction', 'wa') ??
        (parameterOf(stage, 'Verbose', 'vb') === true ||
          isContinue(given.preferences?.WarningPreference ?? 'Continue'));
      const verbose = verboseIsOn === true ? expected.verbose : [];
      const warnings = warningIsOn === false ? [] : expected.warnings;
      if (expected.terminating !== undefined) {
        // The first warning ended the command; ours goes on.
        if (!isPrefix(beforeDispose(expected.trace), observed.trace) || observed.state !== 'Completed')
          return undefined;
        return { ...observed, terminating: undefined, variables: expected.variables };
      }
      const questions = (expected.prompts ?? []).filter(({ message }) => message === GO_ON).length;
      return {
        trace: withoutFirst(expected.trace ?? [], 'host asks', questions).filter((line) => line !== NESTED_PROMPT),
        prompts: (expected.prompts ?? []).filter(({ message }) => message !== GO_ON),
        answersLeft: (expected.answersLeft ?? 0) + questions,
        verbose,
        warnings,
        host: (expected.host ?? []).filter(
          (line) =>
            !(line.startsWith('verbose: ') && verboseIsOn !== true) &&
            !(line.startsWith('warning: ') && warningIsOn === false),
        ),
      };
    },
  },
  {
    reason: 'a variable that holds no preference is answered by the default and a warning (7.2)',
    adjust({ given, expected, observed }) {
      if (given.untyped !== true) return undefined;
      const isSaid = (line: string) => /^(?:warning: )?The variable \w+ holds .* no preference; \w+ is used/.test(line);
      const said = (observed.warnings ?? []).filter(isSaid);
      if (said.length === 0) return undefined;
      if (expected.terminating !== undefined && /^ActionPreferenceStop,/.test(expected.terminating.error.id)) {
        const isFurther = observed.state === 'Completed' && isPrefix(beforeDispose(expected.trace), observed.trace);
        return isFurther ? { ...observed, terminating: undefined, variables: expected.variables } : undefined;
      }
      const [warnings, host] = [observed.warnings ?? [], observed.host ?? []];
      return {
        warnings: sameList(
          warnings.filter((line) => !isSaid(line)),
          expected.warnings,
        )
          ? warnings
          : expected.warnings,
        host: sameList(
          host.filter((line) => !isSaid(line)),
          expected.host,
        )
          ? host
          : expected.host,
      };
    },
  },
  {
    reason: 'a buffered record sets the pipeline variable when it is delivered (7.4)',
    adjust({ given, expected }) {
      const index = given.pipeline.findIndex(
        (stage) => parameterOf(stage, 'OutBuffer', 'ob') !== undefined && pipelineVariableOf(stage) !== undefined,
      );
      const name = pipelineVariableOf(given.pipeline[index]);
      const next = given.pipeline[index + 1];
      if (name === undefined || next === undefined) return undefined;
      const label = next.cmdlet.replace('Test-', '');
      let current: string | undefined;
      return {
        trace: (expected.trace ?? []).map((line) => {
          const record = new RegExp(`^${label}(?:@\\d+)?\\.process\\((.*)\\)$`, 's').exec(line);
          if (record !== null) current = record[1];
          const read = /^(\S+): \$(.*?) = /.exec(line);
          return read?.[2] === name && current !== undefined ? `${read[1]}: $${name} = ${current}` : line;
        }),
      };
    },
  },
  {
    reason: 'only output is captured, not what is merged into it (7.4)',
    adjust({ given, expected }) {
      const merging = given.pipeline.filter(({ merge }) => merge !== undefined);
      if (merging.length === 0) return undefined;
      const variables = { ...expected.variables };
      for (const stage of merging) {
        const name = parameterOf(stage, 'OutVariable', 'ov');
        const list =
          typeof name === 'string' ? (variables[name] as { $list?: unknown[] } | undefined)?.$list : undefined;
        if (list !== undefined) variables[String(name)] = { $list: list.filter((record) => !isMessage(record)) };
      }
      const names = merging.map(pipelineVariableOf);
      let last = 'null';
      const trace = (expected.trace ?? []).map((line) => {
        const record = /^\S+\.process\((.*)\)$/s.exec(line)?.[1];
        if (record !== undefined && !/^\{"\$(?:error|warning|verbose|debug|information)"/.test(record)) last = record;
        const read = /^(\S+): \$(.*?) = \{"\$(?:warning|verbose|debug|information)"/.exec(line);
        return read !== null && names.includes(read[2]) ? `${read[1]}: $${read[2]} = ${last}` : line;
      });
      return { trace, ...(expected.variables === undefined ? {} : { variables }) };
    },
  },
  {
    reason: 'an enumerating write hands over element by element (10.1)',
    adjust({ expected, observed }) {
      if (!(expected.trace ?? []).some((line) => line.startsWith('sequence yields '))) return undefined;
      const [theirs, ours] = [[...(expected.trace ?? [])].sort(), [...(observed.trace ?? [])].sort()];
      const isReordered = sameList(theirs, ours);
      const isDelivered = expected.terminating !== undefined && isSubsequence(expected.trace, observed.trace);
      if (!isReordered && !isDelivered) return undefined;
      return { trace: observed.trace, ...(isDelivered ? { output: observed.output } : {}) };
    },
  },
  {
    reason: 'a one-shot iterator is enumerated (10.2)',
    adjust({ given, cmdlets, expected, observed }) {
      const enumerated = findAll([cmdlets, given.pipeline], (value) => value.enumerate === true)
        .map(({ write }) => (write as { $enumerator?: unknown[] } | null)?.$enumerator)
        .find((elements) => elements !== undefined);
      if (enumerated === undefined) return undefined;
      const line = /^(\S+\.process)\(\{"\$type":"ArrayEnumerator"\}\)$/;
      const trace = (expected.trace ?? []).flatMap((step) => {
        const found = line.exec(step);
        return found === null ? [step] : enumerated.map((element) => `${found[1]}(${stringOf(element)})`);
      });
      const output = (expected.output ?? []).flatMap((value) =>
        (value as { $type?: string } | null)?.$type === 'ArrayEnumerator'
          ? enumerated.map((each) => decode(each))
          : [value],
      );
      return {
        trace: sameList([...trace].sort(), [...(observed.trace ?? [])].sort()) ? observed.trace : trace,
        output,
      };
    },
  },
];

const NESTED_PROMPT = 'host enters nested prompt';

function withoutFirst(lines: readonly string[], line: string, count: number): string[] {
  let left = count;
  return lines.filter((each) => each !== line || left-- <= 0);
}

function isContinue(preference: unknown): boolean {
  return preference === 'Continue' || preference === 2;
}

function isMessage(record: unknown): boolean {
  const [tag = ''] = Object.keys(record ?? {});
  return ['$warning', '$verbose', '$debug', '$information'].includes(tag);
}

function pipelineVariableOf(stage: StageSpec | undefined): string | undefined {
  const name = stage === undefined ? undefined : parameterOf(stage, 'PipelineVariable', 'pv');
  return typeof name === 'string' ? name : undefined;
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
