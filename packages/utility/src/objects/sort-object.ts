import {
  Cmdlet,
  type ErrorRecord,
  Int32,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  type StageTypes,
  Switch,
  type TypedStage,
  ValidateRange,
} from '@cmdlet/core';
import { readProperties } from './calculated-property.js';
import { cultureOf } from './culture.js';
import { entryComparer, expandWildcards, type OrderEntry, orderEntryOf, sortEntries } from './ordering.js';
import type { OrderProperty, Several } from './property-types.js';

/** The parameters of {@link SortObject} for records of a type. */
export interface SortParameters<TRecord> {
  readonly inputObject?: TRecord;
  /** What is sorted by: names, functions, or both with a direction of their own. Default: the records themselves. */
  readonly property?: Several<OrderProperty<TRecord>>;
  readonly descending?: boolean;
  readonly unique?: boolean;
  readonly stable?: boolean;
  readonly top?: number;
  readonly bottom?: number;
  readonly culture?: string;
  readonly caseSensitive?: boolean;
}

interface SortTypes extends StageTypes {
  readonly parameters: SortParameters<this['record']>;
  readonly output: this['record'];
}

/** Sorts records; equal ones keep the order in which they came. Null is left out, what lacks the property comes last. */
@Cmdlet('Sort', 'Object', {
  defaultParameterSetName: 'Default',
  aliases: ['sort'],
  asJob: false,
  synopsis: 'Sorts records by their properties or by themselves.',
  examples: [
    { title: 'The five largest files', code: 'Get-File | Sort-Object Length -Descending -Top 5' },
    { title: 'By what a function gives', code: 'Get-File | Sort-Object { $_.Name.Length }' },
  ],
})
export class SortObject extends PSCmdlet<unknown> implements TypedStage<SortTypes>, NeverAsJob {
  declare readonly ['~stage']: SortTypes;
  declare readonly ['~asJob']: false;

  /** Keeps equal records in the order in which they came. That is so in any case. */
  @Parameter({ parameterSetName: 'Default', type: Switch })
  stable = false;

  /** From high to low. Records that lack the property come last all the same. */
  @Parameter({ type: Switch })
  descending = false;

  /** Of equal records only the first. */
  @Parameter({ type: Switch })
  unique = false;

  /** Only so many from the beginning of the sorted records. */
  @ValidateRange(1, 2_147_483_647)
  @Parameter({ parameterSetName: 'Top', mandatory: true, type: Int32 })
  top?: number;

  /** Only so many from the end of the sorted records. */
  @ValidateRange(1, 2_147_483_647)
  @Parameter({ parameterSetName: 'Bottom', mandatory: true, type: Int32 })
  bottom?: number;

  /** The records, mostly from the pipeline. A list given here is one record. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Names (wildcards are allowed), functions, or `{ expression, descending }`. */
  @Parameter({ position: 0, type: [Object] })
  property?: unknown[];

  /** The language whose alphabet gives the order, as `sv-SE`. Default: the same order in every culture. */
  @Parameter({ type: String })
  culture?: string;

  /** Tells letters from their capitals; these come first. */
  @Parameter({ type: Switch })
  caseSensitive = false;

  readonly #records: unknown[] = [];

  override processRecord(): void {
    if (this.inputObject !== null && this.inputObject !== undefined) this.#records.push(this.inputObject);
  }

  override async endProcessing(): Promise<void> {
    if (this.#records.length === 0) return;
    const rules = { keys: ['ascending', 'descending'], wildcards: true } as const;
    const properties = expandWildcards(readProperties(this.property, rules), this.#records);
    const culture = cultureOf(this.culture);
    const ordering = {
      descending: this.descending,
      caseSensitive: this.caseSensitive,
      ...(culture === undefined ? {} : { culture }),
    };
    const errors: ErrorRecord[] = [];
    const entries = this.#records.map((record) => orderEntryOf(record, properties, (error) => errors.push(error)));
    for (const error of errors) await this.writeError(error);
    const sorted = sortEntries(entries, properties, ordering);
    const kept = this.unique ? withoutEqual(sorted, entryComparer(properties, ordering)) : sorted;
    const { top = kept.length, bottom = kept.length } = this;
    await this.writeObject(
      kept
        .slice(Math.max(0, kept.length - bottom))
        .slice(0, top)
        .map(({ record }) => record),
      true,
    );
  }
}

function withoutEqual(
  sorted: readonly OrderEntry[],
  compare: (left: OrderEntry, right: OrderEntry) => number,
): readonly OrderEntry[] {
  return sorted.filter((entry, index) => index === 0 || compare(sorted[index - 1]!, entry) !== 0);
}
