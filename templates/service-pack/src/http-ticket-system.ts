import { CmdletException } from '@cmdlet/core';
import type { Secret } from './secret.js';
import { Ticket, type TicketState } from './ticket.js';
import { ticketNotFound } from './ticket-error.js';
import { TicketSystem } from './ticket-system.js';

interface TicketData {
  readonly id: number;
  readonly title: string;
  readonly state: TicketState;
}

/** Tickets on a server: `GET /tickets`, and `POST /tickets/3/close`. */
export class HttpTicketSystem extends TicketSystem {
  constructor(
    private readonly server: URL,
    private readonly token: Secret,
  ) {
    super();
  }

  override async *tickets(signal: AbortSignal): AsyncGenerator<Ticket> {
    const response = checked(await this.#ask('GET', 'tickets', signal));
    for (const data of (await response.json()) as readonly TicketData[]) yield ticketOf(data);
  }

  override async close(id: number, signal: AbortSignal): Promise<Ticket> {
    const response = await this.#ask('POST', `tickets/${id}/close`, signal);
    if (response.status === 404) throw ticketNotFound(id);
    return ticketOf((await checked(response).json()) as TicketData);
  }

  #ask(method: string, path: string, signal: AbortSignal): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token.reveal()}` };
    return fetch(new URL(path, this.server), { method, headers, signal });
  }
}

function checked(response: Response): Response {
  const { ok, status, statusText, url } = response;
  if (ok) return response;
  if (status === 401 || status === 403) {
    const facts = { errorId: 'TokenRefused', category: 'AuthenticationError', target: url } as const;
    throw new CmdletException(`${url} refuses the token (${status}). Check TICKETS_TOKEN_FILE.`, facts);
  }
  const facts = { errorId: 'ServerFailed', category: 'ReadError', target: url } as const;
  throw new CmdletException(`${url} answered ${status} ${statusText}.`, facts);
}

function ticketOf({ id, title, state }: TicketData): Ticket {
  return new Ticket(id, title, state);
}
