import { Alias, Cmdlet, Int32, Parameter } from '@cmdlet/core';
import { keyIn } from '../key-in.js';
import { EventQueueCmdlet } from './event-queue-cmdlet.js';
import { PSEventArgs } from './ps-event-args.js';

/** Gets the events that wait in the queue because no action took them. They stay there. */
@Cmdlet('Get', 'Event', {
  defaultParameterSetName: 'BySource',
  outputType: PSEventArgs,
  asJob: false,
  synopsis: 'Gets the events in the queue.',
  examples: [{ title: 'Those of one subscription', code: 'Get-Event -SourceIdentifier Deployed' }],
})
export class GetEvent extends EventQueueCmdlet<PSEventArgs> {
  /** The name of the events; wildcards are allowed. Default: all. */
  @Parameter({ parameterSetName: 'BySource', position: 0, valueFromPipelineByPropertyName: true, type: String })
  declare sourceIdentifier?: string;

  /** The number of the event. */
  @Alias('Id')
  @Parameter({ ...keyIn('ById'), type: Int32 })
  declare eventIdentifier: number;

  override async endProcessing(): Promise<void> {
    await this.writeObject(await this.find(), true);
  }
}
