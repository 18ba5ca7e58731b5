import { describe, expect, it } from 'vitest';
import { ErrorRecord } from '../../../packages/core/src/records/error-record.js';
import { PipelineStoppedException } from '../../../packages/core/src/records/exceptions.js';
import { InformationRecord } from '../../../packages/core/src/records/information-record.js';
import { VerboseRecord, WarningRecord } from '../../../packages/core/src/records/message-records.js';
import { ManualJob } from './manual-job.js';

describe('what work writes to', () => {
  it('takes output as the end of a pipeline, and throws the stop signal once the job has ended', () => {
    const job = new ManualJob().set('Running');
    expect(job.out.accept(1)).toBeUndefined();
    job.set('Completed');
    expect(() => job.out.accept(2)).toThrow(PipelineStoppedException);
    expect(job.output).toEqual([1]);
  });

  it('keeps the messages that preferences want to be seen, and information in any case', () => {
    const job = new ManualJob().set('Running');
    job.out.emit('Verbose', new VerboseRecord('shown'), true);
    job.out.emit('Verbose', new VerboseRecord('hidden'), false);
    job.out.emit('Error', new ErrorRecord(new Error('hidden'), 'E', 'NotSpecified'), false);
    job.out.emit('Information', new InformationRecord('i', 's'), false);
    expect(job.log.unread().map(({ value }) => String(value))).toEqual(['shown', 'i']);
  });

  it('takes records and texts', () => {
    const job = new ManualJob().set('Running');
    const warning = new WarningRecord('w', 'ParameterObsolete');
    job.out.writeWarning(warning);
    job.out.writeWarning('text');
    expect(job.warning[0]).toBe(warning);
    expect(job.warning[1]).toMatchObject({ message: 'text', fullyQualifiedWarningId: '' });
  });

  it('makes records of exceptions and texts that are written as errors', () => {
    const job = new ManualJob().set('Running');
    job.out.writeError(new RangeError('out'));
    job.out.writeError('from JavaScript' as never);
    expect(job.error.map((record) => [record.fullyQualifiedErrorId, record.exception.message])).toEqual([
      ['RangeError', 'out'],
      ['Microsoft.PowerShell.Commands.WriteErrorException', 'from JavaScript'],
    ]);
  });

  it('has one host and one signal, both over once the job is stopped', async () => {
    const job = new ManualJob();
    const seen: unknown[] = [];
    job.add({
      run: async (sink) => {
        const { host } = sink;
        seen.push(sink.host === host, sink.stopRequested);
        await new Promise<void>((resolve) => sink.onStop(resolve));
        seen.push(sink.stopRequested, sink.signal.aborted);
        await sink.host.promptForChoice?.('c', 'm', [], 0, sink.signal).catch((error: unknown) => seen.push(error));
      },
    });
    await job.stop();
    expect(seen).toEqual([true, false, true, true, expect.any(PipelineStoppedException)]);
    expect(job.childJobs[0]?.jobStateInfo).toMatchObject({ state: 'Stopped', reason: undefined });
  });
});
