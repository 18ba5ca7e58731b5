/**
 * Tells everybody to stop, as an AbortController and its signal do, but without them: what they are made of is loaded when
 * it is first used, and most calls end before anybody needs it.
 */
export class StopFlag {
  aborted = false;
  readonly #listeners = new Set<() => void>();
  #controller: AbortController | undefined;

  /** The same as a signal, for those who want one. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.aborted) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  get reason(): unknown {
    if (!this.aborted) return undefined;
    const reason: unknown = this.signal.reason;
    return reason;
  }

  /** Tells everybody, once. */
  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    this.#controller?.abort();
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }

  /** Calls back once; never, if everybody was told already. */
  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.aborted) this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }
}
