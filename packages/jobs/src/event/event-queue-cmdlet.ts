import { inject, PSCmdlet } from '@cmdlet/core';
import { eventError, hasWildcard } from './event-error.js';
import { EventManager } from './event-manager.js';
import type { PSEventArgs } from './ps-event-args.js';
import { text } from './text.js';

/** Base of the cmdlets that look into the queue of events. */
export abstract class EventQueueCmdlet<TOutput> extends PSCmdlet<TOutput> {
  abstract sourceIdentifier?: string;
  abstract eventIdentifier: number;

  protected readonly events = inject(EventManager);

  /** The events in the queue that the parameters mean; an error is written where a name or number means none. */
  protected async find(): Promise<readonly PSEventArgs[]> {
    const { queue } = this.events;
    if (this.parameterSetName === 'ById' || this.parameterSetName === 'ByIdentifier') {
      const found = queue.events.filter((event) => event.eventIdentifier === this.eventIdentifier);
      if (found.length === 0) {
        await this.writeError(eventError(text.eventNotFound(this.eventIdentifier), 'INVALID_EVENT_IDENTIFIER'));
      }
      return found;
    }
    const { sourceIdentifier } = this;
    if (sourceIdentifier === undefined) return queue.events;
    const found = queue.bySource(sourceIdentifier);
    if (found.length === 0 && !hasWildcard(sourceIdentifier)) {
      await this.writeError(eventError(text.sourceNotFound(sourceIdentifier), 'INVALID_SOURCE_IDENTIFIER'));
    }
    return found;
  }
}
