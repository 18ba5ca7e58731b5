/**
 * Gives the event loop a turn now and then while a command writes record after record and never waits: else an interruption
 * would not be noticed, progress not drawn, and rows that a table holds back not shown.
 */
export class EventLoopTurns {
  /** By the clock of the system: what measures durations is a module that a short call need not load. */
  #last = Date.now();

  /** To be asked after each record. @returns a promise when it is time */
  afterRecord(): Promise<void> | undefined {
    // Somebody may have set the clock back.
    return Math.abs(Date.now() - this.#last) < LONGEST ? undefined : this.#turn();
  }

  async #turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#last = Date.now();
  }
}

/** Milliseconds without a turn. */
const LONGEST = 50;
