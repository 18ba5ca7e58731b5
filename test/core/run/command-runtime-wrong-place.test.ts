import { InvalidOperationException, PSCmdlet } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { run, type Step, Trace } from './traced-cmdlet.js';

describe('writing from the wrong place', () => {
  const members: [string, (cmdlet: PSCmdlet) => unknown][] = [
    ['writeObject', (cmdlet) => cmdlet.writeObject(1)],
    ['writeObject, enumerating', (cmdlet) => cmdlet.writeObject([1], true)],
    ['writeError', (cmdlet) => cmdlet.writeError(new InvalidOperationException('e').errorRecord)],
    ['writeWarning', (cmdlet) => cmdlet.writeWarning('w')],
    ['writeVerbose', (cmdlet) => cmdlet.writeVerbose('v')],
    ['writeDebug', (cmdlet) => cmdlet.writeDebug('d')],
    ['writeInformation', (cmdlet) => cmdlet.writeInformation('i')],
    ['writeProgress', (cmdlet) => cmdlet.writeProgress({ activity: 'a', statusDescription: 's' })],
    ['shouldProcess', (cmdlet) => cmdlet.shouldProcess('t')],
    ['shouldContinue', (cmdlet) => cmdlet.shouldContinue('q', 'c')],
    ['throwTerminatingError', (cmdlet) => cmdlet.throwTerminatingError(new InvalidOperationException('e').errorRecord)],
    ['stopUpstream', (cmdlet) => cmdlet.stopUpstream()],
  ];
  const refusalOf = async (action: () => unknown): Promise<string> => {
    try {
      await action();
      return 'went through';
    } catch (error) {
      return error instanceof InvalidOperationException ? `${error.errorId}/${error.category}` : String(error);
    }
  };

  it.each(members)('%s in dispose is InvalidOperation', async (_name, member) => {
    let refusal = '';
    const dispose: Step = async (cmdlet) => {
      refusal = await refusalOf(() => member(cmdlet));
    };
    const result = await run([new Trace().cmdlet('A', { supportsShouldProcess: true, dispose })]);
    expect(refusal).toBe('InvalidOperation/InvalidOperation');
    expect(result).toMatchObject({ output: [], errors: [], hadErrors: false, state: 'Completed' });
  });

  it.each(members)('%s in a constructor is InvalidOperation', async (_name, member) => {
    let refusal: Promise<string> | undefined;
    const construct = (cmdlet: PSCmdlet): void => {
      refusal = refusalOf(() => member(cmdlet));
    };
    await run([new Trace().cmdlet('A', { supportsShouldProcess: true, construct })]);
    expect(await refusal).toBe('InvalidOperation/InvalidOperation');
  });

  it.each(members)('%s after the step has settled is InvalidOperation', async (_name, member) => {
    const trace = new Trace();
    let refusal = '';
    let late: PSCmdlet | undefined;
    const keep: Step = (cmdlet) => {
      late = cmdlet;
    };
    const a = trace.cmdlet('A', { supportsShouldProcess: true, process: keep });
    const b: Step = async () => {
      refusal = late === undefined ? '' : await refusalOf(() => member(late as PSCmdlet));
    };
    await run([a, trace.cmdlet('B', { end: b })]);
    expect(refusal).toBe('InvalidOperation/InvalidOperation');
  });

  it.each(members.filter(([name]) => name !== 'shouldProcess' && name !== 'throwTerminatingError'))(
    '%s of a command that waits for its own write is InvalidOperation',
    async (_name, member) => {
      const trace = new Trace();
      let refusal: Promise<string> | undefined;
      let other: PSCmdlet | undefined;
      const a: Step = (cmdlet) => {
        other = cmdlet;
        return cmdlet.writeObject(1);
      };
      const b: Step = () => {
        refusal = refusalOf(() => member(other as PSCmdlet));
      };
      await run([trace.cmdlet('A', { process: a }), trace.cmdlet('B', { process: b })]);
      expect(await refusal).toBe('InvalidOperation/InvalidOperation');
    },
  );

  it('lets such a command say yes to shouldProcess where nothing need be shown, and end the run', async () => {
    const trace = new Trace();
    let other: PSCmdlet | undefined;
    let answer: unknown;
    const a = trace.cmdlet('A', {
      supportsShouldProcess: true,
      process: (cmdlet) => {
        other = cmdlet;
        return cmdlet.writeObject(1);
      },
    });
    const b: Step = async () => {
      answer = await other?.shouldProcess('t');
      other?.throwTerminatingError(new InvalidOperationException('e', { errorId: 'Fatal' }).errorRecord);
    };
    const first = trace.cmdlet('B', { process: (cmdlet, input) => b(cmdlet, input) });
    const result = await run([a, first]);
    expect(answer).toBe(true);
    expect(result.failure?.errorId).toBe('Fatal');
  });

  it('fails the run where the mistake is not caught, and names the command it escapes from', async () => {
    const trace = new Trace();
    let other: PSCmdlet | undefined;
    const a: Step = (cmdlet) => {
      other = cmdlet;
      return cmdlet.writeObject(1);
    };
    const b: Step = () => other?.writeWarning('w');
    const result = await run([trace.cmdlet('A', { process: a }), trace.cmdlet('B', { process: b })]);
    expect(result.failure?.fullyQualifiedErrorId).toBe('InvalidOperation,TestB');
  });
});
