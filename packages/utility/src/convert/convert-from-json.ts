import {
  AllowEmptyString,
  Cmdlet,
  CmdletException,
  enumOf,
  Int32,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateRange,
} from '@cmdlet/core';
import { checkKeys } from './check-keys.js';
import type { JsonDateKind } from './json-dates.js';
import { readJson } from './json-reader.js';
import { JsonSyntaxError } from './json-syntax-error.js';
import { parseStrictJson } from './parse-strict-json.js';
import { text } from './text.js';

/**
 * Makes objects of JSON. Each text may be a document of its own, or all of them together are one.
 *
 * Besides JSON it reads comments, commas at the end, names without quotes, and what else PowerShell reads.
 */
@Cmdlet('ConvertFrom', 'Json', {
  asJob: false,
  synopsis: 'Makes objects of JSON.',
  examples: [{ title: 'A file', code: 'Get-Content settings.json | ConvertFrom-Json' }],
})
export class ConvertFromJson extends PSCmdlet<unknown> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The JSON. */
  @AllowEmptyString()
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true, type: String })
  inputObject!: string;

  /** Makes dictionaries (`Map`) of objects; their keys respect case, keep their order and may be empty. */
  @Parameter({ type: Switch })
  asHashtable = false;

  /** How many levels of objects and lists are allowed. */
  @ValidateRange('Positive')
  @Parameter({ type: Int32 })
  depth = 1024;

  /** Writes a list as one object. */
  @Parameter({ type: Switch })
  noEnumerate = false;

  /** What becomes of texts that are dates. A time without zone is local, with `Utc` it is UTC; `String` leaves all texts. */
  @Parameter({ type: enumOf(['Default', 'Local', 'Utc', 'Offset', 'String'], 'JsonDateKind') })
  dateKind: JsonDateKind = 'Default';

  readonly #texts: string[] = [];

  override processRecord(): void {
    this.#texts.push(this.inputObject);
  }

  override async endProcessing(): Promise<void> {
    const [first, ...others] = this.#texts;
    if (first === undefined) return;
    if (others.length === 0) {
      await this.#write(this.#read(first));
      return;
    }
    const alone = this.#tryRead(first);
    if (alone === null || alone === undefined) {
      await this.#write(this.#read(this.#texts.join('\n')));
      return;
    }
    await this.#write(alone);
    for (const other of others) await this.#write(this.#read(other));
  }

  /** Undefined for a text that is no document by itself. */
  #tryRead(json: string): unknown {
    try {
      return this.#read(json);
    } catch (error) {
      if (error instanceof CmdletException && error.cause instanceof JsonSyntaxError) return undefined;
      throw error;
    }
  }

  #read(json: string): unknown {
    const { depth, dateKind } = this;
    try {
      const strict = this.asHashtable ? undefined : parseStrictJson(json, { depth, dateKind });
      if (strict !== undefined) return strict.value;
      const value = readJson(json, { depth, dateKind, asMaps: this.asHashtable });
      if (!this.asHashtable) checkKeys(value);
      return value;
    } catch (cause) {
      if (!(cause instanceof JsonSyntaxError)) throw cause;
      const facts = { errorId: 'InvalidJson', category: 'NotSpecified', target: json, cause } as const;
      throw new CmdletException(text.jsonFailed(cause.message), facts);
    }
  }

  async #write(value: unknown): Promise<void> {
    if (Array.isArray(value) && !this.noEnumerate) await this.writeObject(value, true);
    else await this.writeObject(value);
  }
}
