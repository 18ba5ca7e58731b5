import { Alias, Cmdlet, Int32, inject, Parameter, PSCmdlet, Switch, wildcardPattern } from '@cmdlet/core';
import { keyIn } from '../key-in.js';
import { eventError, hasWildcard } from './event-error.js';
import { EventManager } from './event-manager.js';
import type { PSEventSubscriber } from './ps-event-subscriber.js';
import { text } from './text.js';

/** Gets who subscribes to events. */
@Cmdlet('Get', 'EventSubscriber', {
  defaultParameterSetName: 'BySource',
  asJob: false,
  synopsis: 'Gets the subscribers of events.',
  examples: [{ title: 'Those that work behind the scenes too', code: 'Get-EventSubscriber -Force' }],
})
export class GetEventSubscriber extends PSCmdlet<PSEventSubscriber> {
  /** The name of the subscription; wildcards are allowed. */
  @Parameter({ parameterSetName: 'BySource', position: 0, valueFromPipelineByPropertyName: true, type: String })
  sourceIdentifier?: string;

  /** The number of the subscription. */
  @Alias('Id')
  @Parameter({ ...keyIn('ById'), type: Int32 })
  subscriptionId!: number;

  /** Gets those too that work behind the scenes. */
  @Parameter({ position: 1, type: Switch })
  force = false;

  readonly #events = inject(EventManager);

  override async processRecord(): Promise<void> {
    const byId = this.parameterSetName === 'ById';
    const pattern = wildcardPattern(this.sourceIdentifier ?? '*');
    const found = this.#events.subscribers.filter(
      (each) =>
        (byId ? each.subscriptionId === this.subscriptionId : pattern.test(each.sourceIdentifier)) &&
        (this.force || !each.supportEvent),
    );
    await this.writeObject(found, true);
    if (found.length > 0) return;
    if (byId) {
      const message = text.subscriptionNotFound(this.subscriptionId);
      await this.writeError(eventError(message, 'INVALID_SUBSCRIPTION_IDENTIFIER'));
    } else if (this.sourceIdentifier !== undefined && !hasWildcard(this.sourceIdentifier)) {
      const message = text.subscriptionNotFound(this.sourceIdentifier);
      await this.writeError(eventError(message, 'INVALID_SOURCE_IDENTIFIER'));
    }
  }
}
