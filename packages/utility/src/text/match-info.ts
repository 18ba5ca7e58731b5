import { View } from '@cmdlet/core';
import { ANSI } from '../views/ansi.js';

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

/** A line that matched, as `Select-String` writes it. It is drawn as the line, with its matches emphasized. */
@View.custom((info: MatchInfo) => info.toEmphasizedString())
export class MatchInfo {
  readonly filename = 'InputStream';
  readonly path = 'InputStream';
  context: MatchInfoContext | null = null;
  readonly #emphasizes: boolean;

  constructor(
    readonly line: string,
    readonly lineNumber: number,
    /** Of several patterns the first that matched. */
    readonly pattern: string,
    readonly ignoreCase: boolean,
    readonly matches: readonly Match[],
    emphasizes = true,
  ) {
    this.#emphasizes = emphasizes;
  }

  /** The line; with context `> ` stands in front of it, and the lines around it are there too. */
  toString(): string {
    return this.#withContext(this.line);
  }

  /** The same with the matches in inverted colours, unless there are none, or it was asked for without. */
  toEmphasizedString(): string {
    return this.#withContext(this.#emphasizes ? emphasized(this.line, this.matches) : this.line);
  }

  #withContext(line: string): string {
    if (this.context === null) return line;
    const { displayPreContext, displayPostContext } = this.context;
    const around = (lines: readonly string[]): string[] => lines.map((each) => `  ${each}`);
    return [...around(displayPreContext), `> ${line}`, ...around(displayPostContext)].join('\n');
  }
}

function emphasized(line: string, matches: readonly Match[]): string {
  let text = '';
  let end = 0;
  for (const { index, length } of matches) {
    text += `${line.slice(end, index)}${ANSI.inverted}${line.slice(index, index + length)}${ANSI.reset}`;
    end = index + length;
  }
  return text + line.slice(end);
}
