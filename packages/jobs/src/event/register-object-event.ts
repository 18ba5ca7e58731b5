import { Cmdlet, CmdletException, Parameter } from '@cmdlet/core';
import { PSEventJob } from './ps-event-job.js';
import { RegisterEvent } from './register-event.js';
import { text } from './text.js';

/** Subscribes to the events of an object: an EventEmitter, an EventTarget, an Observable that it has, or a job. */
@Cmdlet('Register', 'ObjectEvent', {
  outputType: PSEventJob,
  asJob: false,
  synopsis: 'Subscribes to the events of an object.',
  examples: [
    {
      title: 'Tell when a job has changed',
      code: 'Register-ObjectEvent $job StateChanged -Action { $EventArgs.JobStateInfo.State }',
    },
  ],
})
export class RegisterObjectEvent extends RegisterEvent {
  /** The object. */
  @Parameter({ mandatory: true, position: 0, type: Object })
  inputObject!: object;

  /** What the object calls the event, or the name of the Observable. */
  @Parameter({ mandatory: true, position: 1, type: String })
  eventName!: string;

  /** Name of the subscription; none may have it yet. Default: a new UUID. */
  @Parameter({ position: 100, type: String })
  declare sourceIdentifier?: string;

  override async endProcessing(): Promise<void> {
    const { inputObject: object, eventName, sourceIdentifier } = this;
    try {
      if (sourceIdentifier && this.events.isInUse(sourceIdentifier)) throw subscriberExists(sourceIdentifier, object);
      await this.subscribe({ object, eventName });
    } catch (error) {
      if (!(error instanceof CmdletException) || !NON_TERMINATING.includes(error.errorId)) throw error;
      await this.writeError(error.errorRecord);
    }
  }
}

const NON_TERMINATING = ['SUBSCRIBER_EXISTS', 'INVALID_REGISTRATION'];

function subscriberExists(sourceIdentifier: string, target: object): CmdletException {
  return new CmdletException(text.subscriberExists(sourceIdentifier), {
    errorId: 'SUBSCRIBER_EXISTS',
    category: 'InvalidArgument',
    target,
  });
}
