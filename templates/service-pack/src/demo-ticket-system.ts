import { Ticket } from './ticket.js';
import { ticketNotFound } from './ticket-error.js';
import { TicketSystem } from './ticket-system.js';

/** Made-up tickets in memory, so that the cmdlets can be tried before there is a server. */
export class DemoTicketSystem extends TicketSystem {
  readonly #tickets = new Map([
    [1, new Ticket(1, 'The door squeaks', 'Open')],
    [2, new Ticket(2, 'The lamp is broken', 'Closed')],
    [3, new Ticket(3, 'It is cold', 'Open')],
  ]);

  override async *tickets(): AsyncGenerator<Ticket> {
    yield* this.#tickets.values();
  }

  override async close(id: number): Promise<Ticket> {
    const ticket = this.#tickets.get(id);
    if (ticket === undefined) throw ticketNotFound(id);
    const closed = new Ticket(id, ticket.title, 'Closed');
    this.#tickets.set(id, closed);
    return closed;
  }
}
