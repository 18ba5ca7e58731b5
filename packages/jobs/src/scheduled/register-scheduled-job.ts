import { resolve } from 'node:path';
import {
  Cmdlet,
  Duration,
  dictionaryOf,
  enumOf,
  Int32,
  InvalidOperationException,
  inject,
  Parameter,
  Session,
  Switch,
  ValidateNotNull,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import type { WorkSource } from '../execution/executor.js';
import { jobError, messageOf } from '../job-error.js';
import { type ScriptBlockArgument, scriptBlockType } from '../script-block/script-block-argument.js';
import { currentLocation } from '../start-job/current-location.js';
import { readScriptFile } from '../start-job/script-file.js';
import { ScriptReader } from '../start-job/script-work.js';
import { ScheduledJobTrigger } from './job-trigger.js';
import { ScheduledJobCmdlet, storeError } from './scheduled-job-cmdlet.js';
import {
  type MissedRunPolicy,
  type MultipleInstancePolicy,
  ScheduledJobDefinition,
  type ScheduledJobFacts,
  type ScheduledWork,
} from './scheduled-job-definition.js';
import { text } from './text.js';

const BLOCK = 'ScriptBlock';
const FILE = 'FilePath';
const MINUTE = 60_000;
const DEFAULT_MAX_RESULTS = 32;

/**
 * Stores what is to be done again and again, or when somebody says so.
 *
 * The job runs when one of its triggers says so and a session of the user with a `JobScheduler` lives, and by
 * `Start-Job -DefinitionName`. `Get-Job` and `Receive-Job` give what it wrote, in later sessions too.
 */
@Cmdlet('Register', 'ScheduledJob', {
  defaultParameterSetName: BLOCK,
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
export class RegisterScheduledJob extends ScheduledJobCmdlet<ScheduledJobDefinition> {
  /** Name of the definition, which no other may have. */
  @ValidateNotNullOrEmpty()
  @Parameter({ mandatory: true, position: 0, type: String })
  name!: string;

  /** What is done: a function, as for `Start-Job`. */
  @ValidateNotNull()
  @Parameter({ parameterSetName: BLOCK, mandatory: true, position: 1, type: scriptBlockType })
  scriptBlock!: ScriptBlockArgument;

  /** A script file, which is read each time the job runs. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: FILE, mandatory: true, position: 1, type: String })
  filePath!: string;

  /** When the job runs. Without any it runs only when somebody starts it. */
  @ValidateNotNullOrEmpty()
  @Parameter({ type: [ScheduledJobTrigger] })
  trigger?: ScheduledJobTrigger[];

  /** Runs before, to its end; its output is none of the results. */
  @ValidateNotNull()
  @Parameter({ type: scriptBlockType })
  initializationScript?: ScriptBlockArgument;

  /** Arguments of the script. */
  @ValidateNotNullOrEmpty()
  @Parameter({ type: [Object] })
  argumentList?: unknown[];

  /** Values that the script sees by name as `using`. */
  @Parameter({ type: dictionaryOf(String, Object) })
  using?: Map<string, unknown>;

  /** How many results are kept; the oldest go. */
  @Parameter({ type: Int32 })
  maxResultCount = DEFAULT_MAX_RESULTS;

  /** Runs the job once at once. */
  @Parameter({ type: Switch })
  runNow = false;

  /** Runs the job again and again, from now on, whenever so much time has passed; a minute or more. */
  @Parameter({ type: Duration })
  runEvery?: Duration;

  /** What is done about times that passed while no scheduler was there: `Skip`, or `RunOnce` however many they were. */
  @Parameter({ type: enumOf(['Skip', 'RunOnce'], 'MissedRunPolicy') })
  missedRun: MissedRunPolicy = 'Skip';

  /** What is done when the job is to run and has not ended from the last time. */
  @Parameter({ type: enumOf(['IgnoreNew', 'Parallel', 'StopExisting', 'Queue'], 'TaskMultipleInstancePolicy') })
  multipleInstancePolicy: MultipleInstancePolicy = 'IgnoreNew';

  /** The file that the function was written in: its imports are resolved from there. Default: from the current location. */
  @Parameter({ parameterSetName: BLOCK, type: String })
  sourceFile?: string;

  readonly #session = inject(Session);

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
    const { name, maxResultCount, missedRun, multipleInstancePolicy } = this;
    if (maxResultCount < 1) {
      await this.writeError(
        jobError(
          text.maxResultCount,
          'InvalidMaxResultCountParameterForRegisterScheduledJobDefinition',
          'InvalidArgument',
          maxResultCount,
        ),
      );
      return undefined;
    }
    const work = await this.#work();
    if (work === undefined) return undefined;
    const registered = new Date(this.#session.clock.now());
    const jobTriggers = this.#triggers(registered);
    return { name, ...work, jobTriggers, enabled: true, maxResultCount, missedRun, multipleInstancePolicy, registered };
  }

  #triggers(now: Date): ScheduledJobTrigger[] {
    const triggers = [...(this.trigger ?? [])];
    const repetitionInterval = this.runEvery?.milliseconds;
    if (repetitionInterval !== undefined) {
      if (repetitionInterval < MINUTE) throw new InvalidOperationException(text.runEveryTooShort);
      const at = new Date(now.getTime() + repetitionInterval);
      triggers.push(new ScheduledJobTrigger({ frequency: 'Once', at, repetitionInterval }));
    }
    return triggers.map((trigger, index) => new ScheduledJobTrigger(trigger, index + 1));
  }

  async #work(): Promise<{ readonly command: string; readonly work: ScheduledWork } | undefined> {
    const workingDirectory = currentLocation(this.sessionState);
    const reader = new ScriptReader(this.#session, this, {
      using: Object.fromEntries(this.using ?? []),
      file:
        this.sourceFile === undefined
          ? ScriptReader.noFile(workingDirectory)
          : resolve(workingDirectory, this.sourceFile),
      initialized: this.initializationScript !== undefined,
      expectingInput: false,
    });
    const { initializationScript } = this;
    const before = initializationScript === undefined ? undefined : await reader.ofBlock(initializationScript, false);
    const shared = {
      initialization: before && storable(before.source),
      args: this.argumentList ?? [],
      workingDirectory,
    };
    if (this.parameterSetName === FILE) {
      const path = await this.#file(workingDirectory);
      if (path === undefined) return undefined;
      const using = { ...before?.using, ...Object.fromEntries(this.using ?? []) };
      return { command: path, work: { ...shared, source: { kind: 'file', path }, using } };
    }
    const { source, using, command } = await reader.ofBlock(this.scriptBlock);
    return { command, work: { ...shared, source: storable(source), using: { ...before?.using, ...using } } };
  }

  /** The script file must be there now, though it is read later. */
  async #file(location: string): Promise<string | undefined> {
    try {
      return readScriptFile(this.filePath, location, false).path;
    } catch (error) {
      const id = 'InvalidFilePathParameterForRegisterScheduledJobDefinition';
      await this.writeError(jobError(text.badFile(messageOf(error)), id, 'InvalidArgument', this.filePath, error));
      return undefined;
    }
  }

  async #store(facts: Omit<ScheduledJobFacts, 'instanceId'>): Promise<ScheduledJobDefinition | undefined> {
    try {
      return await this.jobs.store.add(facts);
    } catch (error) {
      const { directory } = this.jobs.store;
      const { name } = this;
      const told = { errorId: 'CantRegisterScheduledJobDefinition', name, target: name, directory };
      await this.writeError(storeError(error, told, text.cannotRegister));
      return undefined;
    }
  }
}

/** Work that a file can hold. */
function storable(source: WorkSource): Exclude<WorkSource, { kind: 'live' }> {
  if (source.kind === 'live') throw new InvalidOperationException(text.liveSource);
  return source;
}
