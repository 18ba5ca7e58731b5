import { CmdletException } from '../records/cmdlet-exception.js';
import { SERVICE_NAME } from '../run/service-token.js';
import { text } from './text.js';

/**
 * Gives jobs their ids: 1, 2, 3 … in the order in which jobs are made, children included.
 *
 * One per session. A parent takes its number before its children, so the first job is 1 with the child 2, the next 3.
 * No number is given twice.
 */
export class JobIdCounter {
  static {
    Object.defineProperty(JobIdCounter, SERVICE_NAME, { value: 'JobIdCounter' });
  }

  #last = 0;

  /** The next id. */
  next(): number {
    return ++this.#last;
  }

  /**
   * An id that was given before, for the job that takes the place of another.
   *
   * One that was not: id `JobIdNotYetAssigned`, category InvalidArgument.
   */
  reuse(id: number): number {
    if (Number.isInteger(id) && id > 0 && id <= this.#last) return id;
    throw new CmdletException(text.idNotAssigned(id, this.#last), {
      errorId: 'JobIdNotYetAssigned',
      category: 'InvalidArgument',
      target: id,
    });
  }

  /** The id that was given last, 0 before the first. */
  get last(): number {
    return this.#last;
  }
}
