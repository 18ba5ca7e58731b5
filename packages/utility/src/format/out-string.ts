import {
  Cmdlet,
  Int32,
  inject,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Session,
  Switch,
  ValidateRange,
} from '@cmdlet/core';
import { DEFAULT_WIDTH, LineWriter } from '../views/line-writer.js';
import { ansiOf, enumerationLimitOf, errorViewOf } from './view-preferences.js';

const WHOLE = 'NoNewLineFormatting';
const STREAM = 'StreamFormatting';

/** Draws records as text: one text of all lines, or a text for each line. */
@Cmdlet('Out', 'String', {
  defaultParameterSetName: WHOLE,
  aliases: ['oss'],
  asJob: false,
  outputType: String,
  synopsis: 'Draws records as text.',
  examples: [
    { title: 'Everything in one text', code: 'Get-Job | Out-String' },
    { title: 'Line by line', code: 'Get-Job | Out-String -Stream -Width 80' },
  ],
})
export class OutString extends PSCmdlet<string> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline, or what a `Format-*` cmdlet made of them. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** One text for each line, as they come. */
  @Parameter({ parameterSetName: STREAM, type: Switch })
  stream = false;

  /** Leaves the line breaks out. */
  @Parameter({ parameterSetName: WHOLE, type: Switch })
  noNewline = false;

  /** Cells of a line. Default: as wide as the host shows, else 120. */
  @ValidateRange(2, 2_147_483_647)
  @Parameter({ type: Int32 })
  width?: number;

  readonly #session = inject(Session);
  #writer: LineWriter | undefined;
  #text = '';

  override beginProcessing(): void {
    const lineBreak = this.noNewline ? '' : '\n';
    const width = this.width ?? this.#session.host.windowSize?.()?.columns ?? DEFAULT_WIDTH;
    this.#writer = new LineWriter(
      { width, ansi: ansiOf(this, false), enumerationLimit: enumerationLimitOf(this), errorView: errorViewOf(this) },
      this.stream
        ? (line) => void this.writeObject(line)
        : (line) => {
            this.#text += line + lineBreak;
          },
    );
  }

  override processRecord(): void {
    this.#writer?.accept(this.inputObject);
  }

  override endProcessing(): void {
    this.#writer?.end();
    if (!this.stream) void this.writeObject(this.#text);
  }
}
