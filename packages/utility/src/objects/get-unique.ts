import {
  Cmdlet,
  compareText,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  type StageTypes,
  Switch,
  type TypedStage,
  textOfValue,
  typeNamesOf,
} from '@cmdlet/core';
import { compareObjects } from './compare-objects.js';

/** The parameters of {@link GetUnique} for records of a type. */
export interface UniqueParameters<TRecord> {
  readonly inputObject?: TRecord;
  readonly asString?: boolean;
  readonly onType?: boolean;
  readonly caseInsensitive?: boolean;
}

interface UniqueTypes extends StageTypes {
  readonly parameters: UniqueParameters<this['record']>;
  readonly output: this['record'];
}

/** Leaves out records that are equal to the one before; of sorted records one of each is left. */
@Cmdlet('Get', 'Unique', {
  defaultParameterSetName: 'AsString',
  aliases: ['gu'],
  asJob: false,
  synopsis: 'Leaves out records that are equal to the one before.',
  examples: [{ title: 'Each city once', code: 'Get-Content cities.txt | Sort-Object | Get-Unique' }],
})
export class GetUnique extends PSCmdlet<unknown> implements TypedStage<UniqueTypes>, NeverAsJob {
  declare readonly ['~stage']: UniqueTypes;
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Compares the texts of the records. */
  @Parameter({ parameterSetName: 'AsString', type: Switch })
  asString = false;

  /** Compares the types of the records: one of each that follow each other. */
  @Parameter({ parameterSetName: 'UniqueByType', type: Switch })
  onType = false;

  /** Does not tell letters from their capitals. */
  @Parameter({ type: Switch })
  caseInsensitive = false;

  #last: unknown;

  override processRecord(): void {
    const record = this.inputObject;
    if (record === undefined || (this.#last !== null && this.#last !== undefined && this.#isSame(record))) return;
    this.#last = record;
    void this.writeObject(record);
  }

  #isSame(record: unknown): boolean {
    const comparison = { caseSensitive: !this.caseInsensitive };
    if (this.onType) return typeNamesOf(record)[0] === typeNamesOf(this.#last)[0];
    if (this.asString) return compareText(textOfValue(record), textOfValue(this.#last), comparison) === 0;
    return compareObjects(record, this.#last, comparison) === 0;
  }
}
