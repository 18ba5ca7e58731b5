import {
  AllowEmptyString,
  Char,
  Cmdlet,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { CsvImporter } from './csv-importer.js';
import { listSeparator } from './list-separator.js';
import { text } from './text.js';

/** Makes objects of comma-separated values: one per line, with texts as properties. */
@Cmdlet('ConvertFrom', 'Csv', {
  defaultParameterSetName: 'Delimiter',
  asJob: false,
  synopsis: 'Makes objects of comma-separated values.',
  examples: [{ title: 'A file', code: 'Get-Content people.csv | ConvertFrom-Csv' }],
})
export class ConvertFromCsv extends PSCmdlet<Record<string, string | null>> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** What stands between fields. Default a comma. */
  @Parameter({ parameterSetName: 'Delimiter', position: 1, type: Char })
  delimiter = ',';

  /** What stands between fields is what the culture puts into lists. */
  @Parameter({ parameterSetName: 'UseCulture', mandatory: true, type: Switch })
  useCulture = false;

  /** The lines. A line break inside quotes belongs to the field, if it is inside one text. */
  @AllowEmptyString()
  @Parameter({
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    type: [String],
  })
  inputObject!: string[];

  /** Names of the columns, if the first line does not tell them. */
  @ValidateNotNullOrEmpty()
  @Parameter({ type: [String] })
  header?: string[];

  #importer!: CsvImporter;
  #hasWarned = false;

  override beginProcessing(): void {
    this.#importer = new CsvImporter(this.useCulture ? listSeparator() : this.delimiter, this.header);
  }

  override async processRecord(): Promise<void> {
    for (const csv of this.inputObject) {
      for (const object of this.#importer.read(csv)) {
        if (this.#importer.hasUnnamedColumns && !this.#hasWarned) {
          this.#hasWarned = true;
          await this.writeWarning(text.unnamedColumns);
        }
        await this.writeObject(object);
      }
    }
  }
}
