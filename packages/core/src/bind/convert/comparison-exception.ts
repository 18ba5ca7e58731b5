import { CmdletException } from '../../records/cmdlet-exception.js';

/**
 * Two values have no order.
 *
 * - `NotIcomparable`: the left value's type has none
 * - `ComparisonFailure`: the right value could not be converted to the left one's type; the reason is the cause
 */
export class ComparisonException extends CmdletException {
  override name = 'ComparisonException';
  constructor(errorId: 'NotIcomparable' | 'ComparisonFailure', message: string, cause?: unknown) {
    super(message, { errorId, category: 'InvalidOperation', ...(cause === undefined ? {} : { cause }) });
  }
}
