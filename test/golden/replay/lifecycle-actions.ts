import { CmdletInvocationException, PipelineStoppedException, type PSCmdlet, type Session } from '@cmdlet/core';
import type { Action, CmdletSpec, StageSpec, StepName } from './lifecycle-case.js';
import { propertyOf } from './lifecycle-cmdlets.js';
import {
  CarryingException,
  type ErrorSpec,
  errorRecordOf,
  exceptionName,
  exceptionOfType,
} from './lifecycle-exceptions.js';
import type { CaseRun } from './lifecycle-run.js';
import { parseStatement } from './lifecycle-statement.js';
import { decode, encodeError, fill, textOf, type ValueScope } from './lifecycle-values.js';

/** What an action waits for; the driver decides whether it waits. */
type Steps = Generator<unknown, void, unknown>;

/** "To all" answers that a cmdlet keeps between its questions. */
class Flags {
  yesToAll = false;
  noToAll = false;
  hasSecurityImpact = false;
}

/**
 * One cmdlet of a pipeline in one run: interprets the actions of its steps.
 *
 * Actions are generators that yield whatever must be waited for, so that the same interpreter serves steps that may
 * wait and the stop step, which may not.
 */
export class Stage implements ValueScope {
  /** The name in the trace: `A`, or `A@2` where the cmdlet stands twice. */
  readonly label: string;
  readonly spec: CmdletSpec;
  /** The cmdlet, once any of its steps was called. */
  cmdlet: PSCmdlet | undefined;
  record = 0;
  input: unknown = null;
  readonly #flags = new Flags();
  readonly #stopped: Promise<void>;
  #noteStopped: () => void = () => undefined;
  readonly #run: CaseRun;
  readonly #siblings: readonly Stage[];

  constructor(run: CaseRun, spec: CmdletSpec, label: string, siblings: readonly Stage[]) {
    this.#run = run;
    this.spec = spec;
    this.label = label;
    this.#siblings = siblings;
    this.#stopped = new Promise((resolve) => {
      this.#noteStopped = resolve;
    });
  }

  trace(line: string): void {
    this.#run.trace(line);
  }

  /** Runs a step, waiting for whatever its actions wait for. */
  async run(cmdlet: PSCmdlet, step: StepName): Promise<void> {
    const actions = this.#step(cmdlet, step);
    let result = actions.next();
    while (result.done !== true) {
      try {
        const settled: unknown = await result.value;
        result = actions.next(settled);
      } catch (error) {
        result = actions.throw(error);
      }
    }
  }

  /** Runs a step without waiting for anything. */
  runAtOnce(cmdlet: PSCmdlet, step: StepName): void {
    this.#noteStopped();
    const actions = this.#step(cmdlet, step);
    for (let result = actions.next(); result.done !== true; result = actions.next()) {
      if (result.value instanceof Promise) result.value.catch(() => undefined);
    }
  }

  *#step(cmdlet: PSCmdlet, step: StepName): Steps {
    this.cmdlet = cmdlet;
    if (step === 'process') this.record++;
    this.input = this.#inputOf(cmdlet);
    const hasRecord = step === 'process' && cmdlet.myInvocation.expectingInput;
    this.trace(`${this.label}.${step}${hasRecord ? `(${textOf(this.input)})` : ''}`);
    yield* this.#perform(this.spec[step] ?? []);
  }

  *#perform(actions: readonly Action[]): Steps {
    for (const action of actions) yield* this.#act(action);
  }

  *#act(action: Action): Steps {
    const cmdlet = this.#cmdlet();
    const [name, value] = Object.entries(action)[0] ?? [''];
    switch (name) {
      case 'trace':
        return this.#say(this.#fill(value));
      case 'write':
        yield this.#write(decode(value, this), action.enumerate === true);
        return;
      case 'error':
        yield cmdlet.writeError(errorRecordOf(decode(value, this) as ErrorSpec));
        return;
      case 'throwTerminating':
        return cmdlet.throwTerminatingError(errorRecordOf(decode(value, this) as ErrorSpec));
      case 'throwCarrying':
        throw new CarryingException(errorRecordOf(decode(value, this) as ErrorSpec));
      case 'throw':
        throw exceptionOfType(text(action.type, 'InvalidOperationException'), this.#fill(value));
      case 'warning':
        yield cmdlet.writeWarning(this.#fill(value));
        return;
      case 'verbose':
        yield cmdlet.writeVerbose(this.#fill(value));
        return;
      case 'debug':
        yield cmdlet.writeDebug(this.#fill(value));
        return;
      case 'information': {
        const { data, tags } = value as { data: unknown; tags?: string[] };
        yield cmdlet.writeInformation(decode(data, this), tags);
        return;
      }
      case 'writeHost':
        yield cmdlet.writeInformation({ message: this.#fill(value) }, ['PSHOST']);
        return;
      case 'progress':
        yield cmdlet.writeProgress(progressOf(decode(value, this) as Record<string, unknown>));
        return;
      case 'shouldProcess':
        return yield* this.#shouldProcess(action);
      case 'shouldContinue':
        return yield* this.#shouldContinue(action);
      case 'setFlags':
        Object.assign(this.#flags, value);
        return;
      case 'stopUpstream':
        if (action.runEnd === true) yield* this.#step(cmdlet, 'end');
        return cmdlet.stopUpstream();
      case 'if':
        return yield* this.#perform(this.#holds(value as Condition) ? branch(action.then) : branch(action.else));
      case 'repeat':
        for (let count = 0; count < Number(value); count++) yield* this.#perform(branch(action.do));
        return;
      case 'try':
        return yield* this.#try(action);
      case 'requestStop':
        return this.#run.stop();
      case 'awaitStop':
        yield this.#stopped;
        return;
      case 'traceStopping':
        return this.#say(`stopping = ${cmdlet.stopping.aborted}`);
      case 'traceToken':
        return this.#say(`token cancelled = ${cmdlet.stopping.aborted}`);
      case 'traceInvocation': {
        const { pipelinePosition, pipelineLength, expectingInput } = cmdlet.myInvocation;
        return this.#say(`position ${pipelinePosition} of ${pipelineLength}, expectingInput ${expectingInput}`);
      }
      case 'readVariable':
        return this.#say(`$${String(value)} = ${textOf(this.#run.variables.get(String(value)))}`);
      case 'setVariable':
        return this.#run.variables.set(String(value), decode(action.value, this));
      case 'mutateInput': {
        const changed = decode(action.value, this);
        if (this.input instanceof Map) this.input.set(String(value), changed);
        else Reflect.set(this.input as object, String(value), changed);
        return;
      }
      case 'as': {
        const other = this.#siblings.find(({ spec }) => spec === this.#run.specOf(String(value)));
        if (other === undefined) throw new Error(`There is no ${String(value)} in this pipeline.`);
        return yield* other.#perform(branch(action.do));
      }
      case 'invoke':
        return yield* this.#invoke(value as readonly StageSpec[]);
      case 'invokeStatement':
        return yield* this.#invokeStatement(this.#fill(value));
      default:
        throw new Error(`There is no action '${name}'.`);
    }
  }

  #write(value: unknown, enumerate: boolean): Promise<void> {
    const cmdlet = this.#cmdlet();
    return enumerate ? cmdlet.writeObject(value as Iterable<unknown>, true) : cmdlet.writeObject(value);
  }

  *#shouldProcess(action: Action): Steps {
    const texts = (action.shouldProcess as unknown[]).map((part) => this.#fill(part ?? ''));
    const [first = '', second, third] = texts;
    const cmdlet = this.#cmdlet();
    let proceed: boolean;
    let reason = '';
    if (action.reason === true) {
      const answer = (yield cmdlet.shouldProcessWithReason(first, second ?? '', third ?? '')) as Answer;
      proceed = answer.proceed;
      reason = ` (${answer.reason})`;
    } else if (third !== undefined) proceed = (yield cmdlet.shouldProcess(first, second ?? '', third)) as boolean;
    else proceed = (yield cmdlet.shouldProcess(...([first, second] as [string, string?]))) as boolean;
    this.#say(`shouldProcess = ${proceed}${reason}`);
    yield* this.#perform(branch(proceed ? action.then : action.else));
  }

  *#shouldContinue(action: Action): Steps {
    const [query = '', caption = ''] = (action.shouldContinue as unknown[]).map((part) => this.#fill(part ?? ''));
    const flags = this.#flags;
    flags.hasSecurityImpact = action.hasSecurityImpact === true;
    const memory = action.flags === true ? flags : undefined;
    const proceed = (yield this.#cmdlet().shouldContinue(query, caption, memory)) as boolean;
    const remembered = memory === undefined ? '' : ` (yesToAll=${flags.yesToAll}, noToAll=${flags.noToAll})`;
    this.#say(`shouldContinue = ${proceed}${remembered}`);
    yield* this.#perform(branch(proceed ? action.then : action.else));
  }

  *#try(action: Action): Steps {
    try {
      yield* this.#perform(branch(action.try));
    } catch (error) {
      if (action.catch === undefined) throw error;
      const message = action.message === true ? ` | ${error instanceof Error ? error.message : String(error)}` : '';
      this.#say(`caught ${exceptionName(error)}${message}`);
      yield* this.#perform(branch(action.catch));
      if (action.rethrow === true) throw error;
    } finally {
      yield* this.#perform(branch(action.finally));
    }
  }

  *#invoke(pipeline: readonly StageSpec[]): Steps {
    const result = (yield this.#run.runNested(this.#cmdlet(), pipeline)) as NestedResult;
    if (result.state === 'Stopped') throw new PipelineStoppedException();
    if (result.failure !== undefined) throw CmdletInvocationException.from(result.failure);
    const sayErrors = () => {
      for (const error of result.errors) this.#say(`nested error ${encodeError(error).id}`);
    };
    if (this.#run.nestedErrorsFirst) sayErrors();
    for (const value of result.output) yield this.#write(value, false);
    if (!this.#run.nestedErrorsFirst) sayErrors();
  }

  *#invokeStatement(statement: string): Steps {
    const output = (yield this.#run.runStatement(this.#cmdlet(), parseStatement(statement))) as unknown[];
    for (const value of output) yield this.#write(value, false);
  }

  #holds({ record, stopping, ...rest }: Condition): boolean {
    if (record !== undefined && record !== this.record) return false;
    if (stopping !== undefined && stopping !== this.#cmdlet().stopping.aborted) return false;
    return !('input' in rest) || textOf(decode(rest.input, this)) === textOf(this.input);
  }

  /** What the parameter holds that takes the record. */
  #inputOf(cmdlet: PSCmdlet): unknown {
    const taking = Object.entries(this.spec.parameters ?? {}).find(([, { valueFromPipeline }]) => valueFromPipeline);
    return Reflect.get(cmdlet, propertyOf(taking?.[0] ?? 'InputObject')) ?? null;
  }

  #cmdlet(): PSCmdlet {
    if (this.cmdlet === undefined) throw new Error(`${this.label} has not begun.`);
    return this.cmdlet;
  }

  #say(line: string): void {
    this.trace(`${this.label}: ${line}`);
  }

  #fill(value: unknown): string {
    return fill(String(value), this);
  }
}

/** Every name of an action in a list of actions, at any depth. */
export function actionNames(actions: unknown): string[] {
  if (Array.isArray(actions)) return actions.flatMap(actionNames);
  if (typeof actions !== 'object' || actions === null) return [];
  const [name = '', value] = Object.entries(actions)[0] ?? [];
  const inner = Object.entries(actions).filter(([key]) => BRANCHES.has(key));
  return [
    name,
    ...inner.flatMap(([key, branchOf]) => (key === name && !Array.isArray(value) ? [] : actionNames(branchOf))),
  ];
}

const BRANCHES: ReadonlySet<string> = new Set(['try', 'catch', 'finally', 'then', 'else', 'do', 'onThread']);

type Condition = { readonly record?: number; readonly input?: unknown; readonly stopping?: boolean };
type Answer = { readonly proceed: boolean; readonly reason: string };
type NestedResult = Awaited<ReturnType<ReturnType<Session['pipeline']>['run']>>;

function branch(actions: unknown): readonly Action[] {
  return (actions as readonly Action[] | undefined) ?? [];
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function progressOf(spec: Record<string, unknown>) {
  const facts = {
    activityId: spec.id,
    parentActivityId: spec.parentId,
    activity: spec.activity,
    statusDescription: spec.status,
    currentOperation: spec.operation,
    percentComplete: spec.percent,
    secondsRemaining: spec.seconds,
    completed: spec.completed,
  };
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as Parameters<PSCmdlet['writeProgress']>[0];
}
