import { Alias, Cmdlet, Int32, inject, Parameter, PSCmdlet, Session, ValidateRange } from '@cmdlet/core';
import { EventManager } from './event-manager.js';
import { PSEventArgs } from './ps-event-args.js';

/** Waits until an event stands in the queue, and writes it; it stays there. One that stands there already will do. */
@Cmdlet('Wait', 'Event', {
  defaultParameterSetName: 'BySource',
  outputType: PSEventArgs,
  asJob: false,
  synopsis: 'Waits for an event.',
  examples: [{ title: 'At most ten seconds', code: 'Wait-Event Deployed -Timeout 10' }],
})
export class WaitEvent extends PSCmdlet<PSEventArgs> {
  /** The name of the event; wildcards are allowed. By default the next event, whatever its name. */
  @Parameter({ position: 0, valueFromPipelineByPropertyName: true, type: String })
  sourceIdentifier = '*';

  /** How many seconds to wait; -1 for no limit. When they are over nothing is written. */
  @ValidateRange(-1, 2 ** 31 - 1)
  @Alias('TimeoutSec')
  @Parameter({ type: Int32 })
  timeout = -1;

  readonly #clock = inject(Session).clock;
  readonly #queue = inject(EventManager).queue;

  override async processRecord(): Promise<void> {
    const event = await this.#next();
    if (event !== undefined) await this.writeObject(event);
  }

  #next(): Promise<PSEventArgs | undefined> {
    const { sourceIdentifier, timeout, stopping } = this;
    const queue = this.#queue;
    const find = (): PSEventArgs | undefined => queue.bySource(sourceIdentifier)[0];
    return new Promise((resolve) => {
      const settle = (event: PSEventArgs | undefined): void => {
        stopWatching();
        cancel?.();
        stopping.removeEventListener('abort', give);
        resolve(event);
      };
      const give = (): void => settle(undefined);
      const look = (): void => {
        const event = find();
        if (event !== undefined) settle(event);
      };
      const stopWatching = queue.watch(look);
      const cancel = timeout < 0 ? undefined : this.#clock.after(timeout * 1000, give);
      stopping.addEventListener('abort', give);
      if (stopping.aborted) give();
      else look();
    });
  }
}
