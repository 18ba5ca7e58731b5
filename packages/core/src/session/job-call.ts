import type { DefaultParameterValues } from '../bind/default-parameter-values.js';
import type { RepeatableCall } from '../bind/repeatable-call.js';
import type { CommandMetadata } from '../declare/metadata.js';
import type { JobContext } from '../job/call-work.js';
import type { JobIdCounter } from '../job/job-id-counter.js';
import type { JobRetention } from '../job/job-init.js';
import type { JobRepository } from '../job/job-repository.js';
import type { TurnQueue } from '../job/turn-queue.js';
import type { CommandRuntime } from '../run/command-runtime.js';
import type { RunEnvironment } from '../run/run-environment.js';
import { bindGiven } from './bind-command.js';
import { commandText } from './command-text.js';
import { type CommandCall, constructCommand } from './prepared-pipeline.js';

/** What calls of a session have in common that go to jobs. */
export interface JobSettings {
  readonly ids: JobIdCounter;
  readonly repository: JobRepository;
  readonly turns: TurnQueue;
  readonly timeSlice: number;
  readonly retention: JobRetention;
}

/** A call that goes to a job. What only some jobs ask for is made when they do. */
export class JobCall implements JobContext {
  /** Only a job class of the author's asks what the call was bound to, or makes it again. */
  readonly #repeatable: RepeatableCall | undefined;

  constructor(
    readonly settings: JobSettings,
    readonly environment: RunEnvironment,
    private readonly call: CommandCall,
    private readonly defaultsFor: (command: CommandMetadata) => DefaultParameterValues,
    runtime: CommandRuntime,
  ) {
    this.#repeatable = runtime.command.jobSupport.job === undefined ? undefined : runtime.repeatableCall();
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return this.#repeatable?.values ?? NOTHING_BOUND;
  }

  get givenParameters(): Readonly<Record<string, unknown>> {
    return this.#repeatable?.given ?? NOTHING_BOUND;
  }

  get ids(): JobIdCounter {
    return this.settings.ids;
  }

  get repository(): JobRepository {
    return this.settings.repository;
  }

  get turns(): TurnQueue {
    return this.settings.turns;
  }

  get timeSlice(): number {
    return this.settings.timeSlice;
  }

  get retention(): JobRetention {
    return this.settings.retention;
  }

  get command(): string {
    return commandText(this.call);
  }

  get args(): readonly unknown[] {
    return this.call.arguments.filter(({ name }) => name === undefined).map(({ value }) => value);
  }

  again(
    overrides: Readonly<Record<string, unknown>>,
    expectingInput: boolean,
    environment: RunEnvironment,
  ): CommandRuntime {
    const repeated = constructCommand(this.call, environment);
    const given = this.#repeatable?.argumentsWith(overrides) ?? this.call.arguments;
    const defaults = this.defaultsFor(repeated.command).values;
    const place = { arguments: given, expectingInput, position: 1, defaults, silent: true };
    repeated.bind(bindGiven(repeated, place));
    return repeated;
  }
}

const NOTHING_BOUND: Readonly<Record<string, unknown>> = Object.freeze({});
