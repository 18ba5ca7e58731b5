import { CmdletException } from '@cmdlet/core';
import type { Configuration } from './configuration.js';
import { DemoTicketSystem } from './demo-ticket-system.js';
import { HttpTicketSystem } from './http-ticket-system.js';
import type { TicketSystem } from './ticket-system.js';

/** The ticket system that a configuration names; one with made-up tickets if it names none. */
export function ticketSystemOf({ server, token }: Configuration): TicketSystem {
  if (server === undefined) return new DemoTicketSystem();
  if (token !== undefined) return new HttpTicketSystem(server, token);
  const message = `${server} needs a token. Set TICKETS_TOKEN_FILE to a file that holds it, or TICKETS_TOKEN.`;
  throw new CmdletException(message, { errorId: 'TokenMissing', category: 'AuthenticationError', target: server });
}
