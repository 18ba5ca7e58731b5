import type { ErrorRecord } from '../records/error-record.js';
import type { InformationRecord } from '../records/information-record.js';
import type { DebugRecord, VerboseRecord, WarningRecord } from '../records/message-records.js';
import type { ProgressRecord } from '../records/progress-record.js';

/**
 * One record of a job with the stream it was written to.
 *
 * `Failure` is the reason of a failed job: the last record of the child that failed, delivered once. It is on no stream.
 */
export type JobRecord<TOutput = unknown> =
  | { readonly stream: 'Output'; readonly value: TOutput }
  | { readonly stream: 'Error'; readonly value: ErrorRecord }
  | { readonly stream: 'Warning'; readonly value: WarningRecord }
  | { readonly stream: 'Verbose'; readonly value: VerboseRecord }
  | { readonly stream: 'Debug'; readonly value: DebugRecord }
  | { readonly stream: 'Information'; readonly value: InformationRecord }
  | { readonly stream: 'Progress'; readonly value: ProgressRecord }
  | { readonly stream: 'Failure'; readonly value: Error };

/** Names of what a record may be, at the place of their tags. */
const streams = ['Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress', 'Failure'] as const;

/** The stream of a record as a small number, as a log stores it. */
export const StreamTag = {
  Output: 0,
  Error: 1,
  Warning: 2,
  Verbose: 3,
  Debug: 4,
  Information: 5,
  Progress: 6,
  Failure: 7,
} as const;

/** One of the numbers in {@link StreamTag}. */
export type StreamTag = (typeof StreamTag)[keyof typeof StreamTag];

/** A record from its two halves. */
export function jobRecord<TOutput>(tag: StreamTag, value: unknown): JobRecord<TOutput> {
  return { stream: streams[tag], value } as JobRecord<TOutput>;
}
