import { Parameter, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { DefinitionParameterSet, ScheduledJobCmdlet } from './scheduled-job-cmdlet.js';

/** Base of the cmdlets that take several definitions at once. */
export abstract class ScheduledJobsCmdlet<TOutput> extends ScheduledJobCmdlet<TOutput> {
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
}
