import { brand, hasBrand } from './brand.js';
import type { ErrorCategory } from './error-category.js';
import { ErrorRecord } from './error-record.js';

const CONTAINS_ERROR_RECORD = brand('ContainsErrorRecord');

/** What a {@link CmdletException} tells besides its message. */
export interface ErrorFacts {
  readonly errorId: string;
  readonly category: ErrorCategory;
  readonly target?: unknown;
  readonly cause?: unknown;
}

/**
 * An exception that knows its own error record: id, category and target stay with it wherever it is caught.
 *
 * Throw one from a step to end the run with an id of your own choice.
 */
export class CmdletException extends Error {
  /** Stable id, without the source suffix. */
  readonly errorId: string;
  readonly category: ErrorCategory;
  readonly target: unknown;
  #record: ErrorRecord | undefined;

  constructor(message: string, facts: ErrorFacts) {
    super(message, 'cause' in facts ? { cause: facts.cause } : undefined);
    this.name = new.target.name;
    this.errorId = facts.errorId;
    this.category = facts.category;
    this.target = facts.target ?? null;
  }

  /** The record of this exception; always the same one. */
  get errorRecord(): ErrorRecord {
    this.#record ??= new ErrorRecord(this, this.errorId, this.category, this.target);
    return this.#record;
  }
}

Object.defineProperty(CmdletException.prototype, CONTAINS_ERROR_RECORD, { value: true });

/** Whether an exception carries an error record of its own. */
export function containsErrorRecord(value: unknown): value is Error & { readonly errorRecord: ErrorRecord } {
  return hasBrand(value, CONTAINS_ERROR_RECORD);
}
