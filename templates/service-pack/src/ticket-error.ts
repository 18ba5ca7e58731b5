import { CmdletException } from '@cmdlet/core';

/** The error for an id that no ticket has. */
export function ticketNotFound(id: number): CmdletException {
  const message = `There is no ticket ${id}. Get-Ticket -State All lists all there are.`;
  return new CmdletException(message, { errorId: 'TicketNotFound', category: 'ObjectNotFound', target: id });
}
