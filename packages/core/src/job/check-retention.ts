import { CmdletException } from '../records/cmdlet-exception.js';
import type { JobRetention } from './job-init.js';
import { text } from './text.js';

/** What becomes of unread records, if it can be done. Else `ArgumentOutOfRange`, category InvalidArgument. */
export function checkRetention(retention: JobRetention): JobRetention {
  check('maxRecords', retention.maxRecords, 0, 'records');
  check('retainForMilliseconds', retention.retainForMilliseconds, 0, 'milliseconds');
  check('recordWindow', retention.recordWindow, 1, 'records');
  return retention;
}

function check(name: string, value: number | undefined, least: number, unit: string): void {
  if (value === undefined || value === Number.POSITIVE_INFINITY) return;
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new CmdletException(text.badRetention(name, value, least, unit), {
    errorId: 'ArgumentOutOfRange',
    category: 'InvalidArgument',
    target: value,
  });
}
