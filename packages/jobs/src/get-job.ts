import {
  Cmdlet,
  dictionaryOf,
  Int32,
  Job,
  type JobState,
  jobStateType,
  Parameter,
  Switch,
  ValidateNotNullOrEmpty,
} from '@cmdlet/core';
import { JobCmdlet, JobParameterSet } from './job-cmdlet.js';
import { keyIn } from './key-in.js';
import { selectJobs } from './select-jobs.js';

const { Id, Name, InstanceId, State, Command, Filter } = JobParameterSet;
/** The sets whose jobs can be narrowed down. */
const selectable = [Id, InstanceId, Name, State, Command];

/** Gets the jobs of the session: the very objects, in order of their ids. */
@Cmdlet('Get', 'Job', {
  defaultParameterSetName: Id,
  aliases: ['gjb'],
  outputType: Job,
  asJob: false,
  synopsis: 'Gets the background jobs of the session.',
  examples: [
    { title: 'Everything that failed', code: 'Get-Job -State Failed' },
    { title: 'Jobs by name, with their children', code: 'Get-Job -Name Nightly* -IncludeChildJob' },
  ],
})
export class GetJob extends JobCmdlet<Job> {
  /** Ids of jobs in this session. Without any key all top-level jobs are meant. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: Id, position: 0, valueFromPipelineByPropertyName: true, type: [Int32] })
  id?: number[];

  /** A state: all top-level jobs that are in it. */
  @Parameter({ ...keyIn(State), type: jobStateType })
  state!: JobState;

  /** Texts of commands; wildcards are allowed. */
  @ValidateNotNullOrEmpty()
  @Parameter({
    parameterSetName: Command,
    valueFromPipelineByPropertyName: true,
    supportsWildcards: true,
    type: [String],
  })
  command?: string[];

  /** What only sources of jobs beside the session's own understand. */
  @ValidateNotNullOrEmpty()
  @Parameter({ ...keyIn(Filter), type: dictionaryOf(String, Object) })
  filter!: Map<string, unknown>;

  /** Adds the children of each job found. */
  @Parameter({ parameterSetName: selectable, type: Switch })
  includeChildJob = false;

  /** Adds the children that are in this state. */
  @Parameter({ parameterSetName: selectable, type: jobStateType })
  childJobState?: JobState;

  /** Only jobs that have something to receive, or with false only those that have not. */
  @Parameter({ parameterSetName: selectable, type: Boolean })
  hasMoreData?: boolean;

  /** Only jobs that ended before this time. */
  @Parameter({ parameterSetName: selectable, type: Date })
  before?: Date;

  /** Only jobs that ended after this time. */
  @Parameter({ parameterSetName: selectable, type: Date })
  after?: Date;

  /** Only so many of those that ended last. */
  @Parameter({ parameterSetName: selectable, type: Int32 })
  newest?: number;

  override async processRecord(): Promise<void> {
    const found = await this.#find();
    const { includeChildJob, childJobState, hasMoreData, before, after, newest } = this;
    const selection = { includeChildJob, childJobState, hasMoreData, before, after, newest };
    await this.writeObject(selectJobs(found, selection), true);
  }

  async #find(): Promise<Job[]> {
    switch (this.parameterSetName) {
      case Name:
        return this.finder.byName(this.name, true);
      case InstanceId:
        return this.finder.byInstanceId(this.instanceId);
      case State:
        return this.finder.byState(this.state);
      case Command:
        return this.command === undefined ? this.finder.all() : this.finder.byCommand(this.command);
      case Filter:
        return this.finder.byFilter(this.filter);
      default:
        return this.id === undefined ? this.finder.all() : this.finder.byId(this.id);
    }
  }
}
