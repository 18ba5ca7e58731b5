import { Cmdlet, inject, type NeverAsJob, Parameter, PSCmdlet } from '@cmdlet/core';

/** Where the output of the session's pipelines goes. */
export class OutputTarget {
  /** @param accept gives a promise when no further record is to come before it resolves */
  constructor(readonly accept: (record: unknown) => Promise<void> | undefined) {}
}

/**
 * The last command of every pipeline: hands on what comes, and holds the others back while that is not done.
 *
 * A command, and not a loop over what the pipeline gives: records then reach the output without waiting in between.
 */
@Cmdlet('Out', 'Default', { asJob: false })
export class WriteOutput extends PSCmdlet<never> implements NeverAsJob {
  declare readonly ['~asJob']: false;

  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  readonly #target = inject(OutputTarget);

  override processRecord(): Promise<void> | undefined {
    return this.#target.accept(this.inputObject);
  }
}
