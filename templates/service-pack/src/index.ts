import { definePack, inject } from '@cmdlet/core';
import { CloseTicket } from './close-ticket.js';
import { Configuration } from './configuration.js';
import { GetTicket } from './get-ticket.js';
import { TicketSystem } from './ticket-system.js';
import { ticketSystemOf } from './ticket-system-of.js';

export { Secret } from './secret.js';
export { Ticket } from './ticket.js';
export { CloseTicket, Configuration, GetTicket, TicketSystem };

export const pack = definePack({
  name: 'my-pack',
  version: '0.1.0',
  cmdlets: [GetTicket, CloseTicket],
  services: [
    { token: Configuration, factory: () => Configuration.from(process.env) },
    { token: TicketSystem, factory: () => ticketSystemOf(inject(Configuration)) },
  ],
});
