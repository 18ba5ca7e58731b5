import { Cmdlet, inject, Parameter, PSCmdlet } from '@cmdlet/core';
import { EventManager } from './event-manager.js';
import { PSEventArgs } from './ps-event-args.js';

/** Makes an event, tells all who subscribe to its name, and writes it. */
@Cmdlet('New', 'Event', {
  outputType: PSEventArgs,
  asJob: false,
  synopsis: 'Makes an event.',
  examples: [{ title: 'With a message', code: 'New-Event Deployed -MessageData 1.4.2' }],
})
export class NewEvent extends PSCmdlet<PSEventArgs> {
  /** The name of the event. */
  @Parameter({ mandatory: true, position: 0, type: String })
  sourceIdentifier!: string;

  /** The object that is said to raise it. */
  @Parameter({ position: 1, type: Object })
  sender?: unknown;

  /** What an action gets as its `args`. */
  @Parameter({ position: 2, type: [Object] })
  eventArguments: unknown[] = [];

  /** Is handed on with the event. */
  @Parameter({ position: 3, type: Object })
  messageData?: unknown;

  readonly #events = inject(EventManager);

  override async endProcessing(): Promise<void> {
    const { sourceIdentifier, sender, eventArguments, messageData } = this;
    await this.writeObject(this.#events.raise(sourceIdentifier, sender, eventArguments, messageData));
  }
}
