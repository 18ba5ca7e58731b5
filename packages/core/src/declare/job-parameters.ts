import { engineParameter } from './engine-parameter.js';
import type { JobSupport, ParameterMetadata } from './metadata.js';
import { Int32 } from './types/number-types.js';
import { StringType, Switch } from './types/simple-types.js';

const asJobParameters: readonly ParameterMetadata[] = [
  engineParameter('job', {
    name: 'AsJob',
    property: 'asJob',
    type: Switch,
    description: 'Runs the command in the background and gives a job at once.',
  }),
  engineParameter('job', {
    name: 'JobName',
    property: 'jobName',
    type: StringType,
    description: 'Name of the job; implies AsJob.',
  }),
];

const throttleLimit = engineParameter('job', {
  name: 'ThrottleLimit',
  property: 'throttleLimit',
  type: Int32,
  validations: [{ kind: 'ValidateRange', min: 0, max: Int32.max }],
  description: 'How many parts of the work run at the same time; 0 for the default.',
});

/** What a command gets for `-AsJob`: `-AsJob` and `-JobName` unless its author opted out, `-ThrottleLimit` if it fans out. */
export function jobParameters(support: Pick<JobSupport, 'asJob' | 'throttleLimit'>): readonly ParameterMetadata[] {
  return [...(support.asJob ? asJobParameters : []), ...(support.throttleLimit ? [throttleLimit] : [])];
}
