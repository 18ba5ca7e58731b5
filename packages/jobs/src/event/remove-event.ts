import { Cmdlet, Int32, Parameter } from '@cmdlet/core';
import { keyIn } from '../key-in.js';
import { EventQueueCmdlet } from './event-queue-cmdlet.js';
import { text } from './text.js';

/** Removes events from the queue. */
@Cmdlet('Remove', 'Event', {
  defaultParameterSetName: 'BySource',
  supportsShouldProcess: true,
  asJob: false,
  synopsis: 'Removes events from the queue.',
  examples: [{ title: 'All of them', code: 'Get-Event | Remove-Event' }],
})
export class RemoveEvent extends EventQueueCmdlet<never> {
  /** The name of the events; wildcards are allowed. */
  @Parameter({ ...keyIn('BySource'), type: String })
  declare sourceIdentifier: string;

  /** The number of the event. */
  @Parameter({ ...keyIn('ByIdentifier'), type: Int32 })
  declare eventIdentifier: number;

  override async processRecord(): Promise<void> {
    for (const event of await this.find()) {
      if (await this.shouldProcess(text.eventTarget(event.sourceIdentifier), text.remove)) {
        this.events.queue.remove(event);
      }
    }
  }
}
