import {
  Cmdlet,
  CmdletException,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  type StageTypes,
  Switch,
  type TypedStage,
  textOfValue,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { GenericMeasureInfo, GenericObjectMeasureInfo, TextMeasureInfo } from './measure-info.js';
import { MeasureStatistics, toNumber, type WantedStatistics } from './measure-statistics.js';
import { PropertyExpression, type RecordFunction } from './property-expression.js';
import type { ExpressionFor, Several } from './property-types.js';
import { text } from './text.js';

/** The parameters of {@link MeasureObject} for records of a type. */
export interface MeasureParameters<TRecord> {
  readonly inputObject?: TRecord;
  /** What is measured. Default: the records themselves. */
  readonly property?: Several<ExpressionFor<TRecord>>;
  readonly sum?: boolean;
  readonly average?: boolean;
  readonly maximum?: boolean;
  readonly minimum?: boolean;
  readonly standardDeviation?: boolean;
  readonly allStats?: boolean;
  readonly line?: boolean;
  readonly word?: boolean;
  readonly character?: boolean;
  readonly ignoreWhiteSpace?: boolean;
}

interface MeasureTypes extends StageTypes {
  readonly parameters: MeasureParameters<this['record']>;
  readonly output: this['given'] extends TextSwitches
    ? TextMeasureInfo
    : this['given'] extends { readonly maximum: true } | { readonly minimum: true } | { readonly allStats: true }
      ? GenericMeasureInfo | GenericObjectMeasureInfo
      : GenericMeasureInfo;
}

type TextSwitches = { readonly line: true } | { readonly word: true } | { readonly character: true };

const NUMBERS = 'GenericMeasure';
const TEXT = 'TextMeasure';

/** Counts records; sums up, averages and compares their properties, or counts what is in their texts. Null is left out. */
@Cmdlet('Measure', 'Object', {
  defaultParameterSetName: NUMBERS,
  aliases: ['measure'],
  outputType: [GenericMeasureInfo, GenericObjectMeasureInfo, TextMeasureInfo],
  asJob: false,
  synopsis: 'Counts records and calculates with their properties.',
  examples: [
    { title: 'The size of all files', code: 'Get-File | Measure-Object Length -Sum' },
    { title: 'Words of a text', code: 'Get-Content notes.txt | Measure-Object -Word' },
  ],
})
export class MeasureObject extends PSCmdlet<unknown> implements TypedStage<MeasureTypes>, NeverAsJob {
  declare readonly ['~stage']: MeasureTypes;
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. A list given here is one record. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Names (wildcards are allowed) or functions. */
  @ValidateNotNullOrEmpty()
  @Parameter({ position: 0, type: [Object] })
  property?: unknown[];

  /** How far the values lie from their average. */
  @Parameter({ parameterSetName: NUMBERS, type: Switch })
  standardDeviation = false;

  /** Adds the values up. */
  @Parameter({ parameterSetName: NUMBERS, type: Switch })
  sum = false;

  /** All of the figures. */
  @Parameter({ parameterSetName: NUMBERS, type: Switch })
  allStats = false;

  /** Tells the average of the values. */
  @Parameter({ parameterSetName: NUMBERS, type: Switch })
  average = false;

  /** Tells the largest value. */
  @Parameter({ parameterSetName: NUMBERS, type: Switch })
  maximum = false;

  /** Tells the smallest value. */
  @Parameter({ parameterSetName: NUMBERS, type: Switch })
  minimum = false;

  /** Counts lines. */
  @Parameter({ parameterSetName: TEXT, type: Switch })
  line = false;

  /** Counts words: what white space stands around. */
  @Parameter({ parameterSetName: TEXT, type: Switch })
  word = false;

  /** Counts characters. */
  @Parameter({ parameterSetName: TEXT, type: Switch })
  character = false;

  /** Does not count white space as characters. */
  @Parameter({ parameterSetName: TEXT, type: Switch })
  ignoreWhiteSpace = false;

  readonly #statistics = new Map<string, MeasureStatistics>();
  readonly #spellings = new Map<string, string>();
  #expressions: readonly PropertyExpression[] | undefined;
  #wanted!: WantedStatistics;
  #records = 0;
  #hasNonNumbers = false;

  override beginProcessing(): void {
    this.#expressions = this.property?.map(expressionOf);
    this.#wanted = {
      numbers: this.allStats || this.sum || this.average || this.standardDeviation,
      minimum: this.allStats || this.minimum,
      maximum: this.allStats || this.maximum,
      text: this.parameterSetName === TEXT && (this.line || this.word || this.character),
      ignoreWhiteSpace: this.ignoreWhiteSpace,
    };
  }

  override processRecord(): void {
    const record = this.inputObject;
    if (record === null || record === undefined) return;
    this.#records++;
    if (this.#expressions === undefined) this.#measure(THE_RECORD, record);
    else this.#measureProperties(record, this.#expressions);
  }

  override async endProcessing(): Promise<void> {
    if (this.#records === 0 && this.#expressions === undefined) this.#statisticsOf(THE_RECORD);
    for (const [key, statistics] of this.#statistics) {
      if (statistics.count === 0 && this.#expressions !== undefined) continue;
      const property = this.#expressions === undefined ? null : (this.#spellings.get(key) ?? key);
      await this.writeObject(
        this.parameterSetName === TEXT ? this.#textInfo(statistics, property) : this.#genericInfo(statistics, property),
      );
    }
  }

  #measureProperties(record: unknown, expressions: readonly PropertyExpression[]): void {
    const counted = new Set<string>();
    for (const expression of expressions) {
      const results = expression.resultsIn(record);
      if (results.length === 0 && !expression.isWildcard) this.#statisticsOf(expression.text);
      for (const { name, value } of results) {
        if (counted.has(name.toUpperCase())) continue;
        counted.add(name.toUpperCase());
        this.#measure(name, value);
      }
    }
  }

  #measure(name: string, value: unknown): void {
    if (this.#statisticsOf(name).add(value, this.#wanted)) return;
    this.#hasNonNumbers = true;
    const facts = { errorId: 'NonNumericInputObject', category: 'InvalidType', target: value } as const;
    void this.writeError(new CmdletException(text.notNumeric(textOfValue(value)), facts).errorRecord);
  }

  #statisticsOf(name: string): MeasureStatistics {
    const key = name.toUpperCase();
    let statistics = this.#statistics.get(key);
    if (statistics === undefined) {
      statistics = new MeasureStatistics();
      this.#statistics.set(key, statistics);
      this.#spellings.set(key, name);
    }
    return statistics;
  }

  #genericInfo(found: MeasureStatistics, property: string | null): GenericMeasureInfo | GenericObjectMeasureInfo {
    const ifAsked = <T>(asked: boolean, value: T): T | null => (asked && !this.#hasNonNumbers ? value : null);
    const average = ifAsked(this.average || this.allStats, found.average);
    const sum = ifAsked(this.sum || this.allStats, found.sum);
    const deviation = ifAsked(this.standardDeviation || this.allStats, found.standardDeviation);
    const [maximum, minimum] = [found.maximum, found.minimum].map((value) => (value === null ? null : toNumber(value)));
    if (maximum === undefined || minimum === undefined) {
      return new GenericObjectMeasureInfo(found.count, average, sum, found.maximum, found.minimum, deviation, property);
    }
    return new GenericMeasureInfo(found.count, average, sum, maximum, minimum, deviation, property);
  }

  #textInfo({ lines, words, characters }: MeasureStatistics, property: string | null): TextMeasureInfo {
    return new TextMeasureInfo(
      this.line ? lines : null,
      this.word ? words : null,
      this.character ? characters : null,
      property,
    );
  }
}

/** Under this name the records themselves are counted. */
const THE_RECORD = '';

function expressionOf(given: unknown): PropertyExpression {
  return new PropertyExpression(typeof given === 'function' ? (given as RecordFunction) : textOfValue(given));
}
