import { Cmdlet, Int32, Parameter, Switch, ValidateNotNull, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { DefinitionParameterSet, ScheduledJobCmdlet, storeError } from './scheduled-job-cmdlet.js';
import { ScheduledJobDefinition } from './scheduled-job-definition.js';
import { text } from './text.js';

/** Base of the cmdlets that switch the triggers of a definition on and off. */
export abstract class SwitchScheduledJobCmdlet extends ScheduledJobCmdlet<ScheduledJobDefinition> {
  /** The definition. */
  @ValidateNotNull()
  @Parameter({
    parameterSetName: DefinitionParameterSet.Definition,
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    type: ScheduledJobDefinition,
  })
  inputObject!: ScheduledJobDefinition;

  /** Id of the definition in this session. */
  @Parameter({ parameterSetName: DefinitionParameterSet.Id, mandatory: true, position: 0, type: Int32 })
  id!: number;

  /** Name of the definition. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: DefinitionParameterSet.Name, mandatory: true, position: 0, type: String })
  name!: string;

  /** Writes the definition as it is now. */
  @Parameter({ type: Switch })
  passThru = false;

  protected abstract readonly enabled: boolean;

  override async processRecord(): Promise<void> {
    const { enabled } = this;
    for (const definition of await this.#find()) {
      const { name, directory } = definition;
      if (!(await this.shouldProcess(name, enabled ? 'Enable' : 'Disable'))) continue;
      try {
        // What passed while it was disabled was not missed.
        if (enabled) await this.jobs.countFromNow(definition);
        const changed = await this.jobs.store.update(definition, { enabled });
        if (this.scheduler.isRunning) await this.scheduler.check();
        if (this.passThru) await this.writeObject(changed);
      } catch (error) {
        const facts = { errorId: 'CantSetEnableOnScheduledJobDefinition', name, target: definition, directory };
        await this.writeError(storeError(error, facts, text.cannotEnable));
      }
    }
  }

  #find(): Promise<ScheduledJobDefinition[]> | ScheduledJobDefinition[] {
    switch (this.parameterSetName) {
      case DefinitionParameterSet.Name:
        return this.byName([this.name]);
      case DefinitionParameterSet.Id:
        return this.byId([this.id]);
      default:
        return [this.inputObject];
    }
  }
}

/** Lets the triggers of scheduled jobs count again. */
@Cmdlet('Enable', 'ScheduledJob', {
  defaultParameterSetName: DefinitionParameterSet.Definition,
  supportsShouldProcess: true,
  outputType: ScheduledJobDefinition,
  asJob: false,
  synopsis: 'Switches the triggers of scheduled jobs on.',
  examples: [{ title: 'By name', code: 'Enable-ScheduledJob -Name Backup' }],
})
export class EnableScheduledJob extends SwitchScheduledJobCmdlet {
  protected readonly enabled = true;
}
