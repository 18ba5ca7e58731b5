import type { ParameterMetadata } from '../../declare/metadata.js';

/** One parameter that a record gives a value to, and where in the record the value is. */
export interface RecordSlot {
  readonly parameter: ParameterMetadata;
  /** The property of the record, spelled as the record spells it; undefined when the record itself is the value. */
  readonly key: string | undefined;
}

/** What records of one layout have in common, and so tells where their values are. */
export interface RecordLayout {
  readonly slots: readonly RecordSlot[];
  /**
   * `any` where only the record itself can be a value, `bare` where it must be one without properties; `object` for
   * objects of one prototype.
   */
  readonly shape: 'any' | 'bare' | 'object';
  /** All keys of such an object, in order, where another one could be a value too. */
  readonly keys: readonly string[] | undefined;
}

/** Returned by a compiled step for a record that does not fit exactly: nothing was bound, nothing was run. */
export const MISFIT = Symbol('misfit');

/** Binds a record to a cmdlet and runs its process step, or returns {@link MISFIT} and does neither. */
export type RecordStep = (cmdlet: object, record: unknown) => unknown;
