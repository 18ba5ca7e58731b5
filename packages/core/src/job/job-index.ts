import { PassingMap } from '../records/passing-entries.js';
import type { Job } from './job.js';
import { givenNames } from './job-base.js';

/** How far behind its parent the id of a child is looked for before all jobs are. */
const NEAR = 64;

/**
 * Finds the jobs of a repository by id and name without going through all of them.
 *
 * A default name says the id, so only given names are kept: in a table that is made anew when it is asked for after a
 * name has changed anywhere. Children usually have the ids right behind their parent's.
 */
export class JobIndex {
  readonly #byId = new PassingMap<number, Job>();
  #complete = true;
  /** Jobs with given names, top-level ones first; undefined when it has to be made anew. */
  #names: Map<string, Job[]> | undefined;
  #namesOf = -1;

  /** Whether no two jobs have the same id; otherwise nothing can be found here. */
  get isComplete(): boolean {
    return this.#complete;
  }

  add(job: Job): void {
    if (this.#byId.has(job.id)) this.#complete = false;
    this.#byId.set(job.id, job);
    this.#names = undefined;
  }

  remove(job: Job): void {
    this.#byId.delete(job.id);
    this.#names = undefined;
  }

  /** A top-level job. */
  ofId(id: number): Job | undefined {
    return this.#byId.get(id);
  }

  /** A child that has an id near its parent's; undefined may also mean that it is elsewhere. */
  childOfId(id: number): Job | undefined {
    for (let before = id - 1; before > 0 && before >= id - NEAR; before--) {
      const parent = this.#byId.get(before);
      if (parent === undefined) continue;
      const child = withDescendants(parent).find((job) => job.id === id);
      if (child !== undefined) return child;
    }
    return undefined;
  }

  /**
   * The jobs with a name, in any case.
   *
   * @param jobs the top-level jobs
   * @param recurse whether children count
   * @param byId finds the job with a default name
   */
  ofName(name: string, jobs: Iterable<Job>, recurse: boolean, byId: (id: number) => Job | undefined): Job[] {
    const wanted = name.toLowerCase();
    const given = (this.#namesFor(jobs).get(wanted) ?? []).filter((job) => recurse || this.#byId.get(job.id) === job);
    const id = /^job([1-9]\d*)$/.exec(wanted)?.[1];
    const job = id === undefined ? undefined : byId(Number(id));
    return job === undefined || job.hasGivenName ? given : [job, ...given];
  }

  #namesFor(jobs: Iterable<Job>): Map<string, Job[]> {
    if (this.#names !== undefined && this.#namesOf === givenNames.changes) return this.#names;
    const names = new Map<string, Job[]>();
    for (const top of jobs) {
      for (const job of withDescendants(top)) {
        if (!job.hasGivenName) continue;
        const key = job.name.toLowerCase();
        const others = names.get(key);
        if (others === undefined) names.set(key, [job]);
        else others.push(job);
      }
    }
    this.#names = names;
    this.#namesOf = givenNames.changes;
    return names;
  }
}

/** Whether a text is a pattern and not the name itself. */
export function hasWildcards(name: string): boolean {
  return /[*?[\]`]/.test(name);
}

/** A job, its children, and theirs. */
export function withDescendants(job: Job): Job[] {
  const { childJobs } = job;
  return childJobs.length === 0 ? [job] : [job, ...childJobs.flatMap(withDescendants)];
}
