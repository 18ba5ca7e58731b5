import { Cmdlet, Int32, inject, Parameter, PSCmdlet, Switch, wildcardPattern } from '@cmdlet/core';
import { keyIn } from '../key-in.js';
import { eventError, hasWildcard } from './event-error.js';
import { EventManager } from './event-manager.js';
import { text } from './text.js';

/** Ends subscriptions: their listeners are taken away and their jobs are Stopped. */
@Cmdlet('Unregister', 'Event', {
  defaultParameterSetName: 'BySource',
  supportsShouldProcess: true,
  asJob: false,
  synopsis: 'Ends subscriptions to events.',
  examples: [{ title: 'All of them', code: 'Unregister-Event *' }],
})
export class UnregisterEvent extends PSCmdlet<never> {
  /** The name of the subscription; wildcards are allowed. */
  @Parameter({ ...keyIn('BySource'), type: String })
  sourceIdentifier!: string;

  /** The number of the subscription. */
  @Parameter({ ...keyIn('ById'), type: Int32 })
  subscriptionId!: number;

  /** Ends those too that work behind the scenes. */
  @Parameter({ type: Switch })
  force = false;

  readonly #events = inject(EventManager);

  override async processRecord(): Promise<void> {
    const byId = this.parameterSetName === 'ById';
    const pattern = byId ? undefined : wildcardPattern(this.sourceIdentifier);
    const found = this.#events.subscribers
      .filter((each) => pattern?.test(each.sourceIdentifier) ?? each.subscriptionId === this.subscriptionId)
      .filter((each) => this.force || !each.supportEvent);
    for (const subscriber of found) {
      if (await this.shouldProcess(text.subscriptionTarget(subscriber.sourceIdentifier), text.unsubscribe)) {
        await this.#events.unsubscribe(subscriber);
      }
    }
    if (found.length > 0 || (!byId && hasWildcard(this.sourceIdentifier))) return;
    const [identifier, errorId] = byId
      ? ([this.subscriptionId, 'INVALID_SUBSCRIPTION_IDENTIFIER'] as const)
      : ([this.sourceIdentifier, 'INVALID_SOURCE_IDENTIFIER'] as const);
    await this.writeError(eventError(text.subscriptionNotFound(identifier), errorId));
  }
}
