import { Cmdlet } from '@cmdlet/core';
import { SwitchScheduledJobCmdlet } from './enable-scheduled-job.js';
import { DefinitionParameterSet } from './scheduled-job-cmdlet.js';
import { ScheduledJobDefinition } from './scheduled-job-definition.js';

/** Keeps scheduled jobs from being started by their triggers; they can be started by hand. */
@Cmdlet('Disable', 'ScheduledJob', {
  defaultParameterSetName: DefinitionParameterSet.Definition,
  supportsShouldProcess: true,
  outputType: ScheduledJobDefinition,
  asJob: false,
  synopsis: 'Switches the triggers of scheduled jobs off.',
  examples: [{ title: 'All of them', code: 'Get-ScheduledJob | Disable-ScheduledJob' }],
})
export class DisableScheduledJob extends SwitchScheduledJobCmdlet {
  protected readonly enabled = false;
}
