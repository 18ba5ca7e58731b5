import { JobManager, type PipelineResult, Session, type SessionOptions } from '@cmdlet/core';
import { eventCmdlets } from '../../../packages/jobs/src/event/event-cmdlets.js';
import { EventManager } from '../../../packages/jobs/src/event/event-manager.js';
import type { PSEventJob } from '../../../packages/jobs/src/event/ps-event-job.js';
import { jobCmdlets } from '../../../packages/jobs/src/job-cmdlets.js';

/** A session that knows the event cmdlets. */
export class EventSession {
  static async create(options: SessionOptions = {}): Promise<EventSession> {
    const cmdlets = [...new Set([...jobCmdlets, ...eventCmdlets])];
    const packs = [{ name: 'jobs', cmdlets, services: [JobManager, EventManager] }];
    return new EventSession(await Session.create({ packs, ...options }));
  }

  private constructor(readonly session: Session) {}

  get manager(): EventManager {
    return this.session.resolve(EventManager);
  }

  run(command: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<PipelineResult<unknown>> {
    return this.session.pipeline(command, parameters).run();
  }

  /** Registers an engine event under the name `s` and gives its job. */
  async engine(action: unknown, parameters: Readonly<Record<string, unknown>> = {}): Promise<PSEventJob> {
    const given = { sourceIdentifier: 's', action, ...parameters };
    return (await this.session.invoke('Register-EngineEvent', given))[0] as PSEventJob;
  }

  async object(
    inputObject: object,
    eventName: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<PSEventJob> {
    const given = { inputObject, eventName, ...parameters };
    return (await this.session.invoke('Register-ObjectEvent', given))[0] as PSEventJob;
  }

  /** Makes an event under the name `s`. */
  async raise(parameters: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.session.invoke('New-Event', { sourceIdentifier: 's', ...parameters });
  }

  /** Resolves when a job has written so many objects. */
  async written(job: PSEventJob, count: number): Promise<void> {
    if (job.output.length >= count) return;
    await new Promise<void>((resolve) => {
      const forget = job.observe({
        recordWritten: () => {
          if (job.output.length < count) return;
          forget();
          resolve();
        },
      });
    });
  }

  receive(job: PSEventJob, parameters: Readonly<Record<string, unknown>> = {}): Promise<PipelineResult<unknown>> {
    return this.run('Receive-Job', { job, ...parameters });
  }
}
