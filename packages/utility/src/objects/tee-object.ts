import {
  Alias,
  Cmdlet,
  enumOf,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  type StageTypes,
  Switch,
  type TypedStage,
} from '@cmdlet/core';
import { type FileEncoding, fileEncodings } from '../format/file-encoding.js';
import { TextFile } from '../format/text-file.js';
import { enumerationLimitOf, errorViewOf } from '../format/view-preferences.js';
import { DEFAULT_WIDTH, LineWriter } from '../views/line-writer.js';

const FILE = 'File';
const LITERAL_FILE = 'LiteralFile';
const VARIABLE = 'Variable';

/** The parameters of {@link TeeObject} for records of a type. */
export interface TeeParameters<TRecord> {
  readonly inputObject?: TRecord;
  readonly filePath?: string;
  readonly literalPath?: string;
  readonly append?: boolean;
  readonly encoding?: FileEncoding;
  readonly variable?: string;
}

interface TeeTypes extends StageTypes {
  readonly parameters: TeeParameters<this['record']>;
  readonly output: this['record'];
}

/**
 * Hands records on and keeps them: drawn into a file, or in a variable, which then holds one record as itself, several as
 * a list, none as null.
 */
@Cmdlet('Tee', 'Object', {
  defaultParameterSetName: FILE,
  aliases: ['tee'],
  asJob: false,
  synopsis: 'Hands records on and keeps them in a file or a variable.',
  examples: [{ title: 'Keep what goes by', code: 'Get-Forecast | Tee-Object -Variable all | Select-Object -First 1' }],
})
export class TeeObject extends PSCmdlet<unknown> implements TypedStage<TeeTypes>, NeverAsJob {
  declare readonly ['~stage']: TeeTypes;
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. A list given here is one record. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** The file that the records are drawn into. */
  @Alias('Path')
  @Parameter({ parameterSetName: FILE, mandatory: true, position: 0, type: String })
  filePath!: string;

  /** The file, its name taken as it is. */
  @Alias('PSPath', 'LP')
  @Parameter({ parameterSetName: LITERAL_FILE, mandatory: true, type: String })
  literalPath!: string;

  /** Adds to what is in the file. */
  @Parameter({ parameterSetName: FILE, type: Switch })
  append = false;

  /** How characters become bytes. Default UTF-8 without byte order mark. */
  @Parameter({ parameterSetName: [FILE, LITERAL_FILE], type: enumOf(fileEncodings) })
  encoding: FileEncoding = 'utf8NoBOM';

  /** Name of the session variable. */
  @Parameter({ parameterSetName: VARIABLE, mandatory: true, type: String })
  variable!: string;

  readonly #records: unknown[] = [];
  #file: TextFile | undefined;
  #writer: LineWriter | undefined;
  /** The last write to the file, while it is on its way. */
  #pending: Promise<void> | undefined;

  override async beginProcessing(): Promise<void> {
    if (this.parameterSetName === VARIABLE) return;
    const path = this.parameterSetName === LITERAL_FILE ? this.literalPath : this.filePath;
    const { encoding, append } = this;
    const file = await TextFile.open(path, { encoding, append, noClobber: false, force: false });
    this.#file = file;
    this.#writer = new LineWriter(
      {
        width: DEFAULT_WIDTH,
        ansi: false,
        enumerationLimit: enumerationLimitOf(this),
        errorView: errorViewOf(this),
      },
      (line) => {
        this.#pending = file.write(`${line}\n`) ?? this.#pending;
      },
    );
  }

  override processRecord(): Promise<void> | void {
    const record = this.inputObject;
    if (record === undefined) return undefined;
    if (this.#writer === undefined) this.#records.push(record);
    else this.#writer.accept(record);
    void this.writeObject(record);
    const pending = this.#pending;
    this.#pending = undefined;
    return pending;
  }

  override async endProcessing(): Promise<void> {
    if (this.#writer === undefined) {
      const [first = null] = this.#records;
      this.sessionState.variables.set(this.variable, this.#records.length > 1 ? this.#records : first);
      return;
    }
    this.#writer.end();
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  override async dispose(): Promise<void> {
    await this.#file?.close();
  }
}
