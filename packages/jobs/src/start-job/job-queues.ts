import { inject } from '@cmdlet/core';
import { SERVICE_NAME } from '../service-name.js';
import { JobQueue } from './job-queue.js';
import { JobSettings } from './job-settings.js';

/** The queues in which the jobs of a session wait for their turn. */
export class JobQueues {
  static {
    Object.defineProperty(JobQueues, SERVICE_NAME, { value: 'JobQueues' });
  }

  readonly #settings = inject(JobSettings);
  readonly #named = new Map<string, JobQueue>();
  /** That of `Start-Job`. */
  readonly processes = new JobQueue(this.#settings.processLimit);

  /** A queue of `Start-ThreadJob` by its name, in any case; it is made when it is first asked for. */
  threads(name = ''): JobQueue {
    const key = name.toLowerCase();
    let queue = this.#named.get(key);
    if (queue === undefined) {
      queue = new JobQueue(this.#settings.threadLimit);
      this.#named.set(key, queue);
    }
    return queue;
  }
}
