import { Cmdlet, type NeverAsJob, Parameter, PSCmdlet } from '@cmdlet/core';

/** Drops what comes in. */
@Cmdlet('Out', 'Null', { asJob: false, synopsis: 'Drops what comes in.' })
export class OutNull extends PSCmdlet<never> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  /** The records, mostly from the pipeline. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  override processRecord(): void {}
}
