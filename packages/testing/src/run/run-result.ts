import {
  CmdletInvocationException,
  type ErrorRecord,
  InvalidOperationException,
  type Job,
  type ObservedCommand,
  type ObservedConfirmation,
  type PipelineResult,
  PipelineStoppedException,
} from '@cmdlet/core';
import type { Leak } from '../leaks/leak.js';
import { JobRecording, type Recording, type RunRecord } from '../marbles/recording.js';
import { text } from '../text.js';
import type { Prompt } from './answer.js';
import type { TestSession } from './test-session.js';

/** A command of a run, and what it was bound to. */
export interface BoundCommand {
  /** Name of the command. */
  readonly command: string;
  /** The parameter set in use; `__AllParameterSets` for a command without named sets. */
  readonly set: string;
  /** Shown name → converted value. Of parameters that records are bound to, the value of the last record. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What a run gives beside its streams. */
export interface RunFacts {
  readonly session: TestSession;
  readonly records: readonly RunRecord[];
  readonly endedAt: number;
  readonly prompts: readonly Prompt[];
  readonly shouldProcess: readonly ObservedConfirmation[];
  readonly commands: readonly ObservedCommand[];
  /** What the run has left behind. */
  readonly leaks: readonly Leak[];
  /** Whether the session was made for this run alone. */
  readonly ownsSession: boolean;
}

/**
 * Everything that came out of one run. A failed run is a result too; {@link orThrow} throws.
 *
 * Dispose it, or let it be disposed with `await using`, if it has a job that goes on.
 *
 * @typeParam TOutput what the run wrote to output
 */
export class RunResult<TOutput = unknown> implements PipelineResult<TOutput>, Recording<TOutput>, AsyncDisposable {
  /** How the run ended. */
  readonly state: PipelineResult<TOutput>['state'];
  /** What was written to output, before a failure too. */
  readonly output: PipelineResult<TOutput>['output'];
  /** Non-terminating errors, in order. The one that ended the run is {@link failure}. */
  readonly errors: PipelineResult<TOutput>['errors'];
  readonly warnings: PipelineResult<TOutput>['warnings'];
  readonly verbose: PipelineResult<TOutput>['verbose'];
  readonly debug: PipelineResult<TOutput>['debug'];
  readonly information: PipelineResult<TOutput>['information'];
  readonly progress: PipelineResult<TOutput>['progress'];
  /** The error that ended the run, if one did. */
  readonly failure: ErrorRecord | undefined;
  /** Whether any error was written or thrown, whatever the preferences. */
  readonly hadErrors: boolean;
  readonly #facts: RunFacts;

  constructor(result: PipelineResult<TOutput>, facts: RunFacts) {
    this.state = result.state;
    this.output = result.output;
    this.errors = result.errors;
    this.warnings = result.warnings;
    this.verbose = result.verbose;
    this.debug = result.debug;
    this.information = result.information;
    this.progress = result.progress;
    this.failure = result.failure;
    this.hadErrors = result.hadErrors;
    this.#facts = facts;
  }

  /** The records of all streams in the order in which they were written, each with its stream and its time. */
  get records(): readonly RunRecord<TOutput>[] {
    return this.#facts.records as readonly RunRecord<TOutput>[];
  }

  /** When the run ended, in milliseconds since it began. */
  get endedAt(): number {
    return this.#facts.endedAt;
  }

  /** The questions that the host was asked, with their answers. */
  get prompts(): readonly Prompt[] {
    return this.#facts.prompts;
  }

  /** Every `shouldProcess` and `shouldContinue` of the cmdlets: about what, the answer, and who gave it. */
  get shouldProcess(): readonly ObservedConfirmation[] {
    return this.#facts.shouldProcess;
  }

  /** What the commands were bound to, in the order of the pipeline. Empty if the first command line did not bind. */
  get bound(): readonly BoundCommand[] {
    return this.#facts.commands.map(({ command, invocation, parameterSetName }) => ({
      command: command.name,
      set: parameterSetName,
      parameters: { ...invocation.boundParameters },
    }));
  }

  /** The job that the run has started, if its output is one. */
  get job(): Job | undefined {
    const [first] = this.output as readonly unknown[];
    return this.#facts.session.isJob(first) ? first : undefined;
  }

  /** What a process that does nothing else would exit with: 0, 1 after an error, 130 if the run was stopped. */
  get exit(): number {
    if (this.state === 'Stopped') return 130;
    return this.hadErrors ? 1 : 0;
  }

  /** The full ids of all errors, the one that ended the run last. */
  get errorIds(): readonly string[] {
    const records = this.failure === undefined ? this.errors : [...this.errors, this.failure];
    return records.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId);
  }

  /** The session that it ran in. */
  get session(): TestSession {
    return this.#facts.session;
  }

  /** What the run has begun and left behind; see {@link takeLeaks}. */
  get leaks(): readonly Leak[] {
    return this.#facts.leaks;
  }

  /** Throws what ended the run, as the call itself would have; gives the result of a run that completed. */
  orThrow(): this {
    if (this.state === 'Stopped') throw new PipelineStoppedException();
    if (this.failure !== undefined) throw CmdletInvocationException.from(this.failure);
    return this;
  }

  /** Ends the job of the run; closes the session if the run has one of its own. */
  async dispose(): Promise<void> {
    const { session, ownsSession } = this.#facts;
    if (ownsSession) await session.dispose();
    else for (const record of this.output) if (session.isJob(record)) await session.disposeJob(record);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

/** Marks results of all copies of this package: the matchers may come from another one than `run`. */
const RUN_RESULT = Symbol.for('@cmdlet/testing/RunResult');
Object.defineProperty(RunResult.prototype, RUN_RESULT, { value: true });

/** Whether a value is the result of a run. */
export function isRunResult(value: unknown): value is RunResult {
  return typeof value === 'object' && value !== null && RUN_RESULT in value;
}

/** The result of a call with `-AsJob`. */
export class JobRunResult<TOutput = unknown> extends RunResult<Job<TOutput>> {
  /** What the job writes, and when, in milliseconds since it began; see {@link expectRecords}. */
  readonly recording: Recording<TOutput>;

  constructor(result: PipelineResult<Job<TOutput>>, facts: RunFacts) {
    super(result, facts);
    const [job] = result.output;
    this.recording = job === undefined ? NOTHING : new JobRecording(job, facts.session.session.clock);
  }

  /** The job. Without one, because the call failed or was declined, this is an `InvalidOperation`. */
  override get job(): Job<TOutput> {
    const [first] = this.output;
    if (first === undefined) throw new InvalidOperationException(text.noJob(this.state, this.errorIds));
    return first;
  }
}

const NOTHING: Recording<never> = { records: [], state: 'NotStarted', endedAt: undefined };
