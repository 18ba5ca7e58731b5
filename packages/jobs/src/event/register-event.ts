import { CmdletException, Int32, inject, Parameter, PSCmdlet, Session, Switch } from '@cmdlet/core';
import { loadSource } from '../execution/work/load-source.js';
import { currentLocation } from '../start-job/current-location.js';
import { ScriptReader } from '../start-job/script-work.js';
import { type EventAction, type EventActionArgument, eventActionType } from './event-action.js';
import { EventManager, type EventRegistration } from './event-manager.js';
import type { PSEventJob } from './ps-event-job.js';
import { text } from './text.js';

/** Base of the cmdlets that subscribe to events. */
export abstract class RegisterEvent extends PSCmdlet<PSEventJob> {
  abstract sourceIdentifier?: string;

  /** What is done at each event. Its job is written. Without it events wait in the queue. */
  @Parameter({ position: 101, type: eventActionType })
  action?: EventActionArgument;

  /** Is handed on with each event. */
  @Parameter({ type: Object })
  messageData?: unknown;

  /** Works behind the scenes: no job is written or listed, and the subscriber is listed only with `-Force`. */
  @Parameter({ type: Switch })
  supportEvent = false;

  /** Hands events on to whoever carries them elsewhere. Not with an action. */
  @Parameter({ type: Switch })
  forward = false;

  /** Ends the subscription after so many events; 0 and less for no limit. */
  @Parameter({ type: Int32 })
  maxTriggerCount = 0;

  protected readonly events = inject(EventManager);
  readonly #session = inject(Session);

  override beginProcessing(): void {
    if (!this.forward || this.action === undefined) return;
    throw new CmdletException(text.actionAndForward, {
      errorId: 'ACTION_AND_FORWARD_NOT_SUPPORTED',
      category: 'InvalidOperation',
    });
  }

  /** Subscribes, and writes the job if there is one that may be seen. */
  protected async subscribe(source: EventRegistration['source']): Promise<void> {
    const { sourceIdentifier, messageData, supportEvent, forward, maxTriggerCount } = this;
    const facts = { source, sourceIdentifier, messageData, supportEvent, forward, maxTriggerCount };
    const subscriber = this.events.subscribe({ ...facts, ...(await this.#readAction()) });
    if (subscriber.action !== undefined && !supportEvent) await this.writeObject(subscriber.action);
  }

  /** Text is compiled here, so that what is wrong with it is an error of this call. */
  async #readAction(): Promise<Pick<EventRegistration, 'action' | 'command'>> {
    const { action } = this;
    if (action === undefined || typeof action === 'function') return { action };
    const reader = new ScriptReader(this.#session, this, {
      using: {},
      file: ScriptReader.noFile(currentLocation(this.sessionState)),
      initialized: false,
      expectingInput: false,
    });
    const { source, using, command } = await reader.ofBlock(action);
    if (source.kind === 'cmdlet')
      throw new CmdletException(text.noBlock, { errorId: 'Argument', category: 'InvalidType' });
    const { block } = await loadSource(source);
    return { command, action: (context) => (block as EventAction)(Object.assign(context, { using })) };
  }
}
