import {
  Alias,
  Cmdlet,
  enumOf,
  Int32,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateRange,
} from '@cmdlet/core';
import { DEFAULT_WIDTH, LineWriter } from '../views/line-writer.js';
import { type FileEncoding, fileEncodings } from './file-encoding.js';
import { TextFile } from './text-file.js';
import { ansiOf, enumerationLimitOf, errorViewOf } from './view-preferences.js';

const BY_PATH = 'ByPath';
const BY_LITERAL_PATH = 'ByLiteralPath';

/** Draws records into a file. */
@Cmdlet('Out', 'File', {
  defaultParameterSetName: BY_PATH,
  supportsShouldProcess: true,
  asJob: false,
  synopsis: 'Draws records into a file.',
  examples: [
    { title: 'A table as wide as it needs', code: 'Get-Job | Format-Table | Out-File jobs.txt -Width 200' },
    { title: 'Add to what is there', code: "'done' | Out-File log.txt -Append" },
  ],
})
export class OutFile extends PSCmdlet<never> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** Where to write. */
  @Parameter({ parameterSetName: BY_PATH, mandatory: true, position: 0, type: String })
  filePath!: string;

  /** Where to write, taken as it is. */
  @Alias('PSPath', 'LP')
  @Parameter({
    parameterSetName: BY_LITERAL_PATH,
    mandatory: true,
    valueFromPipelineByPropertyName: true,
    type: String,
  })
  literalPath!: string;

  /** How characters become bytes. Default UTF-8 without byte order mark. */
  @Parameter({ position: 1, type: enumOf(fileEncodings) })
  encoding: FileEncoding = 'utf8NoBOM';

  /** Adds to what is there. */
  @Parameter({ type: Switch })
  append = false;

  /** Writes to a read-only file, too. */
  @Parameter({ type: Switch })
  force = false;

  /** Does not touch a file that exists. */
  @Alias('NoOverwrite')
  @Parameter({ type: Switch })
  noClobber = false;

  /** Cells of a line. Default 120. */
  @ValidateRange(2, 2_147_483_647)
  @Parameter({ type: Int32 })
  width: number = DEFAULT_WIDTH;

  /** Leaves the line breaks out. */
  @Parameter({ type: Switch })
  noNewline = false;

  /** The records, mostly from the pipeline, or what a `Format-*` cmdlet made of them. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  #file: TextFile | undefined = undefined;
  #writer: LineWriter | undefined = undefined;
  #pending: Promise<void> | undefined = undefined;

  override async beginProcessing(): Promise<void> {
    const path = this.parameterSetName === BY_LITERAL_PATH ? this.literalPath : this.filePath;
    if (!(await this.shouldProcess(path, 'Output to File'))) return;
    const { encoding, append, noClobber, force } = this;
    const file = await TextFile.open(path, { encoding, append, noClobber: noClobber && !append, force });
    const lineBreak = this.noNewline ? '' : '\n';
    this.#file = file;
    this.#writer = new LineWriter(
      {
        width: this.width,
        ansi: ansiOf(this, false),
        enumerationLimit: enumerationLimitOf(this),
        errorView: errorViewOf(this),
      },
      (line) => {
        this.#pending = file.write(line + lineBreak) ?? this.#pending;
      },
    );
  }

  override processRecord(): Promise<void> | void {
    this.#writer?.accept(this.inputObject);
    const pending = this.#pending;
    this.#pending = undefined;
    return pending;
  }

  override async endProcessing(): Promise<void> {
    this.#writer?.end();
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  override async dispose(): Promise<void> {
    await this.#file?.close();
  }
}
