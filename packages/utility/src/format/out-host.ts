import { Cmdlet, inject, type NeverAsJob, Parameter, PSCmdlet, Session, Switch } from '@cmdlet/core';
import { HostOutput } from './host-output.js';

/** Draws records on the host: the terminal, or whoever shows output in its place. */
@Cmdlet('Out', 'Host', {
  aliases: ['oh'],
  asJob: false,
  synopsis: 'Draws records on the host.',
  examples: [{ title: 'As a list on the terminal', code: 'Get-Job | Format-List | Out-Host' }],
})
export class OutHost extends PSCmdlet<never> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline, or what a `Format-*` cmdlet made of them. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Shows one page after the other; for hosts that have pages. */
  @Parameter({ type: Switch })
  paging = false;

  readonly #session = inject(Session);
  #output: HostOutput | undefined = undefined;

  override beginProcessing(): void {
    this.#output = new HostOutput(this, this.#session);
  }

  override processRecord(): Promise<void> | void {
    return this.#output?.accept(this.inputObject);
  }

  override endProcessing(): Promise<void> | void {
    return this.#output?.end();
  }

  override dispose(): void {
    this.#output?.dispose();
  }
}
