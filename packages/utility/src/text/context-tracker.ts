import { type MatchInfo, MatchInfoContext } from './match-info.js';

/** A match that still lacks lines after it. */
interface OpenMatch {
  readonly match: MatchInfo;
  readonly context: MatchInfoContext;
  /** Whether no other match came since, so that the lines are shown with this one. */
  isLast: boolean;
}

/** Collects the lines around matches. */
export class ContextTracker {
  readonly #before: string[] = [];
  /** Lines since the last one that is shown with a match. */
  #unshown: string[] = [];
  #open: OpenMatch[] = [];

  constructor(
    private readonly linesBefore: number,
    private readonly linesAfter: number,
  ) {}

  /** A line that did not match. @returns the matches that are complete with it */
  addLine(line: string): readonly MatchInfo[] {
    const complete = this.#addAfter(line, false);
    this.#remember(line);
    return complete;
  }

  /** A line that matched. @returns the matches that are complete with it, maybe its own */
  addMatch(match: MatchInfo): readonly MatchInfo[] {
    const complete = this.#addAfter(match.line, true);
    if (this.linesBefore === 0 && this.linesAfter === 0) return [...complete, match];
    const context = new MatchInfoContext();
    context.preContext = [...this.#before];
    context.displayPreContext = this.#unshown.slice(Math.max(0, this.#unshown.length - this.linesBefore));
    match.context = context;
    this.#unshown = [];
    this.#open.push({ match, context, isLast: true });
    this.#remember(match.line);
    return this.linesAfter === 0 ? [...complete, ...this.finish()] : complete;
  }

  /** No more lines come. @returns the matches that are left */
  finish(): readonly MatchInfo[] {
    return this.#open.splice(0).map(({ match }) => match);
  }

  #addAfter(line: string, isMatch: boolean): readonly MatchInfo[] {
    let isShown = false;
    for (const open of this.#open) {
      open.context.postContext.push(line);
      if (isMatch) open.isLast = false;
      else if (open.isLast) {
        open.context.displayPostContext.push(line);
        isShown = true;
      }
    }
    if (!isMatch && !isShown) this.#unshown.push(line);
    if (this.#unshown.length > this.linesBefore) this.#unshown.shift();
    const complete = this.#open.filter(({ context }) => context.postContext.length >= this.linesAfter);
    this.#open = this.#open.filter((open) => !complete.includes(open));
    return complete.map(({ match }) => match);
  }

  #remember(line: string): void {
    this.#before.push(line);
    if (this.#before.length > this.linesBefore) this.#before.shift();
  }
}
