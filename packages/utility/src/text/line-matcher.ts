import { CmdletException, compareText } from '@cmdlet/core';
import { Match, type MatchGroup } from './match-info.js';
import { regularExpression } from './regular-expression.js';

/** How lines are searched. */
export interface MatchOptions {
  readonly simpleMatch: boolean;
  readonly caseSensitive: boolean;
  readonly allMatches: boolean;
  readonly notMatch: boolean;
  /** `Ordinal`, `Invariant`, or the name of a culture, for simple matches. */
  readonly culture: string | undefined;
}

/** What was found in a line: the pattern, and its matches. */
export interface LineMatch {
  readonly pattern: string;
  readonly matches: readonly Match[];
}

/** Searches lines for any of several patterns. */
export class LineMatcher {
  readonly #expressions: readonly RegExp[];

  /** @throws CmdletException `InvalidRegularExpression` */
  constructor(
    private readonly patterns: readonly string[],
    private readonly options: MatchOptions,
  ) {
    const { caseSensitive, simpleMatch } = options;
    this.#expressions = simpleMatch
      ? []
      : patterns.map((pattern) => withIndices(expressionOf(pattern, !caseSensitive)));
  }

  /** What was found in a line; undefined if nothing, or with `notMatch` if something was. */
  match(line: string): LineMatch | undefined {
    const found = this.options.simpleMatch ? this.#simple(line) : this.#regular(line);
    if (!this.options.notMatch) return found;
    return found === undefined ? { pattern: this.patterns[0] ?? '', matches: [] } : undefined;
  }

  #simple(line: string): LineMatch | undefined {
    const pattern = this.patterns.find((each) => this.#contains(line, each));
    return pattern === undefined ? undefined : { pattern, matches: [] };
  }

  #contains(line: string, pattern: string): boolean {
    const { caseSensitive, culture } = this.options;
    if (caseSensitive) return line.includes(pattern);
    // Not in capitals: some letters become two of them.
    if (line.toLowerCase().includes(pattern.toLowerCase())) return true;
    if (culture === undefined || culture === 'Ordinal') return false;
    const comparison = culture === 'Invariant' ? {} : { culture };
    for (let start = 0; start < line.length; start++) {
      for (let end = start + 1; end <= line.length; end++) {
        if (compareText(line.slice(start, end), pattern, comparison) === 0) return true;
      }
    }
    return false;
  }

  #regular(line: string): LineMatch | undefined {
    for (const [index, expression] of this.#expressions.entries()) {
      const found = this.options.allMatches ? [...line.matchAll(expression)] : [...first(line, expression)];
      if (found.length === 0) continue;
      const names = groupNames(expression);
      return { pattern: this.patterns[index] ?? '', matches: found.map((match) => matchOf(match, names)) };
    }
    return undefined;
  }
}

function expressionOf(pattern: string, ignoreCase: boolean): RegExp {
  try {
    return regularExpression(pattern, { ignoreCase });
  } catch (cause) {
    if (!(cause instanceof CmdletException)) throw cause;
    const facts = { errorId: 'InvalidRegex', category: 'InvalidArgument', target: null, cause } as const;
    throw new CmdletException(cause.message, facts);
  }
}

function withIndices(expression: RegExp): RegExp {
  return new RegExp(expression.source, `${expression.flags}dg`);
}

function* first(line: string, expression: RegExp): Iterable<RegExpExecArray> {
  expression.lastIndex = 0;
  const match = expression.exec(line);
  if (match !== null) yield match;
}

/** The names of an expression's groups by their numbers; undefined for those that have none. */
function groupNames({ source }: RegExp): readonly (string | undefined)[] {
  const names: (string | undefined)[] = [];
  for (const [, name, open] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<(\w+)>|(\((?!\?))/gs)) {
    if (name !== undefined || open !== undefined) names.push(name);
  }
  return names;
}

/** Groups without a name come before those that have one. */
function matchOf(match: RegExpExecArray, names: readonly (string | undefined)[]): Match {
  const numbered: MatchGroup[] = [groupOf('0', match, 0)];
  const named: MatchGroup[] = [];
  names.forEach((name, index) => {
    if (name === undefined) numbered.push(groupOf(String(numbered.length), match, index + 1));
    else named.push(groupOf(name, match, index + 1));
  });
  return new Match(match[0], match.index, [...numbered, ...named]);
}

function groupOf(name: string, match: RegExpExecArray, index: number): MatchGroup {
  const value = match[index];
  const [start = 0] = match.indices?.[index] ?? [];
  return { name, value: value ?? '', index: start, length: value?.length ?? 0, success: value !== undefined };
}
