import type { PackDefinition } from '../declare/pack/pack-definition.js';
import type { JobRetention } from '../job/job-init.js';
import type { Clock } from '../run/clock.js';
import type { Host } from '../run/host.js';
import type { BindingOptions } from '../run/run-environment.js';
import type { RunObserver } from '../run/run-observer.js';
import type { ServiceProvider } from './services.js';

/** What a session is made from; all of it may be left out. */
export interface SessionOptions {
  /** Packs whose commands are known by name. A class can be invoked without a pack. */
  readonly packs?: readonly PackDefinition[];
  /** Services beside those of the packs; they win. */
  readonly services?: readonly ServiceProvider[];
  /** Who can be asked and shown something. Default: nobody, and nothing is shown. */
  readonly host?: Host;
  /** Preference and other variables to begin with. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The user's default values: `{ 'Get-Forecast:City': 'Oslo' }`. Wildcards are allowed in both parts. */
  readonly defaultParameterValues?: Readonly<Record<string, unknown>>;
  /** Where time comes from. Default: the machine. */
  readonly clock?: Clock;
  /** How long a job in this thread works before the event loop gets a turn, in milliseconds. Default 8. */
  readonly jobTimeSlice?: number;
  /**
   * What becomes of records of jobs that nobody receives: `{ maxRecords: 10_000 }` drops the oldest, `{ recordWindow: 1000 }`
   * lets the work wait for a reader. Default: they are kept. A limit that is no whole number is `ArgumentOutOfRange`.
   */
  readonly jobRetention?: JobRetention;
  /** How command lines are bound where that is a matter of choice: `{ strict: true }`, `{ historical: { … } }`. */
  readonly binding?: BindingOptions;
  /** How many errors {@link Session.errors} keeps. Default 256. */
  readonly errorCapacity?: number;
  /** How long {@link Session.dispose} waits for steps that go on after they were stopped, in milliseconds. Default 5000. */
  readonly disposeGrace?: number;
  /** Is told what stands in no stream: for tests and traces. */
  readonly observer?: RunObserver;
}

export const DEFAULT_JOB_TIME_SLICE = 8;
export const DEFAULT_DISPOSE_GRACE = 5000;
