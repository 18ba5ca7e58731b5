import type { Clock } from '../run/clock.js';
import type { JobIdCounter } from './job-id-counter.js';
import type { JobIdentifier } from './job-identifier.js';

/** How many children of one job work at the same time unless somebody says otherwise. */
const DEFAULT_THROTTLE_LIMIT = 5;

/** How long work may take to end after it was asked to stop, in milliseconds, unless somebody says otherwise. */
export const DEFAULT_STOP_GRACE = 5000;

/** What a job is made from. All but the counter has a default. */
export interface JobInit {
  /** Where the ids of the job and its children come from: the session's counter. */
  readonly ids: JobIdCounter;
  /** Default, also for an empty text: `Job` and the id. */
  readonly name?: string | undefined;
  /** Text that tells what is run. Default empty. */
  readonly command?: string | undefined;
  /** A short constant that names the kind of job. Default: the name of the job's class, empty for `Job` itself. */
  readonly psJobTypeName?: string | undefined;
  /** Where the work runs. Default: the children's locations; `localhost` for a job without children. */
  readonly location?: string | undefined;
  /** The connection that the work runs over, for `Receive-Job -Session`. */
  readonly session?: object | undefined;
  /** The id and instance id of a job whose place this one takes, from `JobManager`. Default: new ones. */
  readonly identifier?: JobIdentifier | undefined;
  /** A UUID. Default: a new one. */
  readonly instanceId?: string | undefined;
  /** Source of begin and end times and of the grace period. Default: the machine's. */
  readonly clock?: Clock | undefined;
  /** How many children work at the same time. Default, also for 0 and less: 5. */
  readonly throttleLimit?: number | undefined;
  /** How long work may take to end after it was asked to stop, in milliseconds. Default 5000. */
  readonly stopGraceMilliseconds?: number | undefined;
  /** How many unread records a child may have before its writes wait for a reader. Default: no limit. */
  readonly recordWindow?: number | undefined;
  /** How many unread records the job, and each child, keeps: the oldest are dropped, and an `OverflowRecord` says so. Default: all. */
  readonly maxRecords?: number | undefined;
  /** How long after its end a job keeps what nobody has received, in milliseconds; an `OverflowRecord` stays. Default: always. */
  readonly retainForMilliseconds?: number | undefined;
  /**
   * How long the job may work, in milliseconds. After that it is stopped, and Failed with a `JobTimedOut`. Default: no
   * limit. Children have none of their own.
   */
  readonly timeLimitMilliseconds?: number | undefined;
}

/** What becomes of records that nobody receives: they are kept, dropped, or the work waits until somebody does. */
export type JobRetention = Pick<JobInit, 'maxRecords' | 'retainForMilliseconds' | 'recordWindow'>;

/** The throttle limit that a job was made with, or the default. */
export function throttleLimitOf({ throttleLimit = 0 }: JobInit): number {
  return throttleLimit > 0 ? throttleLimit : DEFAULT_THROTTLE_LIMIT;
}

/** What a child is made from: the settings of its parent, and a name and place of its own. */
export function childInit(
  parent: JobInit,
  { name, location, session }: Pick<JobInit, 'name' | 'location' | 'session'>,
): JobInit {
  const { ids, command, clock, stopGraceMilliseconds, recordWindow, maxRecords, retainForMilliseconds } = parent;
  return {
    ids,
    name,
    command,
    psJobTypeName: '',
    location,
    session,
    clock,
    stopGraceMilliseconds,
    recordWindow,
    maxRecords,
    retainForMilliseconds,
  };
}
