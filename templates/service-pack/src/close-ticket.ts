import { Cmdlet, containsErrorRecord, Int32, inject, Parameter, PSCmdlet } from '@cmdlet/core';
import { Ticket } from './ticket.js';
import { TicketSystem } from './ticket-system.js';

/**
 * Closes tickets. With `-WhatIf` it only says which, with `-Confirm` it asks before each.
 *
 * @example See what would be closed
 * ```powershell
 * Get-Ticket *door* | Close-Ticket -WhatIf
 * ```
 */
@Cmdlet('Close', 'Ticket', { supportsShouldProcess: true, outputType: Ticket })
export class CloseTicket extends PSCmdlet<Ticket> {
  /** Ids of tickets. */
  @Parameter({ mandatory: true, position: 0, valueFromPipelineByPropertyName: true, type: [Int32] })
  id!: number[];

  /** Writes the tickets that were closed. */
  @Parameter() passThru = false;

  readonly #system = inject(TicketSystem);

  override async processRecord(): Promise<void> {
    for (const id of this.id) {
      if (await this.shouldProcess(`ticket ${id}`, 'Close')) await this.#close(id);
    }
  }

  /** A ticket that cannot be closed is an error of that ticket; the others are closed all the same. */
  async #close(id: number): Promise<void> {
    try {
      const closed = await this.#system.close(id, this.stopping);
      if (this.passThru) await this.writeObject(closed);
    } catch (error) {
      if (!containsErrorRecord(error)) throw error;
      await this.writeError(error.errorRecord);
    }
  }
}
