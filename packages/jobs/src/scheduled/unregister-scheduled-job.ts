import { Cmdlet, Int32, Parameter, Switch, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { jobError } from '../job-error.js';
import { DefinitionParameterSet, storeError } from './scheduled-job-cmdlet.js';
import { ScheduledJobDefinition } from './scheduled-job-definition.js';
import { ScheduledJobsCmdlet } from './scheduled-jobs-cmdlet.js';
import { text } from './text.js';

/** Removes scheduled jobs, with all that their runs wrote. */
@Cmdlet('Unregister', 'ScheduledJob', {
  defaultParameterSetName: DefinitionParameterSet.Definition,
  supportsShouldProcess: true,
  asJob: false,
  synopsis: 'Removes scheduled jobs.',
  examples: [{ title: 'One that may be running', code: 'Unregister-ScheduledJob -Name Backup -Force' }],
})
export class UnregisterScheduledJob extends ScheduledJobsCmdlet<never> {
  /** Ids of definitions in this session. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: DefinitionParameterSet.Id, mandatory: true, position: 0, type: [Int32] })
  id!: number[];

  /** The definitions. */
  @ValidateNotNullOrEmpty()
  @Parameter({
    parameterSetName: DefinitionParameterSet.Definition,
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    type: [ScheduledJobDefinition],
  })
  inputObject!: ScheduledJobDefinition[];

  /** Stops runs that go on in this session, and removes the definition all the same. */
  @Parameter({ type: Switch })
  force = false;

  override async processRecord(): Promise<void> {
    for (const definition of await this.#find()) {
      if (await this.shouldProcess(text.definitionTarget(definition.name), 'Unregister'))
        await this.#remove(definition);
    }
  }

  #find(): Promise<ScheduledJobDefinition[]> | ScheduledJobDefinition[] {
    switch (this.parameterSetName) {
      case DefinitionParameterSet.Name:
        return this.byName(this.name);
      case DefinitionParameterSet.Id:
        return this.byId(this.id);
      default:
        return this.inputObject;
    }
  }

  async #remove(definition: ScheduledJobDefinition): Promise<void> {
    const { name, directory } = definition;
    const errorId = 'CantUnregisterScheduledJobDefinition';
    const running = this.jobs.runningOf(definition);
    if (running.length > 0 && !this.force) {
      await this.writeError(jobError(text.stillRunning(name), errorId, 'InvalidOperation', definition));
      return;
    }
    try {
      await Promise.all(running.map((job) => job.stop().then(() => job.saved)));
      await this.jobs.store.remove(definition);
    } catch (error) {
      await this.writeError(storeError(error, { errorId, name, target: definition, directory }, text.cannotUnregister));
    }
  }
}
