import {
  AllowEmptyString,
  AllowNull,
  Cmdlet,
  CmdletException,
  Int32,
  type NeverAsJob,
  Parameter,
  PSCmdlet,
  Switch,
  textOfValue,
  ValidateCount,
  ValidateNotNullOrEmpty,
  ValidateRange,
} from '@cmdlet/core';
import { ContextTracker } from './context-tracker.js';
import { LineMatcher } from './line-matcher.js';
import { MatchInfo } from './match-info.js';
import { text } from './text.js';

const OBJECTS = 'Object';
const RAW = 'ObjectRaw';

/** Finds texts that match a pattern. Anything that is no text is searched as its text. */
@Cmdlet('Select', 'String', {
  defaultParameterSetName: OBJECTS,
  aliases: ['sls'],
  outputType: [MatchInfo, Boolean, String],
  asJob: false,
  synopsis: 'Finds texts that match a pattern.',
  examples: [{ title: 'With two lines around', code: 'Get-Content app.log | Select-String error -Context 2' }],
})
export class SelectString extends PSCmdlet<MatchInfo | string | boolean> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The texts, mostly from the pipeline. */
  @AllowNull()
  @AllowEmptyString()
  @Parameter({ parameterSetName: [OBJECTS, RAW], mandatory: true, valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Regular expressions; a text that matches one of them is found. */
  @ValidateNotNullOrEmpty()
  @Parameter({ mandatory: true, position: 0, type: [String] })
  pattern!: string[];

  /** The patterns are plain texts. */
  @Parameter({ type: Switch })
  simpleMatch = false;

  /** With `-SimpleMatch`: `Ordinal`, `Invariant`, `Current`, or the name of a culture whose alphabet counts. */
  @Parameter({ type: String })
  culture?: string;

  /** Tells letters from their capitals. */
  @Parameter({ type: Switch })
  caseSensitive = false;

  /** Only writes true when something is found. */
  @Parameter({ parameterSetName: OBJECTS, type: Switch })
  quiet = false;

  /** Writes the texts that match, and nothing about them. */
  @Parameter({ parameterSetName: RAW, mandatory: true, type: Switch })
  raw = false;

  /** Only the first match. */
  @Parameter({ type: Switch })
  list = false;

  /** What matched is not marked where the lines are drawn. */
  @Parameter({ type: Switch })
  noEmphasis = false;

  /** Finds texts that do not match. */
  @Parameter({ type: Switch })
  notMatch = false;

  /** Finds all matches in a text, not only the first. */
  @Parameter({ type: Switch })
  allMatches = false;

  /** How many texts before and after a match are shown with it: one number for both, or two. */
  @ValidateNotNullOrEmpty()
  @ValidateCount(1, 2)
  @ValidateRange(0, 2_147_483_647)
  @Parameter({ type: [Int32] })
  context?: number[];

  #matcher!: LineMatcher;
  #tracker!: ContextTracker;
  #number = 0;
  #isDone = false;

  override beginProcessing(): void {
    if (this.culture !== undefined && !this.simpleMatch) {
      throw new CmdletException(text.cultureWithoutSimpleMatch, {
        errorId: 'CannotSpecifyCultureWithoutSimpleMatch',
        category: 'InvalidData',
      });
    }
    const { simpleMatch, caseSensitive, allMatches, notMatch, culture } = this;
    const options = {
      simpleMatch,
      caseSensitive,
      allMatches,
      notMatch,
      culture: culture === 'Current' ? undefined : culture,
    };
    this.#matcher = new LineMatcher(this.pattern, options);
    const [before = 0, after = before] = this.context ?? [];
    const isPlain = this.quiet || this.list || this.raw;
    this.#tracker = isPlain ? new ContextTracker(0, 0) : new ContextTracker(before, after);
  }

  override processRecord(): void {
    const value = this.inputObject;
    if (this.#isDone || value === null || value === undefined) return;
    this.#number++;
    const line = value instanceof MatchInfo ? value.line : textOfValue(value);
    const found = this.#matcher.match(line);
    if (found === undefined) this.#write(this.#tracker.addLine(line));
    else {
      const match = new MatchInfo(
        line,
        this.#number,
        found.pattern,
        !this.caseSensitive,
        found.matches,
        !this.noEmphasis,
      );
      this.#write(this.#tracker.addMatch(match));
    }
  }

  override endProcessing(): void {
    if (!this.#isDone) this.#write(this.#tracker.finish());
  }

  #write(matches: readonly MatchInfo[]): void {
    for (const match of matches) {
      if (this.#isDone) return;
      void this.writeObject(this.raw ? match.line : this.quiet ? true : match);
      this.#isDone = this.quiet;
    }
  }
}
