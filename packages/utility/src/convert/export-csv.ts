import { readFile } from 'node:fs/promises';
import {
  Alias,
  Char,
  Cmdlet,
  CmdletException,
  enumOf,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { type FileEncoding, fileEncodings } from '../format/file-encoding.js';
import { TextFile } from '../format/text-file.js';
import { readProperty } from '../properties/property-value.js';
import type { CsvQuoting } from './csv-formatter.js';
import { CsvLines } from './csv-lines.js';
import { CsvReader } from './csv-reader.js';
import { listSeparator } from './list-separator.js';
import { text } from './text.js';

/** Writes records into a file of comma-separated values. */
@Cmdlet('Export', 'Csv', {
  defaultParameterSetName: 'Delimiter',
  supportsShouldProcess: true,
  aliases: ['epcsv'],
  asJob: false,
  synopsis: 'Writes records into a file of comma-separated values.',
  examples: [{ title: 'Some properties', code: 'Get-Job | Select-Object Id, Name, State | Export-Csv jobs.csv' }],
})
export class ExportCsv extends PSCmdlet<never> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. */
  @Parameter({ mandatory: true, valueFromPipeline: true, valueFromPipelineByPropertyName: true, type: Object })
  inputObject: unknown;

  /** The file. */
  @Alias('PSPath', 'LP', 'LiteralPath')
  @ValidateNotNullOrEmpty()
  @Parameter({ mandatory: true, position: 0, type: String })
  path!: string;

  /** What stands between fields. Default a comma. */
  @Parameter({ parameterSetName: 'Delimiter', position: 1, type: Char })
  delimiter = ',';

  /** What stands between fields is what the culture puts into lists. */
  @Parameter({ parameterSetName: 'UseCulture', type: Switch })
  useCulture = false;

  /** Writes to a read-only file, too. */
  @Parameter({ type: Switch })
  force = false;

  /** Does not touch a file that exists. */
  @Alias('NoOverwrite')
  @Parameter({ type: Switch })
  noClobber = false;

  /** How characters become bytes. Default UTF-8 without byte order mark. */
  @Parameter({ type: enumOf(fileEncodings) })
  encoding: FileEncoding = 'utf8NoBOM';

  /** Adds lines to what is there, without the line with the names. */
  @Parameter({ type: Switch })
  append = false;

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
  #file: TextFile | undefined;
  /** The columns that the file has already, until they were compared with the first record. */
  #present: readonly string[] | undefined;

  override async beginProcessing(): Promise<void> {
    if (this.append && this.noClobber) {
      throw new CmdletException(text.appendAndNoClobber, {
        errorId: 'CannotSpecifyAppendAndNoClobber',
        category: 'InvalidData',
      });
    }
    const { encoding, append, noClobber, force } = this;
    const delimiter = this.useCulture ? listSeparator() : this.delimiter;
    const { includeTypeInformation, noTypeInformation, quoteFields, useQuotes, noHeader } = this;
    this.#lines = new CsvLines({
      delimiter,
      includeTypeInformation,
      noTypeInformation,
      quoteFields,
      useQuotes,
      noHeader,
    });
    if (!(await this.shouldProcess(this.path, 'Export-Csv'))) return;
    this.#present = append ? await columnsIn(this.path, delimiter) : undefined;
    if (this.#present !== undefined) this.#lines.continueWith(this.#present);
    this.#file = await TextFile.open(this.path, { encoding, append, noClobber, force });
  }

  override async processRecord(): Promise<void> {
    this.#checkColumns(this.inputObject);
    for (const line of this.#lines.of(this.inputObject)) await this.#file?.write(`${line}\n`);
  }

  /** What is added must have the columns that are there, unless it is forced. */
  #checkColumns(record: unknown): void {
    const columns = this.#present;
    this.#present = undefined;
    const missing = columns?.find((name) => readProperty(record, name) === undefined);
    if (missing === undefined || this.force) return;
    const facts = {
      errorId: 'CannotAppendCsvWithMismatchedPropertyNames',
      category: 'InvalidData',
      target: missing,
    } as const;
    throw new CmdletException(text.columnMissing(this.path, missing), facts);
  }

  override async endProcessing(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  override async dispose(): Promise<void> {
    await this.#file?.close();
  }
}

/** The names in the first line of a file; undefined where there is none. */
async function columnsIn(path: string, delimiter: string): Promise<readonly string[] | undefined> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch {
    return undefined; // Opening it for writing says what is wrong.
  }
  const reader = new CsvReader(content.replace(/^\uFEFF/, ''), delimiter);
  while (reader.readCommentLine() !== undefined);
  const columns = reader.readRecord();
  return columns.length === 0 ? undefined : columns;
}
