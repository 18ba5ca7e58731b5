import {
  type CmdletClass,
  type ErrorRecord,
  type Pipeline,
  type PipelineResult,
  type PSCmdlet,
  Session,
  type VariableScope,
} from '@cmdlet/core';
import { Stage } from './lifecycle-actions.js';
import type { CmdletSpec, CmdletsSpec, Expectation, LifecycleCase, PromptFacts, StageSpec } from './lifecycle-case.js';
import { builtInCmdlets, cmdletClassOf } from './lifecycle-cmdlets.js';
import { hostOf } from './lifecycle-host.js';
import { isWhatIf, type Observed, runTraced } from './lifecycle-traced-run.js';
import { decode, encode, encodeError, encodeInformation, encodeProgress } from './lifecycle-values.js';
import { UntypedVariables } from './lifecycle-variables.js';

/** Switches of a run that a case may be replayed with. */
export interface ReplayOptions {
  /** Commands that a cmdlet calls do not inherit the preferences that it was given by parameter. */
  readonly withoutInheritance?: boolean;
  /** Errors of a pipeline inside a cmdlet are traced before its output is written; the format does not say. */
  readonly nestedErrorsFirst?: boolean;
}

/** Runs a case through the public API; what came out, in the format of the cases. */
export async function observe(
  given: LifecycleCase,
  cmdlets: CmdletsSpec,
  options: ReplayOptions = {},
): Promise<Expectation> {
  const run = new CaseRun(given, cmdlets, options);
  const observed = await run.execute();
  await run.session.dispose();
  return observed;
}

/** Everything that happens in one case. */
export class CaseRun {
  readonly #case: LifecycleCase;
  readonly #cmdlets: CmdletsSpec;
  readonly #options: ReplayOptions;
  readonly answers: unknown[];
  session!: Session;
  /** The variables that the cmdlets see. */
  variables!: VariableScope;
  prompts: PromptFacts[] = [];
  #trace: string[] = [];
  #host: string[] = [];
  /** What pipelines inside the cmdlets wrote to the message streams. */
  #inner: Observed[] = [];
  #stop = new AbortController();

  constructor(given: LifecycleCase, cmdlets: CmdletsSpec, options: ReplayOptions) {
    this.#case = given;
    this.#cmdlets = cmdlets;
    this.#options = options;
    this.answers = [...(given.answers ?? [])];
  }

  async execute(): Promise<Expectation> {
    const given = this.#case;
    this.session = await Session.create({ host: hostOf(given, this) });
    this.variables = given.untyped === true ? new UntypedVariables(this.session.variables) : this.session.variables;
    for (const [name, value] of Object.entries(given.variables ?? {})) this.session.variables.set(name, decode(value));
    for (const [variable, value] of Object.entries(given.preferences ?? {})) {
      try {
        this.variables.set(variable, decode(value));
      } catch {
        return { rejected: { variable } };
      }
    }
    let first: Expectation;
    try {
      first = await this.#runPipeline(
        given.pipeline,
        given.input?.map((record) => decode(record)),
      );
    } catch (error) {
      return { rejected: {}, sessionErrors: this.#sessionErrors(), ...unexpected(error) };
    }
    const second = given.then === undefined ? undefined : await this.#runPipeline(given.then, undefined);
    return {
      ...first,
      ...(second === undefined ? {} : { then: second }),
      ...(given.after === undefined ? {} : { variables: this.#read(given.after) }),
      sessionErrors: this.#sessionErrors(),
      answersLeft: this.answers.length,
    };
  }

  trace(line: string): void {
    this.#trace.push(line);
  }

  /** Notes what the host shows. */
  shown(line: string): void {
    if (this.#case.traceHost === true) this.trace(`host ${line}`);
    else this.#host.push(line);
  }

  /** Stops the run, as somebody outside would. */
  stop(): void {
    this.#stop.abort();
  }

  get nestedErrorsFirst(): boolean {
    return this.#options.nestedErrorsFirst === true;
  }

  specOf(name: string): CmdletSpec | undefined {
    return this.#cmdlets[name];
  }

  /** Runs a pipeline with streams of its own inside a cmdlet. */
  async runNested(caller: PSCmdlet, stages: readonly StageSpec[]): Promise<PipelineResult<unknown>> {
    const inherit = this.#options.withoutInheritance !== true;
    const session = this.session.nested(caller, { inheritPreferences: inherit });
    const classes = await this.#declare(stages);
    const result = await this.#build(session, stages, classes).run();
    this.#inner.push(result);
    return result;
  }

  /** Runs a pipeline in the place of a cmdlet, on its streams. */
  async runStatement(caller: PSCmdlet, stages: readonly StageSpec[]): Promise<unknown[]> {
    const inherit = this.#options.withoutInheritance !== true;
    const session = this.session.nested(caller, { inheritPreferences: inherit, streams: 'caller' });
    const classes = await this.#declare(stages);
    return await this.#build(session, stages, classes).toArray();
  }

  async #runPipeline(stages: readonly StageSpec[], input: readonly unknown[] | undefined): Promise<Expectation> {
    this.#trace = [];
    this.#host = [];
    this.#inner = [];
    this.prompts = [];
    this.#stop = new AbortController();
    const classes = await this.#declare(stages);
    const options = { signal: this.#stop.signal, variables: this.variables };
    const pipeline = this.#build(this.session, stages, classes, input).with(options);
    const result =
      this.#case.traceStreams === true ? await runTraced(pipeline, (line) => this.trace(line)) : await pipeline.run();
    return this.#observed(result);
  }

  /** The pipeline, not started: awaiting it would run it. */
  #build(
    session: PipelineSource,
    stages: readonly StageSpec[],
    classes: readonly (CmdletClass | undefined)[],
    input?: readonly unknown[],
  ): Pipeline<unknown> {
    let pipeline: Pipeline<unknown> | undefined = input === undefined ? undefined : session.from(input);
    stages.forEach(({ cmdlet, parameters, merge }, index) => {
      const command = (classes[index] ?? cmdlet) as string;
      const given = Object.fromEntries(Object.entries(parameters ?? {}).map(([name, value]) => [name, decode(value)]));
      pipeline = pipeline === undefined ? session.pipeline(command, given) : pipeline.pipe(command, given);
      if (merge !== undefined) pipeline = pipeline.merge(merge);
    });
    if (pipeline === undefined) throw new Error('The pipeline is empty.');
    return pipeline;
  }

  /** A class of its own for every stage whose cmdlet is known. */
  async #declare(stages: readonly StageSpec[]): Promise<(CmdletClass | undefined)[]> {
    const siblings: Stage[] = [];
    const classes = stages.map(({ cmdlet: name }, index) => {
      const spec = this.#cmdlets[name];
      if (spec === undefined) return builtInCmdlets[name]?.();
      const short = name.replace(/^Test-/, '');
      const isTwice = stages.filter(({ cmdlet }) => cmdlet === name).length > 1;
      const stage = new Stage(this, spec, isTwice ? `${short}@${index + 1}` : short, siblings);
      siblings.push(stage);
      return cmdletClassOf(name, stage);
    });
    for (const cmdlet of classes) {
      if (cmdlet !== undefined) await this.session.import({ name: 'Golden', cmdlets: [cmdlet] });
    }
    return classes;
  }

  #observed(result: Observed): Expectation {
    const { hadErrors } = result;
    const all = [result, ...this.#inner];
    const information = all.flatMap((each) => each.information).filter((record) => !isWhatIf(record));
    return {
      trace: this.#trace,
      output: result.output.map(encode),
      errors: result.errors.map((record) => this.#error(record)),
      ...(result.state === 'Failed' && result.failure !== undefined
        ? { terminating: { error: this.#error(result.failure) } }
        : {}),
      warnings: all.flatMap((each) => each.warnings.map(({ message }) => message)),
      verbose: all.flatMap((each) => each.verbose.map(({ message }) => message)),
      debug: all.flatMap((each) => each.debug.map(({ message }) => message)),
      information: information.map(encodeInformation),
      progress: all.flatMap((each) => each.progress.map(encodeProgress)),
      prompts: this.prompts,
      host: this.#host,
      ...(hadErrors === undefined ? {} : { hadErrors, success: result.state === 'Failed' ? null : !hadErrors }),
      state: result.state,
    };
  }

  #error(record: ErrorRecord) {
    const { categoryLine = false, iterationInfo } = this.#case;
    const iterations = iterationInfo === true ? record.pipelineIterationInfo : undefined;
    return encodeError(record, { categoryLine, ...(iterations === undefined ? {} : { iterations }) });
  }

  #read(names: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(
      names.map((name) => [name, this.variables.has(name) ? encode(this.variables.get(name)) : { $notDefined: true }]),
    );
  }

  #sessionErrors(): string[] {
    return [...this.session.errors].map((record) => record.fullyQualifiedErrorId);
  }
}

/** A session, or the session as a cmdlet sees it. */
type PipelineSource = {
  pipeline(command: string, parameters?: Readonly<Record<string, unknown>>): Pipeline<unknown>;
  from(input: Iterable<unknown>): Pipeline<unknown>;
};

/** A pipeline is refused for one reason only; anything else is a fault of the replay. */
function unexpected(error: unknown): Expectation {
  const id = (error as { errorId?: unknown }).errorId;
  if (id === 'RedirectionNotSupported') return {};
  throw error;
}
