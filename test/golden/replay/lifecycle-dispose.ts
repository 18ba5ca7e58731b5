import type { Action, ErrorFacts } from './lifecycle-case.js';
import type { Change, Comparison } from './lifecycle-departure.js';
import { labelsOf, stepOf } from './lifecycle-trace.js';

/** Actions that a dispose step is not allowed. */
const REFUSED: ReadonlySet<string> = new Set([
  'write',
  'error',
  'warning',
  'verbose',
  'debug',
  'information',
  'writeHost',
  'progress',
  'shouldProcess',
  'shouldContinue',
  'throwTerminating',
  'stopUpstream',
]);

/** What came of the dispose step of one cmdlet. */
interface Disposal {
  readonly lines: readonly string[];
  readonly failure: Thrown | undefined;
}

/** What an action threw: its type, and its text where the case made it. */
class Thrown {
  constructor(
    readonly type: string,
    readonly message = '',
  ) {}
}

/**
 * The captured result, had every write and question in a dispose step been refused.
 *
 * The dispose steps are played through by themselves: nothing that they are allowed to do reaches another command.
 */
export function withoutWritingInDispose({ given, cmdlets, expected }: Comparison): Change | undefined {
  const trace = expected.trace ?? [];
  const first = trace.findIndex((line) => stepOf(line) === 'dispose');
  const labels = labelsOf(given.pipeline, cmdlets);
  if (first < 0 || !labels.some(([, { dispose }]) => needsPlaying(dispose))) return undefined;
  const played = trace.slice(0, first);
  const failures: ErrorFacts[] = [];
  labels.forEach(([label, spec], index) => {
    if (!trace.includes(`${label}.dispose`)) return;
    const isOver = expected.state !== 'Completed' || !trace.includes(`${label}.end`);
    const { lines, failure } = play(label, spec.dispose ?? [], isOver ? SIGNAL : REFUSAL, trace.slice(first));
    played.push(`${label}.dispose`, ...lines);
    const command = given.pipeline.filter(({ cmdlet }) => cmdlets[cmdlet] !== undefined)[index]?.cmdlet ?? '';
    if (failure !== undefined && failure.type !== SIGNAL.type) failures.push(factsOf(failure, command));
  });
  const written = labels.flatMap(([, { dispose }]) => valuesOf(dispose));
  const ids = written.flatMap(({ error }) => (error === undefined ? [] : [String((error as { id?: string }).id)]));
  const errors = (expected.errors ?? []).filter(({ id }) => !ids.some((own) => id.startsWith(`${own},`)));
  const asked = trace.slice(first).filter((line) => line === 'host asks').length;
  const prompts = expected.prompts ?? [];
  const isFailed = expected.state !== 'Completed';
  return {
    trace: played,
    output: withoutLast(
      expected.output ?? [],
      written.map(({ write }) => write),
    ),
    errors: [...errors, ...failures],
    warnings: withoutLast(
      expected.warnings ?? [],
      written.map(({ warning }) => warning),
    ),
    verbose: withoutLast(
      expected.verbose ?? [],
      written.map(({ verbose }) => verbose),
    ),
    debug: withoutLast(
      expected.debug ?? [],
      written.map(({ debug }) => debug),
    ),
    information: withoutLast(
      expected.information ?? [],
      written.flatMap(({ information, writeHost }) => [information, writeHost]),
    ),
    progress: withoutLast(
      expected.progress ?? [],
      written.map(({ progress }) => progress),
    ),
    host: withoutShown(expected.host ?? [], written),
    prompts: prompts.slice(0, prompts.length - asked),
    answersLeft: (expected.answersLeft ?? 0) + asked,
    sessionErrors: [
      ...failures.map(({ id }) => id).reverse(),
      ...(expected.sessionErrors ?? []).filter(
        (entry) =>
          !ids.some((own) => entry.startsWith(`${own},`)) &&
          (isFailed || entry !== 'exception ActionPreferenceStopException'),
      ),
    ],
    hadErrors: isFailed || errors.length + failures.length > 0 || failsBefore(given.pipeline, cmdlets),
  };
}

const REFUSAL = new Thrown('PSInvalidOperationException');
const SIGNAL = new Thrown('PipelineStoppedException');

function needsPlaying(actions: readonly Action[] = []): boolean {
  return actions.some((action) => {
    const [name = ''] = Object.keys(action);
    return REFUSED.has(name) || name === 'throw' || (name === 'try' && needsPlaying(action.try as readonly Action[]));
  });
}

function play(label: string, actions: readonly Action[], refusal: Thrown, captured: readonly string[]): Disposal {
  const lines: string[] = [];
  const perform = (list: readonly Action[] = []): void => {
    for (const action of list) act(action);
  };
  const act = (action: Action): void => {
    const [name = '', value] = Object.entries(action)[0] ?? [];
    if (REFUSED.has(name)) throw refusal;
    if (name === 'throw') throw new Thrown(String(action.type ?? 'InvalidOperationException'), String(value));
    if (name === 'trace') lines.push(`${label}: ${String(value)}`);
    else if (name === 'repeat') {
      for (let count = 0; count < Number(value); count++) perform(action.do as readonly Action[]);
    } else if (name === 'try') attempt(action);
    else lines.push(...captured.filter((line) => line.startsWith(`${label}: `) && line.includes(WORDS[name] ?? '\0')));
  };
  const attempt = (action: Action): void => {
    try {
      perform(action.try as readonly Action[]);
    } catch (error) {
      if (action.catch === undefined || !(error instanceof Thrown)) throw error;
      lines.push(`${label}: caught ${error.type}${action.message === true ? ` | ${error.message}` : ''}`);
      perform(action.catch as readonly Action[]);
      if (action.rethrow === true) throw error;
    } finally {
      perform(action.finally as readonly Action[] | undefined);
    }
  };
  try {
    perform(actions);
    return { lines, failure: undefined };
  } catch (error) {
    if (!(error instanceof Thrown)) throw error;
    return { lines, failure: error };
  }
}

/** How actions that only look around show in the trace. */
const WORDS: Readonly<Record<string, string>> = {
  readVariable: ' = ',
  traceStopping: 'stopping = ',
  traceToken: 'token cancelled = ',
  traceInvocation: 'position ',
};

function factsOf({ type, message }: Thrown, command: string): ErrorFacts {
  const isOurs = type === REFUSAL.type;
  return {
    id: `${isOurs ? 'InvalidOperation' : type},Golden.${command.replace('-', '')}`,
    category: isOurs ? 'InvalidOperation' : 'NotSpecified',
    message,
    target: null,
    activity: command,
    reason: type,
    targetName: '',
    targetType: '',
    command,
  };
}

/** Every action that writes, at any depth. */
function valuesOf(actions: unknown): Record<string, unknown>[] {
  if (typeof actions !== 'object' || actions === null) return [];
  const inner = Object.values(actions).flatMap(valuesOf);
  return Array.isArray(actions) ? inner : [actions as Record<string, unknown>, ...inner];
}

/** Drops as many records from the end as the dispose steps wrote. */
function withoutLast<T>(records: readonly T[], written: readonly unknown[]): readonly T[] {
  const count = written.filter((value) => value !== undefined).length;
  return records.slice(0, Math.max(records.length - count, 0));
}

function withoutShown(lines: readonly string[], written: readonly Record<string, unknown>[]): string[] {
  const gone = written.flatMap(({ warning, verbose, debug, writeHost, progress }) => [
    `warning: ${String(warning)}`,
    `verbose: ${String(verbose)}`,
    `debug: ${String(debug)}`,
    `line: ${String(writeHost)}`,
    `progress: ${String((progress as { activity?: string } | undefined)?.activity)} -1`,
  ]);
  return lines.filter((line) => !gone.includes(line));
}

/** Whether a step before dispose writes an error, shown or not. */
function failsBefore(pipeline: readonly { readonly cmdlet: string }[], cmdlets: Comparison['cmdlets']): boolean {
  return pipeline.some(({ cmdlet }) => {
    const { begin, process, end } = cmdlets[cmdlet] ?? {};
    return valuesOf([begin, process, end]).some((action) => 'error' in action);
  });
}
