import { resolve } from 'node:path';
import {
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
import { ScheduledJobCmdlet } from './scheduled-job-cmdlet.js';
import type {
  MissedRunPolicy,
  MultipleInstancePolicy,
  ScheduledJobDefinition,
  ScheduledWork,
} from './scheduled-job-definition.js';
import { text } from './text.js';

/** Names of the parameter sets by which work is given. */
export const WorkParameterSet = { Block: 'ScriptBlock', File: 'FilePath' } as const;

const { Block: BLOCK, File: FILE } = WorkParameterSet;
const both = [BLOCK, FILE];
const MINUTE = 60_000;

/** Work, and its text for people. */
export interface CommandWork {
  readonly command: string;
  readonly work: ScheduledWork;
}

/** Base of the cmdlets that say what a scheduled job does, and when: their parameters, and how these are read. */
export abstract class ScheduledWorkParameters extends ScheduledJobCmdlet<ScheduledJobDefinition> {
  abstract scriptBlock?: ScriptBlockArgument;
  abstract filePath?: string;

  /** What stands in the ids of errors for what the cmdlet does. */
  protected abstract readonly does: string;

  /** When the job runs. Without any it runs only when somebody starts it. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: both, type: [ScheduledJobTrigger] })
  trigger?: ScheduledJobTrigger[];

  /** Runs before, to its end; its output is none of the results. */
  @ValidateNotNull()
  @Parameter({ parameterSetName: both, type: scriptBlockType })
  initializationScript?: ScriptBlockArgument;

  /** Arguments of the script. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: both, type: [Object] })
  argumentList?: unknown[];

  /** Values that the script sees by name as `using`. */
  @Parameter({ parameterSetName: both, type: dictionaryOf(String, Object) })
  using?: Map<string, unknown>;

  /** How many results are kept; the oldest go. `Register-ScheduledJob` makes it 32. */
  @Parameter({ parameterSetName: both, type: Int32 })
  maxResultCount?: number;

  /** Runs the job once at once. */
  @Parameter({ parameterSetName: both, type: Switch })
  runNow = false;

  /** Runs the job again and again, from now on, whenever so much time has passed; a minute or more. */
  @Parameter({ parameterSetName: both, type: Duration })
  runEvery?: Duration;

  /**
   * What is done about times that passed while no scheduler was there: `Skip`, or `RunOnce` however many they were.
   * `Register-ScheduledJob` makes it `Skip`.
   */
  @Parameter({ parameterSetName: both, type: enumOf(['Skip', 'RunOnce'], 'MissedRunPolicy') })
  missedRun?: MissedRunPolicy;

  /**
   * What is done when the job is to run and has not ended from the last time. `Register-ScheduledJob` makes it
   * `IgnoreNew`.
   */
  @Parameter({
    parameterSetName: both,
    type: enumOf(['IgnoreNew', 'Parallel', 'StopExisting', 'Queue'], 'TaskMultipleInstancePolicy'),
  })
  multipleInstancePolicy?: MultipleInstancePolicy;

  /** The file that the function was written in: its imports are resolved from there. Default: from the current location. */
  @Parameter({ parameterSetName: BLOCK, type: String })
  sourceFile?: string;

  protected readonly session = inject(Session);

  /** Whether so many results can be kept; if not, that is written. */
  protected async acceptsResultCount(): Promise<boolean> {
    const { maxResultCount = 1 } = this;
    if (maxResultCount >= 1) return true;
    const id = `InvalidMaxResultCountParameterFor${this.does}`;
    await this.writeError(jobError(text.maxResultCount, id, 'InvalidArgument', maxResultCount));
    return false;
  }

  /** The triggers with those of `-RunEvery`, numbered; undefined if none were given. */
  protected triggersFrom(now: Date): ScheduledJobTrigger[] | undefined {
    const repetitionInterval = this.runEvery?.milliseconds;
    if (this.trigger === undefined && repetitionInterval === undefined) return undefined;
    const triggers = [...(this.trigger ?? [])];
    if (repetitionInterval !== undefined) {
      if (repetitionInterval < MINUTE) throw new InvalidOperationException(text.runEveryTooShort);
      const at = new Date(now.getTime() + repetitionInterval);
      triggers.push(new ScheduledJobTrigger({ frequency: 'Once', at, repetitionInterval }));
    }
    return triggers.map((trigger, index) => new ScheduledJobTrigger(trigger, index + 1));
  }

  /** The work that was given; undefined if that cannot be, which is written then. @param old what is kept of it where nothing else is given */
  protected async workFrom(old?: CommandWork): Promise<CommandWork | undefined> {
    const location = currentLocation(this.sessionState);
    const { scriptBlock, initializationScript, argumentList } = this;
    const given = this.using === undefined ? old?.work.using : Object.fromEntries(this.using);
    const reader = new ScriptReader(this.session, this, {
      using: { ...given },
      file: this.sourceFile === undefined ? ScriptReader.noFile(location) : resolve(location, this.sourceFile),
      initialized: (initializationScript ?? old?.work.initialization) !== undefined,
      expectingInput: false,
    });
    const before = initializationScript === undefined ? undefined : await reader.ofBlock(initializationScript, false);
    const shared = {
      initialization: before === undefined ? old?.work.initialization : storable(before.source),
      args: argumentList ?? old?.work.args ?? [],
      using: { ...before?.using, ...given },
    };
    if (this.parameterSetName === FILE) {
      const path = await this.#file(location);
      if (path === undefined) return undefined;
      return { command: path, work: { ...shared, workingDirectory: location, source: { kind: 'file', path } } };
    }
    if (scriptBlock === undefined) return old && { command: old.command, work: { ...old.work, ...shared } };
    const { source, using, command } = await reader.ofBlock(scriptBlock);
    const work = { ...shared, workingDirectory: location, source: storable(source) };
    return { command, work: { ...work, using: { ...shared.using, ...using } } };
  }

  /** The script file must be there now, though it is read later. */
  async #file(location: string): Promise<string | undefined> {
    try {
      return readScriptFile(this.filePath ?? '', location, false).path;
    } catch (error) {
      const id = `InvalidFilePathParameterFor${this.does}`;
      await this.writeError(jobError(text.badFile(messageOf(error)), id, 'InvalidArgument', this.filePath, error));
      return undefined;
    }
  }
}

/** Work that a file can hold. */
function storable(source: WorkSource): Exclude<WorkSource, { kind: 'live' }> {
  if (source.kind === 'live') throw new InvalidOperationException(text.liveSource);
  return source;
}
