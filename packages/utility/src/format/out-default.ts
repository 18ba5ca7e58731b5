import { Cmdlet, inject, type NeverAsJob, Parameter, PSCmdlet, Session, Switch } from '@cmdlet/core';
import { HostOutput } from './host-output.js';

/** Draws what nobody took at the end of a pipeline: on the host, by the views of the records. */
@Cmdlet('Out', 'Default', { asJob: false, synopsis: 'Draws what nobody took at the end of a pipeline.' })
export class OutDefault extends PSCmdlet<never> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline, or what a `Format-*` cmdlet made of them. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Only a transcript is to have the output, not the host. */
  @Parameter({ type: Switch })
  transcript = false;

  readonly #session = inject(Session);
  #output: HostOutput | undefined = undefined;

  override beginProcessing(): void {
    if (!this.transcript) this.#output = new HostOutput(this, this.#session);
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
