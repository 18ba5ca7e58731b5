import { Cmdlet, Int32, Parameter } from '@cmdlet/core';
import { DefinitionParameterSet } from './scheduled-job-cmdlet.js';
import { ScheduledJobDefinition } from './scheduled-job-definition.js';
import { ScheduledJobsCmdlet } from './scheduled-jobs-cmdlet.js';

/** Gets the definitions of scheduled jobs; what their runs wrote is got by `Get-Job` and `Receive-Job`. */
@Cmdlet('Get', 'ScheduledJob', {
  defaultParameterSetName: DefinitionParameterSet.Id,
  outputType: ScheduledJobDefinition,
  asJob: false,
  synopsis: 'Gets scheduled jobs.',
  examples: [{ title: 'By name', code: 'Get-ScheduledJob -Name Backup*' }],
})
export class GetScheduledJob extends ScheduledJobsCmdlet<ScheduledJobDefinition> {
  /** Ids of definitions in this session. Without a key all are meant. */
  @Parameter({ parameterSetName: DefinitionParameterSet.Id, position: 0, type: [Int32] })
  id?: number[];

  override async processRecord(): Promise<void> {
    await this.writeObject(await this.#find(), true);
  }

  #find(): Promise<ScheduledJobDefinition[]> {
    if (this.parameterSetName === DefinitionParameterSet.Name) return this.byName(this.name);
    return this.id === undefined ? this.all() : this.byId(this.id);
  }
}
