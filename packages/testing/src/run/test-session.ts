import { type Job, type ObservedCommand, type ObservedConfirmation, Session } from '@cmdlet/core';
import type { Leak } from '../leaks/leak.js';
import { LeakWatch } from '../leaks/leak-watch.js';
import { leaksFound, sessionOpened } from '../leaks/open-sessions.js';
import { thoroughly } from '../leaks/thorough-watch.js';
import { TrackedClock } from '../time/tracked-clock.js';
import type { VirtualTime } from '../time/virtual-time.js';
import type { Prompt } from './answer.js';
import type { Run } from './run.js';
import { type GivenCall, givenCall } from './run-call.js';
import { type CallOptions, preferenceVariables, type TestSessionOptions } from './run-options.js';
import { runPipeline } from './run-pipeline.js';
import { JobRunResult, type RunFacts, RunResult } from './run-result.js';
import { TestHost } from './test-host.js';

/**
 * A session for several calls of one test: what one call leaves, variables, jobs, services, the next one finds.
 *
 * @example
 * await using session = await TestSession.create({ packs: [weather, jobPack], services: [[WeatherApi, fake]] });
 * await session.run(GetForecast, { city: 'Oslo', asJob: true });
 * const result = await session.run('Receive-Job', { id: 1, wait: true });
 */
export class TestSession implements AsyncDisposable {
  /** The session itself, for everything that the kit has no word for. */
  readonly session: Session;
  /** The virtual time that it was given. */
  readonly time: VirtualTime | undefined;
  readonly #host: TestHost;
  readonly #clock: TrackedClock;
  readonly #watch: LeakWatch;
  readonly #commands: ObservedCommand[];
  readonly #confirmations: ObservedConfirmation[];
  readonly #detection: TestSessionOptions['leaks'];
  /** How many calls go on. */
  #calls = 0;
  /** What went on when the first of them began. */
  #goingOn: readonly Leak[] = NONE;
  /** What they have written: jobs among it are not left behind, somebody has them. */
  readonly #kept: unknown[] = [];
  #closed: (() => void) | undefined;
  #disposing: Promise<void> | undefined;

  /** Creates a session. Rejects with what is wrong with a pack. */
  static async create(options: TestSessionOptions = {}): Promise<TestSession> {
    const parts = new Parts(options);
    return new TestSession(options, parts, await Session.create(parts.sessionOptions(options)));
  }

  private constructor(options: TestSessionOptions, parts: Parts, session: Session) {
    this.session = session;
    this.time = options.time;
    this.#host = parts.host;
    this.#clock = parts.clock;
    this.#watch = parts.watch;
    this.#commands = parts.commands;
    this.#confirmations = parts.confirmations;
    this.#detection = options.leaks;
    session.jobs.onAdded((job) => this.#watch.jobAdded(job));
    this.#closed = sessionOpened(this);
  }

  /** Runs a command or a pipeline in this session; see {@link run}. */
  readonly run = (async (...given: Parameters<typeof givenCall>) =>
    this.execute(givenCall<CallOptions>(...given))) as Run<CallOptions>;

  /** The jobs of the session. */
  get jobs(): readonly Job[] {
    return this.session.jobs.jobs;
  }

  /** Whether a value is a job of this session. */
  isJob(value: unknown): value is Job {
    return typeof value === 'object' && value !== null && this.session.jobs.has(value as Job);
  }

  /** All questions that the host was asked, with their answers. */
  get prompts(): readonly Prompt[] {
    return this.#host.prompts;
  }

  /** Answers what a Blocked job asks, as somebody would who receives it. */
  async answerQuestions(job: Job): Promise<void> {
    for (const each of [job, ...job.childJobs]) await each.answerQuestions(this.#host, new AbortController().signal);
  }

  /** What goes on now although no call does: what would be left behind if the test ended here. */
  get leaks(): readonly Leak[] {
    return this.#leaksBut([]);
  }

  /** Runs what a call says, for `run` in all its forms. @param ownsSession whether the session is for this call alone */
  async execute(call: GivenCall<CallOptions>, ownsSession = false): Promise<RunResult> {
    const [commands, confirmations, prompts] = [this.#commands, this.#confirmations, this.#host.prompts];
    const from = [commands.length, confirmations.length, prompts.length] as const;
    if (this.#calls++ === 0) this.#goingOn = this.#watch.everything;
    const { found, value: run } =
      this.#detection === 'thorough'
        ? await thoroughly(() => runPipeline(this.session, call))
        : { found: NONE, value: await runPipeline(this.session, call) };
    this.#kept.push(...run.result.output);
    const left = [...found, ...(--this.#calls === 0 ? this.#leftByCalls() : NONE)];
    leaksFound(left);
    const facts: RunFacts = {
      session: this,
      records: run.records,
      endedAt: run.endedAt,
      prompts: prompts.slice(from[2]),
      shouldProcess: confirmations.slice(from[1]),
      commands: commands.slice(from[0]),
      leaks: left,
      ownsSession,
    };
    if (!call.wantsJob) return new RunResult(run.result, facts);
    return new JobRunResult({ ...run.result, output: run.result.output.filter((record) => this.isJob(record)) }, facts);
  }

  /**
   * Stops what goes on in the session and releases its services. What does not listen has its grace period: a virtual time
   * is moved as far as that takes, and not at all if nothing needs it.
   */
  dispose(): Promise<void> {
    this.#disposing ??= this.#dispose();
    return this.#disposing;
  }

  /** Ends a job, in the time of the session; see {@link dispose}. */
  disposeJob(job: Job): Promise<void> {
    return this.#inTime(job.dispose());
  }

  async #dispose(): Promise<void> {
    this.#closed?.();
    await this.#inTime(this.session.dispose());
  }

  #inTime(closing: Promise<void>): Promise<void> {
    return this.time === undefined ? closing : this.time.until(closing);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  /**
   * What was not there before. Of calls that are made at the same time nobody can say which began what: the last one to
   * end has it all.
   */
  #leftByCalls(): readonly Leak[] {
    const kept = this.#kept.splice(0);
    return this.#leaksBut(kept).filter((leak) => !this.#goingOn.some((before) => before.isSame(leak)));
  }

  #leaksBut(kept: readonly unknown[]): readonly Leak[] {
    return this.#detection === 'ignore' ? NONE : this.#watch.leaks(kept as readonly Job[]);
  }
}

const NONE: readonly Leak[] = [];

/** What a test session puts into the session that it makes. */
class Parts {
  readonly host: TestHost;
  readonly clock: TrackedClock;
  readonly watch: LeakWatch;
  readonly commands: ObservedCommand[] = [];
  readonly confirmations: ObservedConfirmation[] = [];

  constructor({ answers, host, time }: TestSessionOptions) {
    this.host = new TestHost(answers, host);
    this.clock = new TrackedClock(time);
    this.watch = new LeakWatch(this.clock);
  }

  sessionOptions(options: TestSessionOptions): NonNullable<Parameters<typeof Session.create>[0]> {
    const { packs, services, defaultParameterValues, binding, preferences, variables } = options;
    return {
      host: this.host,
      clock: this.clock,
      observer: {
        commandBound: (command) => void this.commands.push(command),
        confirmationAnswered: (confirmation) => void this.confirmations.push(confirmation),
        runGoesOn: () => this.watch.runGoesOn(),
      },
      ...(packs === undefined ? {} : { packs }),
      ...(services === undefined ? {} : { services }),
      ...(binding === undefined ? {} : { binding }),
      ...(defaultParameterValues === undefined ? {} : { defaultParameterValues }),
      ...(preferences === undefined && variables === undefined
        ? {}
        : { variables: { ...variables, ...preferenceVariables(preferences ?? {}) } }),
    };
  }
}
