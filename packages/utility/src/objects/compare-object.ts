import {
  AllowEmptyCollection,
  Cmdlet,
  type ErrorRecord,
  Int32,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateRange,
} from '@cmdlet/core';
import { type CalculatedProperty, readProperties } from './calculated-property.js';
import { cultureOf } from './culture.js';
import { DifferenceFinder, type SideIndicator } from './difference-finder.js';
import { withNotes } from './note-properties.js';
import { entryComparer, type OrderEntry, orderEntryOf } from './ordering.js';
import { NO_PROPERTY } from './property-expression.js';

/** Tells which records two lists have in common and which only one of them has. Their order does not matter. */
@Cmdlet('Compare', 'Object', {
  aliases: ['compare', 'diff'],
  asJob: false,
  synopsis: 'Compares two lists of records.',
  examples: [
    {
      title: 'What was installed since',
      code: 'Compare-Object -ReferenceObject $before -DifferenceObject (Get-Package) -Property Name',
    },
  ],
})
export class CompareObject extends PSCmdlet<unknown> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The list that is compared with. */
  @AllowEmptyCollection()
  @Parameter({ mandatory: true, position: 0, type: [Object] })
  referenceObject!: unknown[];

  /** The list that is compared; may come from the pipeline. */
  @AllowEmptyCollection()
  @Parameter({ mandatory: true, position: 1, valueFromPipeline: true, type: [Object] })
  differenceObject!: unknown[];

  /** How many records of each list are kept to be found later. Default: all of them. */
  @ValidateRange(0, 2_147_483_647)
  @Parameter({ type: Int32 })
  syncWindow = 2_147_483_647;

  /** What is compared: names, functions, or `{ expression }`. Default: the records themselves. */
  @Parameter({ type: [Object] })
  property?: unknown[];

  /** Leaves out what only one list has, and so shows what both have. */
  @Parameter({ type: Switch })
  excludeDifferent = false;

  /** Shows what both lists have too. */
  @Parameter({ type: Switch })
  includeEqual?: boolean;

  /** Writes the records themselves, with the property SideIndicator added. */
  @Parameter({ type: Switch })
  passThru = false;

  /** The language whose alphabet counts. Default: the same in every culture. */
  @Parameter({ type: String })
  culture?: string;

  /** Tells letters from their capitals. */
  @Parameter({ type: Switch })
  caseSensitive = false;

  #properties: readonly CalculatedProperty[] = [];
  #finder: DifferenceFinder | undefined;

  override async processRecord(): Promise<void> {
    const finder = await this.#start();
    for (const record of this.differenceObject) finder.addDifference(await this.#entryOf(record));
    await this.#writeFound(finder);
  }

  override async endProcessing(): Promise<void> {
    const finder = await this.#start();
    finder.finish();
    await this.#writeFound(finder);
  }

  async #start(): Promise<DifferenceFinder> {
    if (this.#finder !== undefined) return this.#finder;
    this.#properties = readProperties(this.property, { keys: [], wildcards: false });
    const culture = cultureOf(this.culture);
    const compare = entryComparer(this.#properties, {
      caseSensitive: this.caseSensitive,
      ...(culture === undefined ? {} : { culture }),
    });
    const references: OrderEntry[] = [];
    for (const record of this.referenceObject) references.push(await this.#entryOf(record));
    this.#finder = new DifferenceFinder(references, compare, this.syncWindow);
    return this.#finder;
  }

  async #entryOf(record: unknown): Promise<OrderEntry> {
    const errors: ErrorRecord[] = [];
    const entry = orderEntryOf(record, this.#properties, (error) => errors.push(error));
    for (const error of errors) await this.writeError(error);
    return entry;
  }

  async #writeFound(finder: DifferenceFinder): Promise<void> {
    for (const { entry, side } of finder.take()) {
      if (this.#isShown(side)) await this.writeObject(this.#resultOf(entry, side));
    }
  }

  #isShown(side: SideIndicator): boolean {
    return side === '==' ? (this.includeEqual ?? this.excludeDifferent) : !this.excludeDifferent;
  }

  #resultOf({ record, values }: OrderEntry, side: SideIndicator): unknown {
    const note = { SideIndicator: side };
    if (this.passThru) return withNotes(record, note);
    if (this.#properties.length === 0) return { InputObject: record, ...note };
    const result: Record<string, unknown> = {};
    this.#properties.forEach(({ expression }, index) => {
      if (!(expression.text in result)) result[expression.text] = values[index] === NO_PROPERTY ? null : values[index];
    });
    return { ...result, ...note };
  }
}
