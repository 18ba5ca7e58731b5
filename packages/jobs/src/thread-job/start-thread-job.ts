import {
  Alias,
  Cmdlet,
  dictionaryOf,
  type Host,
  Int32,
  InvalidOperationException,
  inject,
  Parameter,
  Session,
  ValidateNotNull,
  ValidateNotNullOrEmpty,
  ValidateRange,
} from '@cmdlet/core';
import type { WorkSource } from '../execution/executor.js';
import { type ScriptBlockArgument, scriptBlockType } from '../script-block/script-block-argument.js';
import { currentLocation } from '../start-job/current-location.js';
import { type JobOrder, JobStarter } from '../start-job/job-starter.js';
import { JobStartingCmdlet } from '../start-job/job-starting-cmdlet.js';
import { readScriptFile } from '../start-job/script-file.js';
import { ScriptReader, type ScriptWork } from '../start-job/script-work.js';
import { text } from '../start-job/text.js';
import { oneAfterTheOther } from './one-after-the-other.js';
import { hostType, streamTo } from './streaming-host.js';
import { ThreadJob } from './thread-job.js';

const BLOCK = 'ScriptBlock';
const FILE = 'FilePath';
const both = [BLOCK, FILE];

/**
 * Runs a script block or a script file in a thread of this process, and gives the job at once.
 *
 * Jobs wait in a queue of the session for their turn. A job that waits for other jobs lets them have its place.
 */
@Cmdlet('Start', 'ThreadJob', {
  outputType: ThreadJob,
  asJob: false,
  synopsis: 'Starts a background job in a thread.',
  examples: [{ title: 'Two at a time', code: 'Start-ThreadJob ./hash.ts -ThrottleLimit 2' }],
})
export class StartThreadJob extends JobStartingCmdlet<ThreadJob> {
  declare readonly ['~asJob']: false;

  /** What to run: a function that gets a `ScriptBlockContext`, or text of the session's command language. */
  @ValidateNotNull()
  @Alias('Command')
  @Parameter({ parameterSetName: BLOCK, mandatory: true, position: 0, type: scriptBlockType })
  scriptBlock!: ScriptBlockArgument;

  /** Path of a script file: a module whose default export is the script block. It is read now. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: FILE, mandatory: true, position: 0, type: String })
  filePath!: string;

  /** Name of the job. Default: `Job` and its id. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: both, type: String })
  name?: string;

  /** Runs before the script, to its end; what it writes is the first output of the job. */
  @ValidateNotNull()
  @Parameter({ parameterSetName: both, type: scriptBlockType })
  initializationScript?: ScriptBlockArgument;

  /** Input of the script: by name one object, from the pipeline each record. */
  @ValidateNotNull()
  @Parameter({ parameterSetName: both, valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Arguments of the script. */
  @Alias('Args')
  @Parameter({ parameterSetName: both, type: [Object] })
  argumentList?: unknown[];

  /** Values that the script sees by name as `using`. */
  @Parameter({ parameterSetName: both, type: dictionaryOf(String, Object) })
  using?: Map<string, unknown>;

  /** How many jobs of the queue work at the same time, from now on. A queue begins with 5. */
  @ValidateRange(1, 1_000_000)
  @Parameter({ parameterSetName: both, type: Int32 })
  throttleLimit?: number;

  /** Name of the queue to wait in; queues have nothing to do with each other. Default: the session's common one. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: both, type: String })
  queueName?: string;

  /** A host that is shown warnings, host lines and the like at once. They stay in the job as well. */
  @Parameter({ parameterSetName: both, type: hostType })
  streamingHost?: Host;

  /** How many seconds the script may run; after that the job is stopped and Failed. 0, the default, for no limit. */
  @ValidateRange(0, (2 ** 31 - 1) / 1000)
  @Parameter({ parameterSetName: both, type: Int32 })
  timeoutSeconds = 0;

  readonly #session = inject(Session);
  readonly #starter = inject(JobStarter);
  #location = '';
  #work: ScriptWork | undefined;
  #initialization: WorkSource | undefined;

  override async beginProcessing(): Promise<void> {
    this.#location = currentLocation(this.sessionState);
    const isFile = this.parameterSetName === FILE;
    const file = isFile ? readScriptFile(this.filePath, this.#location, false) : undefined;
    const { initializationScript } = this;
    const reader = new ScriptReader(this.#session, this, {
      using: Object.fromEntries(this.using ?? []),
      file: ScriptReader.noFile(this.#location),
      initialized: initializationScript !== undefined,
      expectingInput: false,
    });
    const work = file === undefined ? await reader.ofBlock(this.scriptBlock) : await reader.ofFile(file);
    this.#work = file === undefined ? work : { ...work, command: this.filePath };
    if (initializationScript === undefined) return;
    const initialization = await reader.ofBlock(initializationScript, false);
    const joined = oneAfterTheOther(initialization.source, work.source);
    if (joined === undefined) this.#initialization = initialization.source;
    this.#work = {
      ...this.#work,
      source: joined ?? work.source,
      using: { ...initialization.using, ...work.using },
    };
  }

  protected override start(input: AsyncIterable<unknown> | undefined): ThreadJob {
    if (this.#work === undefined) throw new InvalidOperationException(text.notBegun);
    const order: JobOrder = {
      ...this.#work,
      name: this.name,
      initialization: this.#initialization,
      args: this.argumentList ?? [],
      input,
      workingDirectory: this.#location,
      timeoutSeconds: this.timeoutSeconds,
    };
    const job = this.#starter.inThread(order, this.queueName, this.throttleLimit);
    if (this.streamingHost !== undefined) streamTo(this.streamingHost, job);
    return job;
  }
}
