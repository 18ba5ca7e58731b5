import { Cmdlet, Parameter, PSCmdlet } from '@cmdlet/core';

/** Gets each object of output. */
export type Consumer = (record: unknown) => void | Promise<void>;

/** Stands at the end of a pipeline whose output is consumed by a function, and waits for it. */
@Cmdlet('Invoke', 'Consumer', { asJob: false })
export class InvokeConsumer extends PSCmdlet {
  @Parameter({ type: Object, valueFromPipeline: true }) inputObject: unknown;
  /** A {@link Consumer}: the type of a parameter that takes anything, functions too. */
  @Parameter({ type: Object, mandatory: true }) consumer: unknown;

  override async processRecord(): Promise<void> {
    await (this.consumer as Consumer)(this.inputObject);
    await this.writeObject(this.inputObject);
  }
}
