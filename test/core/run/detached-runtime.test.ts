import { Cmdlet, CmdletException, ErrorRecord, inject, Parameter, PSCmdlet } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { DetachedRuntime } from '../../../packages/core/src/run/detached-runtime.js';

@Cmdlet('Test', 'Alone', { supportsShouldProcess: true })
class TestAlone extends PSCmdlet<number> {
  @Parameter({ type: Number }) number = 1;
  override async processRecord(): Promise<void> {
    await this.writeWarning('w');
    if (await this.shouldProcess('x')) await this.writeObject([this.number, this.number + 1], true);
    await this.writeObject(this.number + 2);
  }
}

describe('a cmdlet that somebody constructs', () => {
  it('runs by hand: output is collected, messages vanish, questions are answered yes', async () => {
    const cmdlet = new TestAlone();
    cmdlet.number = 5;
    await cmdlet.processRecord();
    expect(cmdlet.commandRuntime).toBeInstanceOf(DetachedRuntime);
    expect((cmdlet.commandRuntime as DetachedRuntime).output).toEqual([5, 6, 7]);
    expect(cmdlet.stopping.aborted).toBe(false);
    expect(cmdlet.pagingParameters).toBeNull();
  });

  it.each<[string, (cmdlet: PSCmdlet, record: ErrorRecord | RangeError) => unknown]>([
    ['writeError', (cmdlet, record) => cmdlet.writeError(record)],
    ['throwTerminatingError', (cmdlet, record) => cmdlet.throwTerminatingError(record)],
  ])('throws the exception of %s', (_member, member) => {
    const exception = new RangeError('out');
    expect(() => member(new TestAlone(), new ErrorRecord(exception, 'Out', 'InvalidData'))).toThrow(exception);
    expect(() => member(new TestAlone(), exception)).toThrow(exception);
  });

  it.each<[string, (cmdlet: PSCmdlet) => unknown]>([
    ['myInvocation', (cmdlet) => cmdlet.myInvocation],
    ['stopUpstream', (cmdlet) => cmdlet.stopUpstream()],
    ['resolve', (cmdlet) => cmdlet.commandRuntime.resolve(TestAlone)],
  ])('says that %s needs the engine', (_member, member) => {
    expect(() => member(new TestAlone())).toThrow(expect.objectContaining({ errorId: 'InvalidOperation' }));
  });

  it('has no services', () => {
    expect(() => inject(TestAlone)).toThrow(CmdletException);
  });
});
