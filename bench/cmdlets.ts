import { Alias, Cmdlet, type CmdletClass, defineCmdlet, Parameter, PSCmdlet, ValidateRange } from '@cmdlet/core';
import type { Item } from './items.js';

/** Passes records with an even id. */
@Cmdlet('Select', 'EvenItem')
export class SelectEvenItem extends PSCmdlet<Item> {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Object }) inputObject!: Item;

  @Alias('Key')
  @ValidateRange(0, 1_000_000_000)
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true })
  id!: number;

  override processRecord(): void {
    if (this.id % 2 === 0) this.writeObject(this.inputObject);
  }
}

/** Makes a new record with twice the value. */
@Cmdlet('Convert', 'Item')
export class ConvertItem extends PSCmdlet<Item> {
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true }) id!: number;
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true }) name!: string;

  @Alias('Amount')
  @ValidateRange(0, 1_000_000)
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true })
  value!: number;

  override processRecord(): void {
    this.writeObject({ id: this.id, name: this.name, value: this.value * 2 });
  }
}

/** Passes every record; one in a hundred, or each, takes a promise. */
@Cmdlet('Wait', 'Item')
export class WaitItem extends PSCmdlet<Item> {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Object }) inputObject!: Item;
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true }) @ValidateRange(0, 1_000_000_000) id!: number;
  /** One record in so many is asynchronous. */
  @Parameter() every = 1;

  override processRecord(): void | Promise<void> {
    if (this.id % this.every !== 0) {
      this.writeObject(this.inputObject);
      return undefined;
    }
    return this.passLater();
  }

  private async passLater(): Promise<void> {
    await Promise.resolve();
    await this.writeObject(this.inputObject);
  }
}

/** Small cmdlets of many shapes, so that the engine has seen more than the ones under test. */
export function otherCmdlets(count: number): CmdletClass[] {
  return Array.from({ length: count }, (_, index) => {
    const parameters = { inputObject: { type: Object, valueFromPipeline: true }, [`extra${index}`]: { type: Number } };
    return defineCmdlet({
      verb: 'Test',
      noun: `Other${index}`,
      parameters,
      process() {
        this.writeObject(this.inputObject);
      },
    });
  });
}
