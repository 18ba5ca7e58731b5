import { ParallelExecutor, type ServiceProvider } from '@cmdlet/core';
import { SessionExecutors } from '../execution/session-executors.js';
import { ThreadParallelExecutor } from '../parallel/thread-parallel-executor.js';
import { JobExecutors } from './job-executors.js';
import { JobQueues } from './job-queues.js';
import { JobSettings } from './job-settings.js';
import { JobStarter } from './job-starter.js';

/** What starting jobs needs of a session. */
export const startServices: readonly ServiceProvider[] = [
  JobSettings,
  JobQueues,
  JobStarter,
  { token: JobExecutors, factory: () => new SessionExecutors() },
  { token: ParallelExecutor, factory: () => new ThreadParallelExecutor() },
];
