import {
  DebugRecord,
  type ErrorCategory,
  type ErrorDetails,
  ErrorRecord,
  InformationRecord,
  type InvocationInfo,
  ProgressRecord,
  VerboseRecord,
  WarningRecord,
} from '@cmdlet/core';
import { Stream, type StreamNumber } from './marker.js';

/** What an error record is made of. */
export interface ErrorRecordFacts extends Invoked {
  readonly exception: Error;
  readonly errorId: string;
  readonly category: ErrorCategory;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
  readonly targetObject: unknown;
  readonly errorDetails: ErrorDetails | undefined;
  readonly pipelineIterationInfo: readonly number[] | undefined;
}

interface Invoked {
  readonly invocationInfo: InvocationInfo | undefined;
}

interface MessageFacts extends Invoked {
  readonly message: string;
  readonly id?: string;
}

interface InformationFacts extends Invoked {
  readonly messageData: unknown;
  readonly source: string;
  readonly tags: readonly string[];
  readonly timeGenerated: Date;
}

/** The data of a record of a stream other than output. */
export function recordFacts(stream: StreamNumber, record: unknown): object {
  const { invocationInfo } = record as Invoked;
  const invoked = { invocationInfo: invocationFacts(invocationInfo) };
  switch (stream) {
    case Stream.Error:
      return errorRecordFacts(record as ErrorRecord);
    case Stream.Warning: {
      const { message, fullyQualifiedWarningId } = record as WarningRecord;
      return { message, id: fullyQualifiedWarningId, ...invoked };
    }
    case Stream.Information: {
      const { messageData, source, tags, timeGenerated } = record as InformationRecord;
      return { messageData, source, tags, timeGenerated, ...invoked };
    }
    case Stream.Progress: {
      const { recordType, sourceId, ...facts } = record as ProgressRecord;
      return { ...facts, completed: recordType === 'Completed', sourceId, ...invoked };
    }
    default:
      return { message: (record as VerboseRecord).message, ...invoked };
  }
}

/** The data of an error record. */
export function errorRecordFacts(record: ErrorRecord): ErrorRecordFacts {
  const { exception, errorId, categoryInfo, targetObject, errorDetails, pipelineIterationInfo } = record;
  const { category, activity, reason, targetName, targetType } = categoryInfo;
  return {
    exception,
    errorId,
    category,
    activity,
    reason,
    targetName,
    targetType,
    targetObject,
    errorDetails: errorDetails === undefined ? undefined : { ...errorDetails },
    invocationInfo: invocationFacts(record.invocationInfo),
    pipelineIterationInfo: pipelineIterationInfo === undefined ? undefined : [...pipelineIterationInfo],
  };
}

/** A real record from its data. */
export function restoreRecord(stream: StreamNumber, facts: unknown): unknown {
  const { invocationInfo } = facts as Invoked;
  switch (stream) {
    case Stream.Error:
      return restoreErrorRecord(facts as ErrorRecordFacts);
    case Stream.Warning: {
      const { message, id } = facts as MessageFacts;
      return Object.assign(new WarningRecord(message, id), { invocationInfo });
    }
    case Stream.Verbose:
      return Object.assign(new VerboseRecord((facts as MessageFacts).message), { invocationInfo });
    case Stream.Debug:
      return Object.assign(new DebugRecord((facts as MessageFacts).message), { invocationInfo });
    case Stream.Information: {
      const { messageData, source, tags, timeGenerated } = facts as InformationFacts;
      const record = new InformationRecord(messageData, source, tags);
      Object.defineProperty(record, 'timeGenerated', { value: timeGenerated, enumerable: true });
      return Object.assign(record, { invocationInfo });
    }
    default: {
      const { sourceId, ...rest } = facts as ConstructorParameters<typeof ProgressRecord>[0] & { sourceId: number };
      return Object.assign(new ProgressRecord(rest), { sourceId, invocationInfo });
    }
  }
}

/** A real error record from its data. */
export function restoreErrorRecord(facts: ErrorRecordFacts): ErrorRecord {
  const { exception, errorId, category, targetObject, errorDetails, invocationInfo, pipelineIterationInfo } = facts;
  const { activity, reason, targetName, targetType } = facts;
  const record = new ErrorRecord(exception, errorId, category, targetObject);
  Object.assign(record.categoryInfo, { activity, reason, targetName, targetType });
  return Object.assign(record, { errorDetails, invocationInfo, pipelineIterationInfo });
}

/** Where a command was called, without the arguments: they may be anything, and nobody asked for them. */
function invocationFacts(info: InvocationInfo | undefined): InvocationInfo | undefined {
  return info === undefined ? undefined : { ...info, boundParameters: {} };
}
