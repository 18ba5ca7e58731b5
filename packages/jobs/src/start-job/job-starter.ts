import { inject, JobIdCounter, type JobInit, Session } from '@cmdlet/core';
import type { Executor, WorkRequest, WorkSource } from '../execution/executor.js';
import { ThreadJob } from '../thread-job/thread-job.js';
import { BackgroundJob } from './background-job.js';
import { processFor } from './default-process.js';
import { JobExecutors, type ProcessNeeds } from './job-executors.js';
import type { JobQueue } from './job-queue.js';
import { JobQueues } from './job-queues.js';
import { JobSettings } from './job-settings.js';
import type { WorkPlan } from './work-job.js';

/** A job that somebody wants to be started. */
export interface JobOrder {
  readonly source: WorkSource;
  /** Text of the work, for people. */
  readonly command: string;
  readonly name?: string | undefined;
  readonly initialization?: WorkSource | undefined;
  readonly args?: readonly unknown[] | undefined;
  readonly using?: Readonly<Record<string, unknown>> | undefined;
  readonly input?: AsyncIterable<unknown> | undefined;
  /** Absolute path. */
  readonly workingDirectory: string;
  /** How long the work may take; undefined or 0 for no limit. */
  readonly timeoutSeconds?: number | undefined;
}

/** Starts the jobs of a session: they are in its repository, and work when it is their turn. */
export class JobStarter {
  readonly #session = inject(Session);
  readonly #settings = inject(JobSettings);
  readonly #queues = inject(JobQueues);
  readonly #executors = inject(JobExecutors);
  readonly #ids = inject(JobIdCounter);

  /** In a process of its own. */
  inProcess<TOutput>(order: JobOrder, needs: ProcessNeeds = {}): BackgroundJob<TOutput> {
    const executor = processFor(this.#executors, this.#settings, needs);
    return this.#begin(new BackgroundJob(this.#init(order), this.#plan(order, executor, this.#queues.processes)));
  }

  /** In a thread. @param queueName default: the common queue @param throttleLimit the limit of the queue from now on */
  inThread<TOutput>(order: JobOrder, queueName?: string, throttleLimit?: number): ThreadJob<TOutput> {
    return this.#inThread(order, this.#executors.thread(), queueName, throttleLimit);
  }

  /** In this thread, with live objects; otherwise as a job in a thread. */
  inline<TOutput>(order: JobOrder, queueName?: string, throttleLimit?: number): ThreadJob<TOutput> {
    return this.#inThread(order, this.#executors.inline(), queueName, throttleLimit);
  }

  #inThread<TOutput>(
    order: JobOrder,
    executor: Executor,
    queueName: string | undefined,
    throttleLimit: number | undefined,
  ): ThreadJob<TOutput> {
    const queue = this.#queues.threads(queueName);
    if (throttleLimit !== undefined) queue.limit = throttleLimit;
    return this.#begin(new ThreadJob(this.#init(order), this.#plan(order, executor, queue)));
  }

  #init({ name, command, timeoutSeconds = 0 }: JobOrder): JobInit {
    const timeLimitMilliseconds = timeoutSeconds > 0 ? timeoutSeconds * 1000 : undefined;
    const { clock, jobRetention } = this.#session;
    return { ids: this.#ids, name, command, clock, timeLimitMilliseconds, ...jobRetention };
  }

  #plan(order: JobOrder, executor: Executor, queue: JobQueue): WorkPlan {
    const { source, initialization, args = [], using = {}, input, workingDirectory, name, command } = order;
    const request: WorkRequest = {
      source,
      initialization,
      args,
      using,
      input,
      workingDirectory,
      name: name === undefined || name === '' ? command : name,
    };
    return { executor, queue, failOnExitCode: this.#settings.failOnExitCode, request };
  }

  #begin<TJob extends BackgroundJob | ThreadJob>(job: TJob): TJob {
    this.#session.jobs.add(job);
    job.begin();
    return job;
  }
}
