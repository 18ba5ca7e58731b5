import type { JobPorts } from '../../replay/jobs/job-port.js';
import { authorPorts, eventPorts } from './event-jobs.js';
import { endingPorts, findingPorts } from './finding.js';
import { forEachParallelPorts } from './foreach-parallel.js';
import { idsAndNamesPorts } from './ids-and-names.js';
import { otherPorts } from './other.js';
import { resultsPorts } from './results.js';
import { sdkPorts } from './sdk.js';
import { serializationPorts } from './serialization.js';
import { startJobPorts } from './start-job.js';
import { threadJobPorts } from './thread-jobs.js';
import { viewsPorts } from './views.js';

/** All ports of cases of the topic `jobs`. */
export const jobPorts: JobPorts = {
  ...startJobPorts,
  ...threadJobPorts,
  ...forEachParallelPorts,
  ...idsAndNamesPorts,
  ...findingPorts,
  ...endingPorts,
  ...resultsPorts,
  ...eventPorts,
  ...authorPorts,
  ...serializationPorts,
  ...viewsPorts,
  ...sdkPorts,
  ...otherPorts,
};
