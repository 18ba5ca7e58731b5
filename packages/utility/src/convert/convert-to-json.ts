import {
  AllowNull,
  Cmdlet,
  enumOf,
  Int32,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateRange,
} from '@cmdlet/core';
import { type JsonEscapeHandling, writeJson } from './json-writer.js';
import { text } from './text.js';

/** Makes JSON of records: of one record itself, of several a list. */
@Cmdlet('ConvertTo', 'Json', {
  outputType: String,
  asJob: false,
  synopsis: 'Makes JSON of records.',
  examples: [{ title: 'In one line', code: 'Get-Job | ConvertTo-Json -Compress' }],
})
export class ConvertToJson extends PSCmdlet<string> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. */
  @AllowNull()
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** How many levels below the first are written out; what lies deeper becomes text, with a warning. */
  @ValidateRange(0, 100)
  @Parameter({ type: Int32 })
  depth = 2;

  /** Without blanks and line breaks. */
  @Parameter({ type: Switch })
  compress = false;

  /** Has no effect: values of enums that are texts are texts, those that are numbers do not know their names. */
  @Parameter({ type: Switch })
  enumsAsStrings = false;

  /** Writes a list even of one record. */
  @Parameter({ type: Switch })
  asArray = false;

  /** What is escaped in texts beside what must be. */
  @Parameter({ type: enumOf(['Default', 'EscapeNonAscii', 'EscapeHtml'], 'StringEscapeHandling') })
  escapeHandling: JsonEscapeHandling = 'Default';

  readonly #records: unknown[] = [];

  override processRecord(): void {
    this.#records.push(this.inputObject);
  }

  override async endProcessing(): Promise<void> {
    if (this.#records.length === 0) return;
    const value = this.#records.length > 1 || this.asArray ? this.#records : this.#records[0];
    const { depth, compress, escapeHandling } = this;
    const { json, isTruncated } = writeJson(value, { depth, compress, escapeHandling });
    if (isTruncated) await this.writeWarning(text.jsonTruncated(depth));
    await this.writeObject(json);
  }
}
