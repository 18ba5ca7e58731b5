import type {
  ActionPreference,
  BindingOptions,
  ConfirmImpact,
  Host,
  PackDefinition,
  ServiceProvider,
} from '@cmdlet/core';
import type { Marbles } from '../marbles/marbles.js';
import type { VirtualTime } from '../time/virtual-time.js';
import type { Answers } from './answer.js';

/** What the user prefers, for all commands: the session's preference variables. */
export interface Preferences {
  readonly error?: ActionPreference;
  readonly warning?: ActionPreference;
  readonly verbose?: ActionPreference;
  readonly debug?: ActionPreference;
  readonly information?: ActionPreference;
  readonly progress?: ActionPreference;
  /** From which impact on the user is asked. Default High. */
  readonly confirm?: ConfirmImpact;
  /** Whether commands only say what they would do. Default false. */
  readonly whatIf?: boolean;
}

/**
 * How much is done to find what a run leaves behind: `known` finds timers of the session's clock, jobs and pipelines;
 * `thorough` also promises that nobody settles, Node's own timers, and subscriptions, and makes a run some ten times as
 * expensive; `ignore` finds nothing.
 */
export type LeakDetection = 'known' | 'thorough' | 'ignore';

/** What a test session is made from; all of it may be left out. */
export interface TestSessionOptions {
  /** Packs whose commands are known by name, and whose services are there. */
  readonly packs?: readonly PackDefinition[];
  /** Services in place of the packs': `[[WeatherApi, fake]]`. */
  readonly services?: readonly ServiceProvider[];
  /** What the user prefers. */
  readonly preferences?: Preferences;
  /** Variables of the session. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The user's default values: `{ 'Get-Forecast:City': 'Oslo' }`. */
  readonly defaultParameterValues?: Readonly<Record<string, unknown>>;
  /** How command lines are bound where that is a matter of choice. */
  readonly binding?: BindingOptions;
  /** Answers to questions. Default: nobody can be asked but {@link host}. */
  readonly answers?: Answers;
  /**
   * A host of your own. It is shown what is to be shown, and is asked what {@link answers} does not answer: what comes
   * after the last of a list, what a function gives undefined for, values where the answer is a choice, and the reverse.
   */
  readonly host?: Host;
  /** The time of the session. Default: the machine's. */
  readonly time?: VirtualTime;
  /** What is done to find what is left behind. Default `known`. */
  readonly leaks?: LeakDetection;
}

/** Settings of one run. */
export interface CallOptions {
  /**
   * Records that come through the pipeline to a command; {@link marbles} make them come at their times. Beside a pipeline
   * that a test puts together, which begins with its own, they are a TypeError.
   */
  readonly input?: Iterable<unknown> | AsyncIterable<unknown> | Marbles;
  /** Stops the run when it fires. */
  readonly signal?: AbortSignal;
  /** Stops the run when it has written so many objects to output. */
  readonly stopAfter?: number;
  /** Gets every object of output; the run waits for it. See {@link slowConsumer}. */
  readonly consumer?: (record: unknown) => void | Promise<void>;
}

/** What {@link run} takes beside command and parameters. */
export interface TestRunOptions extends TestSessionOptions, CallOptions {}

const PREFERENCE_VARIABLES: Readonly<Record<keyof Preferences, string>> = {
  error: 'ErrorActionPreference',
  warning: 'WarningPreference',
  verbose: 'VerbosePreference',
  debug: 'DebugPreference',
  information: 'InformationPreference',
  progress: 'ProgressPreference',
  confirm: 'ConfirmPreference',
  whatIf: 'WhatIfPreference',
};

/** The session variables that preferences are. */
export function preferenceVariables(preferences: Preferences): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(preferences)) {
    variables[PREFERENCE_VARIABLES[name as keyof Preferences]] = value;
  }
  return variables;
}
