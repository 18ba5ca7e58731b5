import type { CmdletClass, JobParameters, Pipeline, Session } from '@cmdlet/core';
import { text } from '../text.js';

/** A pipeline that a test puts together: `(session) => session.pipeline(GetProc).pipe(StopProc)`. */
export type PipelineBuilder = (session: Session) => Pipeline<unknown>;

type Input = Iterable<unknown> | AsyncIterable<unknown>;

/** What a test calls, told from the ways in which it can say so. */
export interface GivenCall<TOptions> {
  readonly options: TOptions;
  /** Whether a job is asked for. */
  readonly wantsJob: boolean;
  /** Puts the pipeline together; throws for what is no command. */
  start(session: Session, input: Input | undefined): Pipeline<unknown>;
}

/**
 * Reads the arguments of `run`: a pipeline and options, or a command, its parameters, and options.
 *
 * @throws TypeError for input beside a pipeline, which has its own
 */
export function givenCall<TOptions extends object>(
  what: CmdletClass | string | PipelineBuilder,
  second: object = {},
  third: object = {},
): GivenCall<TOptions> {
  if (isBuilder(what)) {
    if ('input' in second && second.input !== undefined) throw new TypeError(text.inputBesidePipeline);
    return { options: second as TOptions, wantsJob: false, start: (session) => what(session) };
  }
  const parameters = second as Readonly<Record<string, unknown>> & JobParameters;
  return {
    options: third as TOptions,
    wantsJob: parameters.asJob ?? (parameters.jobName !== undefined && parameters.jobName !== ''),
    start: (session, input) => begin(session, what, parameters, input),
  };
}

/** A class has a prototype, an arrow function has none. */
function isBuilder(what: CmdletClass | string | PipelineBuilder): what is PipelineBuilder {
  return typeof what === 'function' && what.prototype === undefined;
}

/** A command by name takes any parameters, a class those of its type: this is where the compiler has checked them already. */
function begin(
  session: Session,
  command: CmdletClass | string,
  parameters: Readonly<Record<string, unknown>>,
  input: Input | undefined,
): Pipeline<unknown> {
  if (typeof command === 'string') {
    return input === undefined ? session.pipeline(command, parameters) : session.from(input).pipe(command, parameters);
  }
  return input === undefined ? session.pipeline(command, parameters) : session.from(input).pipe(command, parameters);
}
