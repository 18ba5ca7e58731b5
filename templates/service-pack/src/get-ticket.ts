import { Cmdlet, inject, Parameter, PSCmdlet, wildcardPattern } from '@cmdlet/core';
import { Ticket, type TicketState } from './ticket.js';
import { TicketSystem } from './ticket-system.js';

/**
 * Gets tickets.
 *
 * @example All that is about the door
 * ```powershell
 * Get-Ticket *door* -State All
 * ```
 */
@Cmdlet('Get', 'Ticket', { outputType: Ticket })
export class GetTicket extends PSCmdlet<Ticket> {
  /** Only tickets with such a title; wildcards are allowed. */
  @Parameter({ position: 0, supportsWildcards: true })
  title = '*';

  /** Only tickets in this state. */
  @Parameter()
  state: TicketState | 'All' = 'Open';

  readonly #system = inject(TicketSystem);

  override async *processRecord(): AsyncGenerator<Ticket> {
    const pattern = wildcardPattern(this.title);
    for await (const ticket of this.#system.tickets(this.stopping)) {
      if ((this.state === 'All' || ticket.state === this.state) && pattern.test(ticket.title)) yield ticket;
    }
  }
}
