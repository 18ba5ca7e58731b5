import { Cmdlet, CmdletException, Parameter } from '@cmdlet/core';
import { PSEventJob } from './ps-event-job.js';
import { RegisterEvent } from './register-event.js';
import { text } from './text.js';

/** Subscribes to the events that `New-Event` makes under a name. The same name may be subscribed to several times. */
@Cmdlet('Register', 'EngineEvent', {
  outputType: PSEventJob,
  asJob: false,
  synopsis: 'Subscribes to events that are made in the session.',
  examples: [
    {
      title: 'Do something whenever a name is called',
      code: 'Register-EngineEvent -SourceIdentifier Deployed -Action { "$($Event.MessageData) is out" }',
    },
  ],
})
export class RegisterEngineEvent extends RegisterEvent {
  /** The name of the events. */
  @Parameter({ mandatory: true, position: 100, type: String })
  declare sourceIdentifier: string;

  override beginProcessing(): void {
    super.beginProcessing();
    if (this.action !== undefined || this.forward) return;
    throw new CmdletException(text.actionMandatory, {
      errorId: 'ACTION_MANDATORY_FOR_LOCAL',
      category: 'InvalidArgument',
    });
  }

  override async endProcessing(): Promise<void> {
    await this.subscribe(undefined);
  }
}
