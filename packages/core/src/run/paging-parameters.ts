import { InformationRecord } from '../records/information-record.js';
import type { CommonParameterValues } from './common-parameter-values.js';
import { text } from './text.js';

/** Tag of the information record that tells how many objects there are. */
export const TOTAL_COUNT_TAG = 'TotalCount';

/** How many objects there are in all, and how sure that is. */
export class TotalCount {
  /** From 0, the number means nothing, to 1, it is exact. */
  readonly accuracy: number;

  constructor(
    readonly totalCount: number,
    accuracy: number,
  ) {
    this.accuracy = Math.min(Math.max(accuracy, 0), 1);
  }

  /** `Total count: 7`, `Estimated total count: 7`, or `Unknown total count`. */
  toString(): string {
    if (this.accuracy === 0) return text.unknownTotal;
    return this.accuracy === 1 ? text.total(this.totalCount) : text.estimatedTotal(this.totalCount);
  }
}

/**
 * What the user said with `-First`, `-Skip` and `-IncludeTotalCount`. Skipping and limiting is the cmdlet's own job.
 *
 * @example
 * const { first, skip, includeTotalCount } = this.pagingParameters!;
 * if (includeTotalCount) await this.writeInformation(this.pagingParameters!.newTotalCount(rows.length, 1));
 * await this.writeObject(rows.slice(skip, skip + first), true);
 */
export class PagingParameters {
  /** At most so many objects; the largest safe integer where no limit was given, and 0 for none, to get the total alone. */
  readonly first: number;
  /** So many objects are left out before the first one. */
  readonly skip: number;
  /** Whether a total is wanted, before any object. */
  readonly includeTotalCount: boolean;

  constructor(
    { first, skip, includeTotalCount }: Pick<CommonParameterValues, 'first' | 'skip' | 'includeTotalCount'>,
    private readonly source: string,
  ) {
    this.first = first ?? Number.MAX_SAFE_INTEGER;
    this.skip = skip ?? 0;
    this.includeTotalCount = includeTotalCount ?? false;
  }

  /**
   * The total as a record of the information stream, tagged `TotalCount`, so that no consumer takes it for data.
   *
   * @param accuracy how sure the number is, clamped to 0 … 1
   */
  newTotalCount(totalCount: number, accuracy: number): InformationRecord<TotalCount> {
    return new InformationRecord(new TotalCount(totalCount, accuracy), this.source, [TOTAL_COUNT_TAG]);
  }
}
