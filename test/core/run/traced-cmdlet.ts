import { type CmdletClass, defineCmdlet, type Host, type PSCmdlet, type RunOptions, Session } from '@cmdlet/core';

/** What a step does; what it returns goes back to the engine. */
export type Step = (cmdlet: PSCmdlet, input: unknown) => unknown;

export interface TracedSteps {
  readonly construct?: (cmdlet: PSCmdlet) => void;
  readonly begin?: Step;
  readonly process?: Step;
  readonly end?: Step;
  readonly stop?: Step;
  readonly dispose?: Step;
  readonly supportsShouldProcess?: boolean;
  readonly confirmImpact?: 'None' | 'Low' | 'Medium' | 'High';
}

/** Notes what happens, in order. */
export class Trace {
  readonly lines: string[] = [];

  readonly say = (line: string): void => {
    this.lines.push(line);
  };

  /** The command `Test-‹name›`, taking any record, whose steps note that they were entered. */
  cmdlet(name: string, steps: TracedSteps = {}): CmdletClass {
    const enter = (step: string, cmdlet: PSCmdlet) => {
      const input = step === 'process' && cmdlet.myInvocation.expectingInput ? `(${String(inputOf(cmdlet))})` : '';
      this.say(`${name}.${step}${input}`);
    };
    const step = (which: 'begin' | 'process' | 'end' | 'stop' | 'dispose', also?: Step) =>
      function run(this: PSCmdlet): never {
        enter(which, this);
        return also?.(this, inputOf(this)) as never;
      };
    const defined = defineCmdlet({
      verb: 'Test',
      noun: name,
      ...(steps.supportsShouldProcess === undefined ? {} : { supportsShouldProcess: steps.supportsShouldProcess }),
      ...(steps.confirmImpact === undefined ? {} : { confirmImpact: steps.confirmImpact }),
      parameters: { inputObject: { type: Object, valueFromPipeline: true } },
      begin: step('begin', steps.begin),
      process: step('process', steps.process),
      end: step('end', steps.end),
      stop: step('stop', steps.stop),
      dispose: step('dispose', steps.dispose),
    });
    const { construct } = steps;
    if (construct === undefined) return defined;
    return constructing(defined, construct);
  }
}

/** Passes records on. */
export const passOn: Step = (cmdlet, input) => cmdlet.writeObject(input);

/** A session, and what running a pipeline of classes in it gave. */
export async function runIn(
  session: Session,
  classes: readonly (CmdletClass | readonly [CmdletClass, Readonly<Record<string, unknown>>])[],
  input?: Iterable<unknown> | AsyncIterable<unknown>,
  options: RunOptions = {},
) {
  const calls = classes.map((call) => (typeof call === 'function' ? ([call, {}] as const) : call));
  const [[first, parameters] = [undefined, {}], ...rest] = calls;
  if (first === undefined) throw new Error('The pipeline is empty.');
  const begun = input === undefined ? session.pipeline(first, parameters) : session.from(input).pipe(first, parameters);
  const pipeline = rest.reduce((left, [next, given]) => left.pipe(next, given), begun.with(options));
  return await pipeline.run();
}

/** Runs a pipeline of classes in a session of its own. */
export async function run(
  classes: Parameters<typeof runIn>[1],
  input?: Iterable<unknown> | AsyncIterable<unknown>,
  options: Pick<RunOptions, 'signal'> & {
    readonly host?: Host;
    readonly variables?: Readonly<Record<string, unknown>>;
  } = {},
) {
  const { host = {}, variables = {}, ...runOptions } = options;
  const session = await Session.create({ host, variables });
  const result = await runIn(session, classes, input, runOptions);
  const sessionErrors = [...session.errors].map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId);
  const variable = (name: string): unknown => session.variables.get(name);
  await session.dispose();
  return { ...result, sessionErrors, variable };
}

/** A host that answers choices from a list, by label without `&` or by index, and notes what it is asked and shows. */
export class AnsweringHost implements Host {
  readonly questions: { caption: string; message: string; choices: readonly string[]; preset: number }[] = [];
  readonly shown: string[] = [];
  readonly #answers: (string | number)[];

  constructor(...answers: readonly (string | number)[]) {
    this.#answers = [...answers];
  }

  async promptForChoice(
    caption: string,
    message: string,
    choices: readonly { readonly label: string }[],
    preset: number,
  ): Promise<number> {
    const labels = choices.map(({ label }) => label.replace('&', ''));
    this.questions.push({ caption, message, choices: labels, preset });
    const answer = this.#answers.shift();
    if (answer === undefined) throw new Error(`Nobody answers: ${message}`);
    return typeof answer === 'number' ? answer : labels.indexOf(answer);
  }

  showWarning(record: { readonly message: string }): void {
    this.shown.push(`warning ${record.message}`);
  }
  showVerbose(record: { readonly message: string }): void {
    this.shown.push(`verbose ${record.message}`);
  }
  showDebug(record: { readonly message: string }): void {
    this.shown.push(`debug ${record.message}`);
  }
  showInformation(record: { toString(): string }): void {
    this.shown.push(`information ${record.toString()}`);
  }
  showProgress(record: { readonly activity: string }): void {
    this.shown.push(`progress ${record.activity}`);
  }
  showError(record: { readonly fullyQualifiedErrorId: string }): void {
    this.shown.push(`error ${record.fullyQualifiedErrorId}`);
  }
}

/** A promise and its settling. */
export function deferred<T = void>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((accept, refuse) => {
    resolve = accept;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

/** Lets everything run that is ready. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function inputOf(cmdlet: PSCmdlet): unknown {
  return (cmdlet as PSCmdlet & { readonly inputObject?: unknown }).inputObject;
}

function constructing(defined: CmdletClass, construct: (cmdlet: PSCmdlet) => void): CmdletClass {
  return new Proxy(defined, {
    construct(target, given, newTarget: CmdletClass) {
      const cmdlet = Reflect.construct(target, given, newTarget) as PSCmdlet;
      construct(cmdlet);
      return cmdlet;
    },
  });
}
