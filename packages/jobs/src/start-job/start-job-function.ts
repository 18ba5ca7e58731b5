import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Session } from '@cmdlet/core';
import type { Observable } from 'rxjs';
import type { WorkSource } from '../execution/executor.js';
import { sendableFunction } from '../script-block/check-captures.js';
import { functionText } from '../script-block/function-text.js';
import type { ScriptBlockContext } from '../script-block/script-block.js';
import type { ThreadJob } from '../thread-job/thread-job.js';
import type { BackgroundJob } from './background-job.js';
import { callerFile } from './caller-file.js';
import { checkStartOptions } from './check-start-options.js';
import { currentLocation, workingDirectoryOf } from './current-location.js';
import { JobStarter } from './job-starter.js';
import { ScriptReader } from './script-work.js';

/** A script block as {@link startJob} takes it; its types come from the options. */
export type TypedScriptBlock<
  TInput,
  TArguments extends readonly unknown[],
  TUsing extends object,
  TResult,
  TWritten,
> = (context: ScriptBlockContext<TInput, TArguments, TUsing, TWritten>) => TResult;

/** How a job is started by {@link startJob}. */
export interface StartJobOptions<TInput, TArguments extends readonly unknown[], TUsing extends object> {
  /** Default: `Job` and the id. */
  readonly name?: string;
  /** Elements of `args`. */
  readonly args?: TArguments;
  /** Values that the block sees by name. */
  readonly using?: TUsing;
  /** Input, read only as fast as the block reads it. */
  readonly input?: Iterable<TInput> | AsyncIterable<TInput>;
  /** Where the block runs: a process of its own, a thread, or here with live objects. Default `process`. */
  readonly in?: 'process' | 'thread' | 'inline';
  /** Runs before, to its end; it is sent as the block is. */
  readonly initialization?: (context: ScriptBlockContext) => unknown;
  /** Absolute path, or relative to the current location. Default: that. It must be there. */
  readonly workingDirectory?: string;
  /** How many seconds the block may run; after that the job is stopped and Failed. Default, and 0: no limit. */
  readonly timeoutSeconds?: number;
  /** `import.meta.url`, or a path, of the file that the block is written in: its imports are resolved from there. Default: the file that calls. */
  readonly from?: string;
  /** Queue of jobs in threads; see `Start-ThreadJob -QueueName`. */
  readonly queueName?: string;
}

/** A job that {@link startJob} started. */
export type StartedJob<TOutput> = BackgroundJob<TOutput> | ThreadJob<TOutput>;

/** What a block gives to output: the elements of what it returns, or the values of an Observable, one level deep; nothing for undefined. */
export type OutputOfBlock<TResult> =
  Awaited<TResult> extends infer TGiven
    ? TGiven extends undefined | void
      ? never
      : TGiven extends string
        ? TGiven
        : TGiven extends Iterable<infer TElement> | AsyncIterable<infer TElement> | Observable<infer TElement>
          ? TElement
          : TGiven
    : never;

/**
 * Starts a function as a job, with the types of what goes in and comes out: what `Start-Job` and `Start-ThreadJob` do for
 * whoever writes TypeScript.
 *
 * The function is sent as text unless it runs `inline`: what it uses comes by `args` and `using`, or its own
 * `await import()`. One that uses a variable of the place where it is written is `ScriptBlockCapturesVariable`, and no job
 * is made; neither is one of options that mean nothing, `Argument` or `ArgumentOutOfRange`, or in a directory that is not
 * there, `DirectoryNotFoundException`.
 *
 * @typeParam TWritten what the block writes with `writeObject`; what it returns is known
 *
 * @example
 * const job = await startJob(session, ({ args: [a, b] }) => a + b, { args: [1, 2] });   // a job of number
 * for await (const sum of job) console.log(sum);
 */
export function startJob<
  TResult,
  TWritten = never,
  TInput = unknown,
  TArguments extends readonly unknown[] | [] = readonly unknown[],
  TUsing extends object = Readonly<Record<string, unknown>>,
>(
  session: Session,
  block: TypedScriptBlock<TInput, TArguments, TUsing, TResult, TWritten>,
  options: StartJobOptions<TInput, TArguments, TUsing> = {},
): Promise<StartedJob<OutputOfBlock<TResult> | TWritten>> {
  const file = options.from === undefined ? callerFile(startJob) : pathOf(options.from);
  return begin(session, block, options, file);
}

// Asynchronous so that whatever is wrong is a rejection.
async function begin<TOutput>(
  session: Session,
  block: (context: never) => unknown,
  options: StartJobOptions<unknown, readonly unknown[], object>,
  file: string | undefined,
): Promise<StartedJob<TOutput>> {
  const { name, args, input, initialization, timeoutSeconds, queueName } = options;
  const using = { ...options.using };
  checkStartOptions(block, options);
  const workingDirectory = workingDirectoryOf(options.workingDirectory, currentLocation(session));
  const from = file ?? ScriptReader.noFile(workingDirectory);
  const inline = options.in === 'inline';
  const sent = (block: (context: never) => unknown, initialized: boolean): WorkSource => {
    if (inline) return { kind: 'live', run: block };
    return { kind: 'function', text: sendableFunction(block, { using, initialized }).text, file: from };
  };
  const order = {
    name,
    args,
    using,
    workingDirectory,
    timeoutSeconds,
    input: input === undefined ? undefined : iterate(input),
    command: functionText(block).body,
    source: sent(block, initialization !== undefined),
    initialization: initialization === undefined ? undefined : sent(initialization, false),
  };
  const starter = session.resolve(JobStarter);
  if (inline) return starter.inline(order, queueName);
  return options.in === 'thread' ? starter.inThread(order, queueName) : starter.inProcess(order);
}

async function* iterate<T>(input: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, void, void> {
  yield* input;
}

function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : resolve(file);
}
