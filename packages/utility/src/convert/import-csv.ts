import { readFile } from 'node:fs/promises';
import {
  Alias,
  Char,
  Cmdlet,
  CmdletException,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { CsvImporter } from './csv-importer.js';
import { listSeparator } from './list-separator.js';
import { text } from './text.js';

const DELIMITER = 'DelimiterPath';
const CULTURE = 'CulturePath';

/** Makes objects of files of comma-separated values: one per line, with texts as properties. Files are read as UTF-8. */
@Cmdlet('Import', 'Csv', {
  defaultParameterSetName: DELIMITER,
  aliases: ['ipcsv'],
  asJob: false,
  synopsis: 'Makes objects of files of comma-separated values.',
  examples: [{ title: 'A file', code: 'Import-Csv people.csv | Where-Object Age -GT 17' }],
})
export class ImportCsv extends PSCmdlet<Record<string, string | null>> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The files. */
  @Alias('PSPath', 'LP', 'LiteralPath')
  @ValidateNotNullOrEmpty()
  @Parameter({
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    type: [String],
  })
  path!: string[];

  /** What stands between fields. Default a comma. */
  @Parameter({ parameterSetName: DELIMITER, position: 1, type: Char })
  delimiter = ',';

  /** What stands between fields is what the culture puts into lists. */
  @Parameter({ parameterSetName: CULTURE, mandatory: true, type: Switch })
  useCulture = false;

  /** Names of the columns, if the first line does not tell them. */
  @ValidateNotNullOrEmpty()
  @Parameter({ type: [String] })
  header?: string[];

  override async processRecord(): Promise<void> {
    for (const path of this.path) {
      const csv = await this.#contentOf(path);
      if (csv !== undefined) await this.#writeObjects(csv);
    }
  }

  /** Undefined for a file that cannot be read, which is an error of its own. */
  async #contentOf(path: string): Promise<string | undefined> {
    try {
      return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    } catch (cause) {
      const message = text.fileNotRead(path, cause instanceof Error ? cause.message : String(cause));
      const facts = { errorId: 'FileOpenFailure', category: 'OpenError', target: path, cause } as const;
      await this.writeError(new CmdletException(message, facts).errorRecord);
      return undefined;
    }
  }

  async #writeObjects(csv: string): Promise<void> {
    const importer = new CsvImporter(this.useCulture ? listSeparator() : this.delimiter, this.header);
    let hasWarned = false;
    for (const object of importer.read(csv)) {
      if (importer.hasUnnamedColumns && !hasWarned) {
        hasWarned = true;
        await this.writeWarning(text.unnamedColumns);
      }
      await this.writeObject(object);
    }
  }
}
