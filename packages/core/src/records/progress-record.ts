import { brand, hasBrand } from './brand.js';
import { CmdletException } from './cmdlet-exception.js';
import type { InvocationInfo } from './invocation-info.js';

const PROGRESS = brand('ProgressRecord');

/** What a {@link ProgressRecord} is made of. */
export interface ProgressFacts {
  /** Which activity, from 0; a later record with the same id replaces the earlier one. Default 0. */
  readonly activityId?: number;
  /** Headline of the activity. Not empty. */
  readonly activity: string;
  /** What is happening now. Not empty. */
  readonly statusDescription: string;
  /** The activity this one is a part of; -1 (the default) for none. */
  readonly parentActivityId?: number;
  /** A detail below the status. May be empty. */
  readonly currentOperation?: string;
  /** 0 to 100; negative (the default) means unknown. */
  readonly percentComplete?: number;
  /** Negative (the default) means unknown. */
  readonly secondsRemaining?: number;
  /** Whether the activity is over and its display goes. */
  readonly completed?: boolean;
}

/**
 * How far an activity is.
 *
 * Bad facts are an error of id `ArgumentOutOfRange` or `Argument`, category `InvalidArgument`.
 */
export class ProgressRecord {
  readonly activityId: number;
  readonly activity: string;
  readonly statusDescription: string;
  readonly parentActivityId: number;
  readonly currentOperation: string;
  readonly percentComplete: number;
  readonly secondsRemaining: number;
  readonly recordType: 'Processing' | 'Completed';
  invocationInfo: InvocationInfo | undefined;
  /** Tells equal activity ids of two commands apart; set by the engine. */
  sourceId = 0;

  constructor(facts: ProgressFacts) {
    this.activityId = facts.activityId ?? 0;
    this.activity = facts.activity;
    this.statusDescription = facts.statusDescription;
    this.parentActivityId = facts.parentActivityId ?? -1;
    this.currentOperation = facts.currentOperation ?? '';
    this.percentComplete = facts.percentComplete ?? -1;
    this.secondsRemaining = facts.secondsRemaining ?? -1;
    this.recordType = facts.completed === true ? 'Completed' : 'Processing';
    if (this.activityId < 0) throw refused('ArgumentOutOfRange', `activityId is ${this.activityId}; use 0 or more.`);
    if (!this.activity) throw refused('Argument', 'activity is empty; give the headline of what is done.');
    if (!this.statusDescription) throw refused('Argument', 'statusDescription is empty; say what happens now.');
    if (this.parentActivityId === this.activityId) {
      throw refused(
        'Argument',
        `parentActivityId is the activityId itself (${this.activityId}); an activity cannot be its own part.`,
      );
    }
    if (this.percentComplete > 100) {
      throw refused(
        'ArgumentOutOfRange',
        `percentComplete is ${this.percentComplete}; use 0 to 100, or a negative number for unknown.`,
      );
    }
  }

  static is(value: unknown): value is ProgressRecord {
    return hasBrand(value, PROGRESS);
  }

  toString(): string {
    return `${this.activity}: ${this.statusDescription}`;
  }
}
Object.defineProperty(ProgressRecord.prototype, PROGRESS, { value: true });

function refused(errorId: string, message: string): CmdletException {
  return new CmdletException(`Progress record: ${message}`, { errorId, category: 'InvalidArgument' });
}
