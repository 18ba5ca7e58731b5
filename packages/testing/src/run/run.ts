import type {
  AsJobParameters,
  CmdletClass,
  InlineParameters,
  Job,
  OutputOf,
  ParametersOf,
  Pipeline,
  Session,
} from '@cmdlet/core';
import { Marbles } from '../marbles/marbles.js';
import { VirtualTime } from '../time/virtual-time.js';
import { givenCall } from './run-call.js';
import type { TestRunOptions } from './run-options.js';
import type { JobRunResult, RunResult } from './run-result.js';
import { TestSession } from './test-session.js';

/**
 * How a command, or a pipeline, is run; with the types of `session.invoke`.
 *
 * @typeParam TOptions what may be said beside command and parameters
 */
export interface Run<TOptions> {
  /** Runs a pipeline: `run((session) => session.pipeline(GetProc).pipe(StopProc))`. It has its own input: `session.from`. */
  <TOutput>(pipeline: (session: Session) => Pipeline<TOutput>, options?: TOptions): Promise<RunResult<TOutput>>;
  /** Runs a cmdlet in the background; `job` of the result is the job. */
  <TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: AsJobParameters<TClass>,
    options?: TOptions,
  ): Promise<JobRunResult<OutputOf<TClass>>>;
  /** Runs a cmdlet. */
  <TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters?: InlineParameters<TClass>,
    options?: TOptions,
  ): Promise<RunResult<OutputOf<TClass>>>;
  /** Runs a cmdlet of which is not known before the program runs whether it gives a job. */
  <TClass extends CmdletClass>(
    cmdlet: TClass,
    parameters: ParametersOf<TClass>,
    options?: TOptions,
  ): Promise<RunResult<OutputOf<TClass> | Job<OutputOf<TClass>>>>;
  /** Runs a command by name. */
  (command: string, parameters?: Readonly<Record<string, unknown>>, options?: TOptions): Promise<RunResult>;
}

/**
 * Runs a cmdlet, or a pipeline, in memory, in a session of its own, and gives everything that came out of it.
 *
 * Never rejects because the run fails: a failed run is a result too, and `orThrow()` throws. Rejects for what is wrong with
 * the test itself, a pack that cannot be loaded.
 *
 * @example
 * const result = await run(GetForecast, { city: 'Oslo' }, { services: [[WeatherApi, fake]] });
 * assert.deepEqual(result.output, [{ city: 'Oslo', celsius: 4 }]);
 */
export const run = (async (...given: Parameters<typeof givenCall>): Promise<RunResult> => {
  const call = givenCall<TestRunOptions>(...given);
  const movesByItself = call.options.input instanceof Marbles && call.options.time === undefined;
  const time = movesByItself ? new VirtualTime() : undefined;
  const session = await TestSession.create(time === undefined ? call.options : { ...call.options, time });
  const running = session.execute(call, true);
  const result = await (time === undefined ? running : time.until(running));
  if (session.jobs.length === 0) await session.dispose();
  return result;
}) as Run<TestRunOptions>;
