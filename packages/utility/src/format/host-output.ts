import type { PSCmdlet, Session } from '@cmdlet/core';
import { DEFAULT_WIDTH, LineWriter, MEASURED_MILLISECONDS } from '../views/line-writer.js';
import { ansiOf, enumerationLimitOf, errorViewOf } from './view-preferences.js';

/**
 * Draws records on the session's host, as wide as it shows.
 *
 * The first rows of a table appear after 300 ms at the latest, also if no more come. A host that shows nothing drops all.
 */
export class HostOutput {
  readonly #session: Session;
  readonly #writer: LineWriter;
  readonly #lines: string[] = [];
  #cancelTimer: (() => void) | undefined;
  #showing: Promise<void> | undefined;

  constructor(cmdlet: PSCmdlet<never>, session: Session) {
    this.#session = session;
    const { host, clock } = session;
    const size = host.windowSize?.();
    this.#writer = new LineWriter(
      {
        width: size?.columns ?? DEFAULT_WIDTH,
        ...(size === undefined ? {} : { height: size.rows }),
        ansi: ansiOf(cmdlet, host.supportsColor ?? false),
        now: () => clock.monotonic(),
        enumerationLimit: enumerationLimitOf(cmdlet),
        errorView: errorViewOf(cmdlet),
      },
      (line) => this.#lines.push(line),
    );
  }

  /** Takes a record in. @returns a promise when the host is not done with it yet */
  accept(record: unknown): Promise<void> | undefined {
    const columns = this.#session.host.windowSize?.()?.columns;
    if (columns !== undefined) this.#writer.resize(columns);
    this.#writer.accept(record);
    if (this.#writer.isHolding) {
      this.#cancelTimer ??= this.#session.clock.after(MEASURED_MILLISECONDS, () => this.#flush(), true);
    }
    return this.#show();
  }

  /** Writes what is left. */
  end(): Promise<void> | undefined {
    this.#writer.end();
    return this.#show();
  }

  /** No line appears after this. */
  dispose(): void {
    this.#cancelTimer?.();
  }

  #flush(): void {
    this.#cancelTimer = undefined;
    this.#writer.flush();
    // Whoever accepts or ends next waits for it and gets what it throws.
    this.#show()?.catch(() => {});
  }

  /** One line after the other; while the host is not done with one, the others wait. */
  #show(): Promise<void> | undefined {
    if (this.#showing !== undefined) return this.#showing;
    const { host } = this.#session;
    for (let line = this.#lines.shift(); line !== undefined; line = this.#lines.shift()) {
      const pending = host.showOutput?.(line);
      if (pending === undefined) continue;
      this.#showing = this.#showRest(pending);
      return this.#showing;
    }
    return undefined;
  }

  async #showRest(first: Promise<void>): Promise<void> {
    const { host } = this.#session;
    try {
      await first;
      for (let line = this.#lines.shift(); line !== undefined; line = this.#lines.shift())
        await host.showOutput?.(line);
    } finally {
      this.#showing = undefined;
    }
  }
}
