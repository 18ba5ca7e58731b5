import {
  AllowEmptyString,
  Cmdlet,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  type StageTypes,
  Switch,
  type TypedStage,
  textOfValue,
} from '@cmdlet/core';
import { NO_PROPERTY, PropertyExpression, type RecordFunction } from '../objects/property-expression.js';
import type { ExpressionFor, Several } from '../objects/property-types.js';
import { formattedText } from '../views/cell-text.js';

/** The parameters of {@link JoinString} for records of a type. */
export interface JoinParameters<TRecord> {
  readonly inputObject?: Several<TRecord>;
  readonly property?: ExpressionFor<TRecord>;
  readonly separator?: string;
  readonly outputPrefix?: string;
  readonly outputSuffix?: string;
  readonly singleQuote?: boolean;
  readonly doubleQuote?: boolean;
  readonly formatString?: string;
  readonly useCulture?: boolean;
}

interface JoinTypes extends StageTypes {
  readonly parameters: JoinParameters<this['record']>;
  readonly output: string;
}

/** Makes one text of records, or of a property of them. Null is left out. */
@Cmdlet('Join', 'String', {
  defaultParameterSetName: 'default',
  outputType: String,
  asJob: false,
  synopsis: 'Makes one text of records.',
  examples: [{ title: 'Names in quotes', code: "Get-File | Join-String Name -Separator ', ' -SingleQuote" }],
})
export class JoinString extends PSCmdlet<string> implements TypedStage<JoinTypes>, NeverAsJob {
  declare readonly ['~stage']: JoinTypes;
  declare readonly ['~asJob']: false;

  /** A property, or a function over the record. */
  @Parameter({ position: 0, type: Object })
  property?: unknown;

  /** What stands between the texts. Default the variable OFS, or nothing. */
  @AllowEmptyString()
  @Parameter({ position: 1, type: String })
  separator?: string;

  /** What stands before all of it. */
  @Parameter({ type: String, aliases: ['op'] })
  outputPrefix = '';

  /** What stands behind all of it. */
  @Parameter({ type: String, aliases: ['os'] })
  outputSuffix = '';

  /** Puts each text into single quotes. */
  @Parameter({ parameterSetName: 'SingleQuote', type: Switch })
  singleQuote = false;

  /** Puts each text into double quotes. */
  @Parameter({ parameterSetName: 'DoubleQuote', type: Switch })
  doubleQuote = false;

  /** Text around each value: `<{0}>`, `{0:N2}`. */
  @Parameter({ parameterSetName: 'Format', type: String })
  formatString?: string;

  /** Accepted; texts are the same in every culture. */
  @Parameter({ type: Switch })
  useCulture = false;

  /** The records, mostly from the pipeline. A list is taken element by element. */
  @Parameter({ valueFromPipeline: true, type: [Object] })
  inputObject?: unknown[];

  readonly #texts: string[] = [];
  #expression: PropertyExpression | undefined;

  override beginProcessing(): void {
    if (this.property === undefined || this.property === null) return;
    const isFunction = typeof this.property === 'function';
    this.#expression = new PropertyExpression(
      isFunction ? (this.property as RecordFunction) : textOfValue(this.property),
    );
  }

  override processRecord(): void {
    for (const record of this.inputObject ?? []) {
      if (record !== null && record !== undefined) this.#texts.push(this.#textOf(this.#valueOf(record)));
    }
  }

  override endProcessing(): void {
    const separator = this.separator ?? textOfValue(this.getVariableValue('OFS'));
    void this.writeObject(`${this.outputPrefix}${this.#texts.join(separator)}${this.outputSuffix}`);
  }

  #valueOf(record: unknown): unknown {
    if (this.#expression === undefined) return record;
    if (this.#expression.isWildcard) return this.#expression.resultsIn(record)[0]?.value ?? null;
    try {
      const value = this.#expression.valueIn(record);
      return value === NO_PROPERTY ? null : value;
    } catch {
      return null;
    }
  }

  #textOf(value: unknown): string {
    const quote = this.singleQuote ? "'" : this.doubleQuote ? '"' : '';
    const { formatString = '' } = this;
    if (quote !== '' || formatString === '') return `${quote}${textOfValue(value)}${quote}`;
    return /[{}]/.test(formatString) ? formattedText(value ?? '', formatString) : formatString;
  }
}
