import { type TypeDisplayAttribute, View } from '../declare/view/view.js';
import type { JobRecord } from './job-record.js';
import { isFinishedState, type JobState } from './job-state.js';

/** What views and object cmdlets see of a job: not its observables, its log and its parent. */
const PROPERTIES = [
  'State',
  'HasMoreData',
  'StatusMessage',
  'Location',
  'Command',
  'JobStateInfo',
  'Finished',
  'InstanceId',
  'Id',
  'Name',
  'ChildJobs',
  'PSBeginTime',
  'PSEndTime',
  'PSJobTypeName',
  'Output',
  'Error',
  'Progress',
  'Verbose',
  'Debug',
  'Warning',
  'Information',
] as const;

/** The same wherever a job is drawn: dates in ISO 8601. */
const DATES: readonly string[] = ['PSBeginTime', 'PSEndTime'];

/** The table of jobs: seven columns of fixed width, 115 cells in all. */
export const jobTable: TypeDisplayAttribute = View.table(
  [
    { property: 'Id', width: 6 },
    { property: 'Name', width: 15 },
    { property: 'PSJobTypeName', width: 15 },
    { property: 'State', width: 13 },
    { property: 'HasMoreData', width: 15 },
    { property: 'Location', width: 20 },
    { property: 'Command', width: 25 },
  ],
  { name: 'Job' },
);

/** The list of jobs: all properties, the state last. */
export const jobList: TypeDisplayAttribute = View.list(
  [...PROPERTIES.slice(1), PROPERTIES[0]].map((property) =>
    DATES.includes(property) ? { property, formatString: 'i' } : { property },
  ),
  { name: 'Job' },
);

/** The properties of a job, the state first. */
export const jobProperties: TypeDisplayAttribute = View.properties(PROPERTIES);

/** Whether the job has ended instead of the promise of it, and of the streams what the job itself wrote. */
export const jobScriptProperties: TypeDisplayAttribute = (target, context) => {
  View.scriptProperty('Finished', (job: ViewedJob) => isFinishedState(job.state))(target, context);
  View.scriptProperty('Progress', (job: ViewedJob) => job.log.progress)(target, context);
  for (const stream of STREAMS) {
    View.scriptProperty(stream, (job: ViewedJob) => recordsOf(job, stream))(target, context);
  }
};

/** The table of a state with its reason. */
export const jobStateInfoTable: TypeDisplayAttribute = View.table([
  { property: 'State', alignment: 'right' },
  'Reason',
]);

const STREAMS = ['Output', 'Error', 'Verbose', 'Debug', 'Warning', 'Information'] as const;

/** What the views need of a job; the class itself stands behind this file. */
interface ViewedJob {
  readonly state: JobState;
  readonly log: { unread(): readonly JobRecord[]; readonly progress: readonly unknown[] };
}

function recordsOf(job: ViewedJob, stream: JobRecord['stream']): readonly unknown[] {
  return job.log.unread().flatMap((record) => (record.stream === stream ? [record.value] : []));
}
