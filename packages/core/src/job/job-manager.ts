import { SERVICE_NAME } from '../run/service-token.js';
import type { JobSourceAdapter } from './job-source-adapter.js';

/** The sources of jobs that a session looks into after its own repository, in order of registration. */
export class JobManager {
  static {
    Object.defineProperty(JobManager, SERVICE_NAME, { value: 'JobManager' });
  }

  readonly #adapters = new Set<JobSourceAdapter>();

  /** All sources, as a copy. */
  get adapters(): readonly JobSourceAdapter[] {
    return [...this.#adapters];
  }

  /** Adds a source, once. The result takes it away again. */
  register(adapter: JobSourceAdapter): () => void {
    this.#adapters.add(adapter);
    return () => this.#adapters.delete(adapter);
  }
}
