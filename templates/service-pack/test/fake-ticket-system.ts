import { Ticket, TicketSystem } from '../src/index.js';

/** Two tickets, and the ids of those that were closed. */
export class FakeTicketSystem extends TicketSystem {
  readonly closed: number[] = [];

  override async *tickets(): AsyncGenerator<Ticket> {
    yield new Ticket(1, 'Sweep the floor', 'Open');
    yield new Ticket(2, 'Water the plants', 'Closed');
  }

  override async close(id: number): Promise<Ticket> {
    this.closed.push(id);
    return new Ticket(id, '', 'Closed');
  }
}
