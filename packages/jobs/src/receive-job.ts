import {
  Alias,
  Cmdlet,
  Int32,
  InvalidOperationException,
  inject,
  isFinishedState,
  Job,
  keepOwnErrorId,
  Parameter,
  ParameterBindingException,
  Session,
  Switch,
  ValidateNotNull,
  ValidateNotNullOrEmpty,
  ValidateRange,
} from '@cmdlet/core';
import { awaitJobs } from './await-jobs.js';
import { jobError } from './job-error.js';
import { JobIdCmdlet } from './job-id-cmdlet.js';
import { childrenAt, childrenOf, receiveJob } from './receive-jobs.js';
import { removeJob } from './remove-jobs.js';
import { lendPlaceWhile } from './start-job/job-queue.js';
import { text } from './text.js';

const LOCATION = 'Location';
const COMPUTER = 'ComputerName';
const SESSION = 'Session';
/** Kinds of jobs whose children run in processes or on computers of their own. */
const remotingKinds = ['BackgroundJob', 'RemoteJob'];

/**
 * Hands on what jobs have written: output, errors and the other streams, in the order in which it was written. What was
 * received is gone from the job, unless `-Keep` says otherwise.
 */
@Cmdlet('Receive', 'Job', {
  defaultParameterSetName: LOCATION,
  aliases: ['rcjb'],
  asJob: false,
  synopsis: 'Gets the results of jobs.',
  examples: [
    { title: 'What there is so far', code: 'Receive-Job -Name Nightly' },
    { title: 'Everything, as it comes', code: 'Get-Job | Receive-Job -Wait -AutoRemoveJob' },
  ],
})
export class ReceiveJob extends JobIdCmdlet<unknown> {
  /** The jobs. */
  @Parameter({
    parameterSetName: [LOCATION, COMPUTER, SESSION],
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    type: [Job],
  })
  job!: Job[];

  /** Only children that run on these computers; for jobs that run on other computers or in processes of their own. */
  @ValidateNotNullOrEmpty()
  @Alias('Cn')
  @Parameter({ parameterSetName: COMPUTER, position: 1, valueFromPipelineByPropertyName: true, type: [String] })
  computerName?: string[];

  /** Only children that run at these locations. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: LOCATION, position: 1, type: [String] })
  location?: string[];

  /** Only children that run in these sessions; for jobs that run in sessions. */
  @ValidateNotNull()
  @Parameter({ parameterSetName: SESSION, position: 1, valueFromPipelineByPropertyName: true, type: [Object] })
  session?: unknown[];

  /** Leaves what is received in the job. */
  @Parameter({ type: Switch })
  keep = false;

  /** Leaves the children out. */
  @Parameter({ type: Switch })
  noRecurse = false;

  /** With `-Wait`: waits for suspended and disconnected jobs too. */
  @Parameter({ type: Switch })
  force = false;

  /** Hands on what comes until the jobs have ended. */
  @Parameter({ type: Switch })
  wait = false;

  /** With `-Wait`: removes the jobs afterwards. */
  @Parameter({ type: Switch })
  autoRemoveJob = false;

  /** With `-Wait`: writes an event when a job has ended. */
  @Parameter({ type: Switch })
  writeEvents = false;

  /** With `-Wait`: writes the jobs first. */
  @Parameter({ type: Switch })
  writeJobInResults = false;

  /** With `-Wait`: how many seconds to wait; -1 for no limit, 0 to take what there is. The jobs go on. */
  @ValidateRange(-1, 2 ** 31 - 1)
  @Alias('TimeoutSec')
  @Parameter({ type: Int32 })
  timeout = -1;

  readonly #host = inject(Session).host;
  readonly #clock = inject(Session).clock;
  #began = 0;
  /** Jobs that were received already, or are to be waited for. */
  readonly #seen = new Set<Job>();
  /** The jobs that the caller named. */
  readonly #named = new Set<Job>();

  override beginProcessing(): void {
    if (this.wait && this.keep) {
      throw new ParameterBindingException(text.waitOrKeep, {
        errorId: 'ParameterBindingFailed',
        category: 'WriteError',
      });
    }
    this.#began = this.#clock.monotonic();
    if (this.wait) return;
    for (const [name, given] of [
      ['AutoRemoveJob', this.autoRemoveJob],
      ['WriteJobInResults', this.writeJobInResults],
      ['WriteEvents', this.writeEvents],
      ['Force', this.force],
      ['Timeout', this.timeout >= 0],
    ] as const) {
      if (given) throw new InvalidOperationException(text.needsWait(name));
    }
  }

  override async processRecord(): Promise<void> {
    const named = (await this.findByKey(true)) ?? this.job;
    for (const job of named) {
      this.#named.add(job);
      for (const target of await this.#targets(job)) {
        if (this.wait) this.#seen.add(target);
        else
          await receiveJob(target, { keep: this.keep, recurse: !this.noRecurse, host: this.#host }, this, this.#seen);
      }
    }
  }

  override async endProcessing(): Promise<void> {
    if (!this.wait || this.#named.size === 0) return;
    const { force, writeEvents, writeJobInResults } = this;
    if (writeJobInResults) for (const job of this.#named) await this.writeObject(job);
    const timeout =
      this.timeout < 0 ? undefined : Math.max(0, this.timeout * 1000 - (this.#clock.monotonic() - this.#began));
    const options = { recurse: !this.noRecurse, force, writeEvents, host: this.#host, timeout, clock: this.#clock };
    const unfinished = await lendPlaceWhile(() => awaitJobs([...this.#seen], options, this));
    if (unfinished > 0) await this.writeWarning(text.receiveTimedOut(unfinished, this.#seen.size, this.timeout));
    if (this.autoRemoveJob) await this.#removeNamed();
  }

  /** The job itself, or the children that a location or computer asks for. */
  async #targets(job: Job): Promise<readonly Job[]> {
    if (this.session !== undefined) {
      if (remotingKinds.includes(job.psJobTypeName)) return childrenOf(job, this.session);
      await this.writeError(
        jobError(text.sessionNotSupported(job), 'RunspaceParameterNotSupported', 'InvalidArgument', job),
      );
      return [];
    }
    if (this.computerName !== undefined) {
      if (remotingKinds.includes(job.psJobTypeName)) return childrenAt(job, this.computerName);
      await this.writeError(
        jobError(text.computerNameNotSupported(job), 'ComputerNameParameterNotSupported', 'InvalidArgument', job),
      );
      return [];
    }
    return this.location === undefined ? [job] : childrenAt(job, this.location);
  }

  async #removeNamed(): Promise<void> {
    for (const job of this.#named) {
      if (!isFinishedState(job.state)) continue;
      const failure = await removeJob(job, this.finder);
      if (failure === undefined) continue;
      await this.writeError(
        keepOwnErrorId(
          jobError(
            text.autoRemoveFailed(job, failure.toString()),
            'ReceiveJobAutoRemovalError',
            'InvalidOperation',
            job,
            failure.exception,
          ),
        ),
      );
    }
  }
}
