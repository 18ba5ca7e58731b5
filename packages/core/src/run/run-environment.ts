import type { HistoricalBinding } from '../bind/historical-binding.js';
import type { ErrorRecord } from '../records/error-record.js';
import type { StreamName } from '../records/stream-name.js';
import type { Clock } from './clock.js';
import type { Host } from './host.js';
import type { RunObserver } from './run-observer.js';
import type { ServiceToken } from './service-token.js';
import type { TimeSlices } from './time-slices.js';
import type { VariableScope } from './variables.js';

/** A stream that is not output. */
export type MessageStream = Exclude<StreamName, 'Output'>;

/** Where records of the streams beside output go when nobody redirected them. */
export interface StreamSink {
  /** @param shown whether the preference says to show it to the user */
  emit(stream: MessageStream, record: unknown, shown: boolean): void;
}

/** Errors of a session, newest first. */
export interface ErrorLog {
  add(record: ErrorRecord): void;
}

/** How command lines are bound where that is a matter of choice. */
export interface BindingOptions {
  /** Names must be full names or aliases, enum values full names: right for stored scripts. Default false. */
  readonly strict?: boolean | undefined;
  /** Older answers of PowerShell that are wanted back. Default none. */
  readonly historical?: HistoricalBinding | undefined;
}

/** What the commands of one run share: where they ask, write, read variables and time. */
export interface RunEnvironment {
  readonly host: Host;
  readonly variables: VariableScope;
  readonly errors: ErrorLog;
  readonly streams: StreamSink;
  readonly clock: Clock;
  /** The instance of a service; see `inject`. */
  resolve<T>(token: ServiceToken<T>): T;
  /** How command lines are bound where that is a matter of choice. */
  readonly binding: BindingOptions;
  /** Tells when the event loop is due a turn; undefined where the run need not give it any. */
  readonly slices: TimeSlices | undefined;
  /** Who is told what stands in no stream. */
  readonly observer: RunObserver | undefined;
}
