import {
  Cmdlet,
  InvalidOperationException,
  Parameter,
  Switch,
  ValidateNotNull,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { type ScriptBlockArgument, scriptBlockType } from '../script-block/script-block-argument.js';
import { storeError } from './scheduled-job-cmdlet.js';
import { ScheduledJobDefinition } from './scheduled-job-definition.js';
import { ScheduledWorkParameters, WorkParameterSet } from './scheduled-work-parameters.js';
import { text } from './text.js';

const { Block: BLOCK, File: FILE } = WorkParameterSet;
const HISTORY = 'Execution';

/**
 * Changes scheduled jobs: what is given takes the place of what was, and the rest stays as it is. Runs that go on are
 * not touched. Of other triggers, times count from now on.
 *
 * What cannot be stored is `CantSetPropertiesToScheduledJobDefinition`, or
 * `UnauthorizedAccessToSetPropertiesToScheduledJobDefinition`; so is another name while a run goes on in this session.
 */
@Cmdlet('Set', 'ScheduledJob', {
  defaultParameterSetName: BLOCK,
  outputType: ScheduledJobDefinition,
  asJob: false,
  synopsis: 'Changes scheduled jobs.',
  examples: [
    {
      title: 'Other times',
      code: "Get-ScheduledJob Backup | Set-ScheduledJob -Trigger (New-JobTrigger -Daily -At '2025-01-01T04:00')",
    },
    { title: 'Forget the results', code: 'Get-ScheduledJob Backup | Set-ScheduledJob -ClearExecutionHistory' },
  ],
})
export class SetScheduledJob extends ScheduledWorkParameters {
  /** The definition. */
  @ValidateNotNull()
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true, type: ScheduledJobDefinition })
  inputObject!: ScheduledJobDefinition;

  /** Another name, which no other definition may have. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: [BLOCK, FILE], type: String })
  name?: string;

  /** What is done from now on: a function, as for `Start-Job`. */
  @ValidateNotNull()
  @Parameter({ parameterSetName: BLOCK, type: scriptBlockType })
  scriptBlock?: ScriptBlockArgument;

  /** A script file, which is read each time the job runs. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: FILE, mandatory: true, type: String })
  filePath?: string;

  /** Removes the results of all runs that have ended; nothing else is changed. */
  @Parameter({ parameterSetName: HISTORY, mandatory: true, type: Switch })
  clearExecutionHistory!: boolean;

  /** Writes the definition as it is now. */
  @Parameter({ type: Switch })
  passThru = false;

  protected readonly does = 'SetScheduledJobDefinition';

  override async processRecord(): Promise<void> {
    const changed = this.parameterSetName === HISTORY ? await this.#clear() : await this.#change();
    if (changed === undefined) return;
    if (this.passThru) await this.writeObject(changed);
    if (this.runNow) await (await this.jobs.newJob(changed)).startJob();
  }

  #clear(): Promise<ScheduledJobDefinition | undefined> {
    return this.#stored(async () => {
      if (this.clearExecutionHistory) await this.jobs.clearHistory(this.inputObject);
      return this.inputObject;
    });
  }

  async #change(): Promise<ScheduledJobDefinition | undefined> {
    const { inputObject, name, maxResultCount, missedRun, multipleInstancePolicy } = this;
    if (!(await this.acceptsResultCount())) return undefined;
    const work = await this.workFrom(inputObject);
    if (work === undefined) return undefined;
    const jobTriggers = this.triggersFrom(new Date(this.jobs.now()));
    const facts = given({ ...work, maxResultCount, missedRun, multipleInstancePolicy, jobTriggers });
    const changed = await this.#stored(async () => {
      const definition = name === undefined ? inputObject : await this.#renamed(name);
      const stored = await this.jobs.store.update(definition, facts);
      if (jobTriggers !== undefined) await this.jobs.countFromNow(stored);
      return stored;
    });
    if (changed !== undefined && jobTriggers !== undefined) await this.scheduler.start();
    return changed;
  }

  #renamed(name: string): Promise<ScheduledJobDefinition> {
    if (this.jobs.runningOf(this.inputObject).length > 0) {
      throw new InvalidOperationException(text.runningCannotBeRenamed(this.inputObject.name));
    }
    return this.jobs.store.rename(this.inputObject, name);
  }

  /** Changes what is stored; undefined if that cannot be, which is written then. */
  async #stored(change: () => Promise<ScheduledJobDefinition>): Promise<ScheduledJobDefinition | undefined> {
    try {
      return await change();
    } catch (error) {
      const { name, directory } = this.inputObject;
      const facts = { errorId: 'CantSetPropertiesToScheduledJobDefinition', name, target: this.inputObject, directory };
      await this.writeError(storeError(error, facts, text.cannotSet));
      return undefined;
    }
  }
}

/** What was given, without the rest. */
function given<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
