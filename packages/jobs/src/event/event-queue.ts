import { wildcardPattern } from '@cmdlet/core';
import type { PSEventArgs } from './ps-event-args.js';

/** The events that nobody took: they wait here for `Get-Event` and `Wait-Event` until `Remove-Event` drops them. */
export class EventQueue {
  readonly #events = new Set<PSEventArgs>();
  readonly #watchers = new Set<() => void>();

  /** All of them, oldest first, as a copy. */
  get events(): readonly PSEventArgs[] {
    return [...this.#events];
  }

  /** Those whose source identifiers match, ignoring case; wildcards are allowed. */
  bySource(sourceIdentifier: string): PSEventArgs[] {
    const pattern = wildcardPattern(sourceIdentifier);
    return this.events.filter((event) => pattern.test(event.sourceIdentifier));
  }

  add(event: PSEventArgs): void {
    this.#events.add(event);
    for (const watcher of [...this.#watchers]) watcher();
  }

  remove(event: PSEventArgs): void {
    this.#events.delete(event);
  }

  clear(): void {
    this.#events.clear();
  }

  /** Calls back whenever an event has come. The result ends it. */
  watch(callback: () => void): () => void {
    this.#watchers.add(callback);
    return () => this.#watchers.delete(callback);
  }
}
