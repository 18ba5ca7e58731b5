import { Char, Cmdlet, enumOf, type NeverAsJob, Parameter, PSCmdlet, Switch } from '@cmdlet/core';
import type { CsvQuoting } from './csv-formatter.js';
import { CsvLines } from './csv-lines.js';
import { listSeparator } from './list-separator.js';

/** Makes comma-separated values of records: a line with the names of the first one's properties, then a line for each. */
@Cmdlet('ConvertTo', 'Csv', {
  defaultParameterSetName: 'Delimiter',
  outputType: String,
  asJob: false,
  synopsis: 'Makes comma-separated values of records.',
  examples: [{ title: 'Quotes only where they are needed', code: 'Get-Job | ConvertTo-Csv -UseQuotes AsNeeded' }],
})
export class ConvertToCsv extends PSCmdlet<string> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. */
  @Parameter({
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    type: Object,
  })
  inputObject: unknown;

  /** What stands between fields. Default a comma. */
  @Parameter({ parameterSetName: 'Delimiter', position: 1, type: Char })
  delimiter = ',';

  /** What stands between fields is what the culture puts into lists. */
  @Parameter({ parameterSetName: 'UseCulture', type: Switch })
  useCulture = false;

  /** Begins with a line that names the type of the first record. */
  @Parameter({ type: Switch, aliases: ['ITI'] })
  includeTypeInformation = false;

  /** Does not; that is so in any case. */
  @Parameter({ type: Switch, aliases: ['NTI'] })
  noTypeInformation = false;

  /** Names of the columns in quotes; the others are not. */
  @Parameter({ type: [String], aliases: ['QF'] })
  quoteFields?: string[];

  /** Which fields stand in quotes. */
  @Parameter({ type: enumOf(['Never', 'Always', 'AsNeeded'], 'QuoteKind'), aliases: ['UQ'] })
  useQuotes?: CsvQuoting;

  /** Leaves out the line with the names. */
  @Parameter({ type: Switch })
  noHeader = false;

  #lines!: CsvLines;

  override beginProcessing(): void {
    const { includeTypeInformation, noTypeInformation, quoteFields, useQuotes, noHeader } = this;
    const delimiter = this.useCulture ? listSeparator() : this.delimiter;
    this.#lines = new CsvLines({
      delimiter,
      includeTypeInformation,
      noTypeInformation,
      quoteFields,
      useQuotes,
      noHeader,
    });
  }

  override processRecord(): void {
    for (const line of this.#lines.of(this.inputObject)) void this.writeObject(line);
  }
}
