import type { JobInit } from '@cmdlet/core';
import { WorkJob, type WorkPlan } from '../start-job/work-job.js';

/** What `Start-ThreadJob` gives: a job without children, which works in a thread of this process. */
export class ThreadJob<TOutput = unknown> extends WorkJob<TOutput> {
  constructor(init: JobInit, plan: WorkPlan) {
    super({ location: 'PowerShell', psJobTypeName: 'ThreadJob', ...init }, plan);
  }
}
