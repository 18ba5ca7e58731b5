import { describe, expect, it } from 'vitest';
import {
  errorRecordOfFailure,
  failureReason,
  keepOwnErrorId,
  reasonOfFailedChildren,
} from '../../../packages/core/src/job/failure-reason.js';
import { CmdletException } from '../../../packages/core/src/records/cmdlet-exception.js';
import { ErrorRecord } from '../../../packages/core/src/records/error-record.js';
import type { InvocationInfo } from '../../../packages/core/src/records/invocation-info.js';

const receiver = { commandName: 'Receive-Job', source: 'jobs.ReceiveJob' } as InvocationInfo;
const withRecord = (): CmdletException =>
  new CmdletException('m', { errorId: 'MyId', category: 'ResourceBusy', target: 'tgt' });

describe('the reason of a failure', () => {
  it('is the Error that was thrown', () => {
    const error = new Error('bad');
    expect(failureReason(error)).toBe(error);
  });

  it('keeps id, category and target of an error record that was thrown', () => {
    const record = new ErrorRecord(new Error('m'), 'MyId', 'ResourceBusy', 'tgt');
    const reason = failureReason(record);
    expect(reason).toMatchObject({ message: 'm', errorRecord: record });
    expect(errorRecordOfFailure(reason)).toBe(record);
  });

  it.each([
    ['text', 'text'],
    [7, '7'],
    [null, 'null'],
    [undefined, 'undefined'],
  ])('is the text of anything else: %j', (thrown, message) => {
    expect(failureReason(thrown)).toMatchObject({ message, cause: thrown, errorId: 'JobStateFailed' });
  });

  it('of one failed child is its own, and of none is nothing', () => {
    const reason = new Error('bad');
    expect(reasonOfFailedChildren([{ name: 'a', id: 2, reason }])).toBe(reason);
    expect(reasonOfFailedChildren([])).toBeUndefined();
  });

  it('of several failed children has the error record of the first', () => {
    const first = withRecord();
    const reason = reasonOfFailedChildren([
      { name: 'a', id: 2, reason: first },
      { name: 'b', id: 3, reason: new Error('other') },
    ]);
    expect(reason).toMatchObject({
      message: '2 child jobs failed. The first failure: m',
      errorRecord: first.errorRecord,
    });
  });
});

describe('the error record of a failure', () => {
  it('is JobStateFailed for a plain exception, and no command adds its name', () => {
    const record = errorRecordOfFailure(new Error('bad')).attach(receiver);
    expect([record.fullyQualifiedErrorId, record.categoryInfo.category, record.toString()]).toEqual([
      'JobStateFailed',
      'InvalidResult',
      'bad',
    ]);
  });

  it('is the one that the exception has', () => {
    const record = errorRecordOfFailure(withRecord()).attach(receiver);
    expect([record.fullyQualifiedErrorId, record.categoryInfo.category, record.targetObject]).toEqual([
      'MyId',
      'ResourceBusy',
      'tgt',
    ]);
  });

  it('keeps the name of the command that it came from', () => {
    const source = { commandName: 'Get-Forecast', source: 'weather.GetForecast' } as InvocationInfo;
    const record = keepOwnErrorId(withRecord().errorRecord.attach(source)).attach(receiver);
    expect(record.fullyQualifiedErrorId).toBe('MyId,weather.GetForecast');
  });
});
