import { Cmdlet, Int32, Parameter, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { DefinitionParameterSet, ScheduledJobCmdlet } from './scheduled-job-cmdlet.js';
import { ScheduledJobDefinition } from './scheduled-job-definition.js';

/** Gets the definitions of scheduled jobs; what their runs wrote is got by `Get-Job` and `Receive-Job`. */
@Cmdlet('Get', 'ScheduledJob', {
  defaultParameterSetName: DefinitionParameterSet.Id,
  outputType: ScheduledJobDefinition,
  asJob: false,
  synopsis: 'Gets scheduled jobs.',
  examples: [{ title: 'By name', code: 'Get-ScheduledJob -Name Backup*' }],
})
export class GetScheduledJob extends ScheduledJobCmdlet<ScheduledJobDefinition> {
  /** Ids of definitions in this session. Without a key all are meant. */
  @Parameter({ parameterSetName: DefinitionParameterSet.Id, position: 0, type: [Int32] })
  id?: number[];

  /** Names of definitions; wildcards are allowed. */
  @ValidateNotNullOrEmpty()
  @Parameter({
    parameterSetName: DefinitionParameterSet.Name,
    mandatory: true,
    position: 0,
    supportsWildcards: true,
    type: [String],
  })
  name!: string[];

  override async processRecord(): Promise<void> {
    await this.writeObject(await this.#find(), true);
  }

  #find(): Promise<ScheduledJobDefinition[]> {
    if (this.parameterSetName === DefinitionParameterSet.Name) return this.byName(this.name);
    return this.id === undefined ? this.all() : this.byId(this.id);
  }
}
