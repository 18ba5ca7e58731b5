import type { Observable } from 'rxjs';
import type { ServiceToken } from '../run/service-token.js';
import type { JobSink } from './job-sink.js';

/**
 * What a job is given to do: the input and arguments of one call, and how to run the call's steps over input.
 *
 * @typeParam TInput records of the caller's pipeline
 * @typeParam TOutput what the work writes to output
 */
export interface JobWork<TInput = unknown, TOutput = unknown> {
  /** The records of the caller's pipeline, to be read once. Ends when the caller's pipeline ends, or the job is stopped. */
  readonly input: AsyncIterable<TInput>;
  /** The same as an Observable; reading one reads the other. */
  readonly input$: Observable<TInput>;
  /** The positional arguments of the call. */
  readonly args: readonly unknown[];
  /**
   * What the parameters of the call are bound to, converted, wherever it came from: names, positions, the user's defaults.
   * By property, or by the parameter's name where that is another one. Functions that wait for records are left out.
   */
  readonly parameters: Readonly<Record<string, unknown>>;
  /**
   * The same as it was given, neither transformed nor converted, for work that makes the call anew where this session is
   * not. Functions that wait for records are among them; whether to begin is not asked once more.
   */
  readonly givenParameters: Readonly<Record<string, unknown>>;
  /** Text that tells what is run. */
  readonly command: string;
  /** Whether records come through the pipeline. */
  readonly expectingInput?: boolean;
  /** A service of the session that the call was made in. */
  resolve?<T>(token: ServiceToken<T>): T;
  /**
   * Runs the steps over some input, writing to a child's sink. A job may do so several times, each time with a part.
   *
   * @param input records for the steps; undefined runs them as a call without pipeline input
   * @param parameters take the place of those given in the call, to give each child its part of them; one that is
   *   undefined is left out
   * @returns nothing if all was done at once; a rejection, or a throw, is the failure of the child
   */
  invoke(
    input: Iterable<TInput> | AsyncIterable<TInput> | undefined,
    sink: JobSink<TOutput>,
    parameters?: Readonly<Record<string, unknown>>,
  ): Promise<void> | void;
}

/** One piece of a job's work, to be run in a child job of its own. */
export interface ChildWork<TOutput = unknown> {
  /** Default, also for an empty text: `Job` and the id. */
  readonly name?: string | undefined;
  /** Where it runs, for people to see and for `Receive-Job -Location`. Default `localhost`. */
  readonly location?: string | undefined;
  /** The connection that it runs over, for `Receive-Job -Session`. */
  readonly session?: object | undefined;
  /**
   * Does the work. What it throws makes the child Failed.
   *
   * @param sink where to write, whom to ask, when to end
   */
  run(sink: JobSink<TOutput>): Promise<void> | void;
  /**
   * Ends the work by force, when it goes on after the grace period of a stop, and leaves it a chance to clean up. Without
   * this and {@link kill}, work that does not end is given up: nothing can end a function that runs in this thread.
   */
  terminate?(): Promise<void> | void;
  /** Ends the work at once, when it goes on after {@link terminate} and another grace period, or must not have one. */
  kill?(): Promise<void> | void;
}
