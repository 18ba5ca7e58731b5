import { Cmdlet, Parameter, ValidateNotNull, ValidateNotNullOrEmpty } from '@cmdlet/core';
import { type ScriptBlockArgument, scriptBlockType } from '../script-block/script-block-argument.js';
import { storeError } from './scheduled-job-cmdlet.js';
import { ScheduledJobDefinition, type ScheduledJobFacts } from './scheduled-job-definition.js';
import { ScheduledWorkParameters, WorkParameterSet } from './scheduled-work-parameters.js';
import { text } from './text.js';

const DEFAULT_MAX_RESULTS = 32;

/**
 * Stores what is to be done again and again, or when somebody says so.
 *
 * The job runs when one of its triggers says so and a session of the user with a `JobScheduler` lives, and by
 * `Start-Job -DefinitionName`. `Get-Job` and `Receive-Job` give what it wrote, in later sessions too.
 */
@Cmdlet('Register', 'ScheduledJob', {
  defaultParameterSetName: WorkParameterSet.Block,
  supportsShouldProcess: true,
  outputType: ScheduledJobDefinition,
  asJob: false,
  synopsis: 'Creates a scheduled job.',
  examples: [
    {
      title: 'A script that runs each night',
      code: "Register-ScheduledJob -Name Backup -FilePath ./backup.ts -Trigger (New-JobTrigger -Daily -At '2025-01-01T03:00')",
    },
    { title: 'Every ten minutes', code: 'Register-ScheduledJob -Name Poll -FilePath ./poll.ts -RunEvery 00:10:00' },
  ],
})
export class RegisterScheduledJob extends ScheduledWorkParameters {
  /** Name of the definition, which no other may have. */
  @ValidateNotNullOrEmpty()
  @Parameter({ mandatory: true, position: 0, type: String })
  name!: string;

  /** What is done: a function, as for `Start-Job`. */
  @ValidateNotNull()
  @Parameter({ parameterSetName: WorkParameterSet.Block, mandatory: true, position: 1, type: scriptBlockType })
  scriptBlock!: ScriptBlockArgument;

  /** A script file, which is read each time the job runs. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: WorkParameterSet.File, mandatory: true, position: 1, type: String })
  filePath!: string;

  protected readonly does = 'RegisterScheduledJobDefinition';

  override async processRecord(): Promise<void> {
    if (!(await this.shouldProcess(text.definitionTarget(this.name), 'Register'))) return;
    const facts = await this.#facts();
    if (facts === undefined) return;
    const definition = await this.#store(facts);
    if (definition === undefined) return;
    if (definition.jobTriggers.length > 0) await this.scheduler.start();
    await this.writeObject(definition);
    if (this.runNow) await (await this.jobs.newJob(definition)).startJob();
  }

  async #facts(): Promise<Omit<ScheduledJobFacts, 'instanceId'> | undefined> {
    if (!(await this.acceptsResultCount())) return undefined;
    const work = await this.workFrom();
    if (work === undefined) return undefined;
    const registered = new Date(this.jobs.now());
    return {
      name: this.name,
      ...work,
      jobTriggers: this.triggersFrom(registered) ?? [],
      enabled: true,
      maxResultCount: this.maxResultCount ?? DEFAULT_MAX_RESULTS,
      missedRun: this.missedRun ?? 'Skip',
      multipleInstancePolicy: this.multipleInstancePolicy ?? 'IgnoreNew',
      registered,
    };
  }

  async #store(facts: Omit<ScheduledJobFacts, 'instanceId'>): Promise<ScheduledJobDefinition | undefined> {
    try {
      const definition = await this.jobs.store.add(facts);
      await this.jobs.countFromNow(definition);
      return definition;
    } catch (error) {
      const { directory } = this.jobs.store;
      const { name } = this;
      const told = { errorId: 'CantRegisterScheduledJobDefinition', name, target: name, directory };
      await this.writeError(storeError(error, told, text.cannotRegister));
      return undefined;
    }
  }
}
