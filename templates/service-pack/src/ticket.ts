/** Something that somebody has to do. */
export class Ticket {
  constructor(
    readonly id: number,
    readonly title: string,
    readonly state: TicketState,
  ) {}

  toString(): string {
    return `${this.id} (${this.title})`;
  }
}

export type TicketState = 'Open' | 'Closed';
