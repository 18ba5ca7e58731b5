import type { ErrorCategory } from '../records/error-category.js';
import { ParameterBindingException } from '../records/exceptions.js';
import { typeNameOf } from '../records/type-name.js';
import { reasonOf } from './binding-errors.js';
import { RecordPropertyFailure } from './record-property.js';
import { recordPropertyFailed } from './text.js';

/** Why a record was not bound. Becomes a non-terminating error whose target is the record. */
export interface BindingFailure {
  readonly exception: Error;
  /** Without the source suffix. */
  readonly errorId: string;
  readonly category: ErrorCategory;
}

/** The failure of a record that a throw reports; undefined for a throw that is no matter of the record. */
export function bindingFailureOf(thrown: unknown): BindingFailure | undefined {
  if (thrown instanceof ParameterBindingException) {
    return { exception: thrown, errorId: thrown.errorId, category: thrown.category };
  }
  if (!(thrown instanceof RecordPropertyFailure)) return undefined;
  const { cause, property } = thrown;
  const message = recordPropertyFailed(property, reasonOf(cause));
  const exception = cause instanceof Error ? cause : new Error(message, { cause });
  return { exception, errorId: typeNameOf(exception), category: 'NotSpecified' };
}
