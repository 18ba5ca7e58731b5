import { PipelineStoppedException } from '@cmdlet/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StepWriter } from '../../../packages/jobs/src/invoke-command/step-writer.js';
import type { RecordWriter } from '../../../packages/jobs/src/record-writer.js';

const stopping = new AbortController().signal;

/** A cmdlet that notes what it writes, or that cannot write. */
function cmdlet(written: unknown[], failure?: Error): RecordWriter {
  const write = (value: unknown): Promise<void> => {
    if (failure !== undefined) return Promise.reject(failure);
    written.push(value);
    return Promise.resolve();
  };
  return {
    stopping,
    writeObject: write,
    writeError: write,
    writeWarning: write,
    writeVerbose: write,
    writeDebug: write,
    writeInformation: write,
    writeProgress: write,
  };
}

/** What nobody caught while a test ran. */
function uncaught(): unknown[] {
  const reasons: unknown[] = [];
  const note = (reason: unknown): void => void reasons.push(reason);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', note);
  onTestFinished(() => {
    process.off('unhandledRejection', note);
    for (const listener of others) process.on('unhandledRejection', listener);
  });
  return reasons;
}

/** Node tells of rejections after the jobs of a turn are done. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a writer from step to step', () => {
  it('writes in a step what came before, and what comes meanwhile', async () => {
    const written: unknown[] = [];
    const writer = new StepWriter(cmdlet(written));
    void writer.writeObject(1);
    void writer.writeWarning('careful');
    expect(written).toEqual([]);
    await writer.handOn(writer.writeObject(2));
    expect(written).toEqual([1, 'careful', 2]);
  });

  it('fails nobody who does not wait for a write that the command refuses', async () => {
    const reasons = uncaught();
    const writer = new StepWriter(cmdlet([], new Error('downstream')));
    void writer.writeObject(1);
    await expect(writer.handOn()).rejects.toThrow('downstream');
    await nextTurn();
    expect(reasons).toEqual([]);
  });

  it('fails nobody who does not wait for a write after the last step, and refuses those who do', async () => {
    const reasons = uncaught();
    const writer = new StepWriter(cmdlet([]));
    void writer.writeObject('waits');
    writer.close();
    void writer.writeWarning('late');
    await nextTurn();
    expect(reasons).toEqual([]);
    await expect(writer.writeObject('later')).rejects.toThrow(PipelineStoppedException);
  });
});
