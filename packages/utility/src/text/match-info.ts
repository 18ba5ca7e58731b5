/** A match of a regular expression in a line. */
export class Match {
  readonly success = true;
  readonly index: number;
  readonly length: number;
  constructor(
    readonly value: string,
    index: number,
    /** The whole match under `0`, then numbered groups, then named ones. */
    readonly groups: readonly MatchGroup[],
  ) {
    this.index = index;
    this.length = value.length;
  }

  toString(): string {
    return this.value;
  }
}

/** What a group of a regular expression matched. */
export interface MatchGroup {
  readonly name: string;
  readonly value: string;
  readonly index: number;
  readonly length: number;
  readonly success: boolean;
}

/** The lines around a match. */
export class MatchInfoContext {
  /** As many lines before the match as were asked for. */
  preContext: string[] = [];
  postContext: string[] = [];
  /** Those of them that are not shown with another match already. */
  displayPreContext: string[] = [];
  displayPostContext: string[] = [];
}

/** A line that matched, as `Select-String` writes it. */
export class MatchInfo {
  readonly filename = 'InputStream';
  readonly path = 'InputStream';
  context: MatchInfoContext | null = null;

  constructor(
    readonly line: string,
    readonly lineNumber: number,
    /** Of several patterns the first that matched. */
    readonly pattern: string,
    readonly ignoreCase: boolean,
    readonly matches: readonly Match[],
  ) {}

  toString(): string {
    return this.line;
  }
}
