import type { StageTypes } from '@cmdlet/core';
import type { FormatData } from '../views/format-data.js';
import type { EnumerableExpansion } from '../views/format-options.js';
import type { CalculatedProperty } from '../views/view-property.js';

/** A property of a record by name or wildcard, or a function over the record. */
export type FormatExpression<TRecord> =
  | (keyof TRecord & string)
  | (string & Record<never, never>)
  | ((record: TRecord) => unknown);

/** What `-Property` takes: a property, a function, or both with a label, a width and a format. */
export type FormatProperty<TRecord> = FormatExpression<TRecord> | CalculatedProperty<TRecord>;

/** Parameters that all `Format-*` cmdlets have, for records of a type. */
export interface FormatParameters<TRecord> {
  readonly inputObject?: TRecord;
  readonly groupBy?: FormatProperty<TRecord>;
  readonly view?: string;
  readonly showError?: boolean;
  readonly displayError?: boolean;
  readonly force?: boolean;
  readonly expand?: EnumerableExpansion;
}

/** Types of a stage that formats what comes in. */
export interface FormatStageTypes<TParameters> extends StageTypes {
  readonly parameters: TParameters;
  readonly output: FormatData;
}
