import type { Ticket } from './ticket.js';

/** Where tickets are. Cmdlets ask for this one; the pack, or a test, says what stands behind it. */
export abstract class TicketSystem {
  /** All tickets, oldest first. @param signal ends the reading */
  abstract tickets(signal: AbortSignal): AsyncIterable<Ticket>;

  /** Closes a ticket, and gives it as it is then. Throws a CmdletException that says why it cannot. */
  abstract close(id: number, signal: AbortSignal): Promise<Ticket>;
}
