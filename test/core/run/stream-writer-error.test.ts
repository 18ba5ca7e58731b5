import { CmdletException, ErrorRecord, type PSCmdlet } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { AnsweringHost, run, Trace } from './traced-cmdlet.js';

describe('an error that is written', () => {
  const process = async (cmdlet: PSCmdlet, input: unknown) => {
    await cmdlet.writeError(bad(input));
    await cmdlet.writeObject(input);
  };
  const writing = async (preference: string, by: 'variable' | 'parameter', host = new AnsweringHost()) => {
    const given = by === 'parameter' ? { errorAction: preference } : {};
    const variables = by === 'variable' ? { ErrorActionPreference: preference } : {};
    const cmdlet = new Trace().cmdlet('A', { process });
    const result = await run([[cmdlet, { ...given, errorVariable: 'ev' }]], [1, 2], { host, variables });
    return { ...result, captured: (result.variable('ev') as unknown[]).length, host };
  };

  describe.each(['variable', 'parameter'] as const)('with a preference by %s', (by) => {
    it.each<[string, { stream: number; listed: number; captured: number }]>([
      ['Continue', { stream: 2, listed: 2, captured: 2 }],
      ['SilentlyContinue', { stream: 0, listed: 2, captured: 2 }],
      ['Ignore', { stream: 0, listed: 0, captured: 0 }],
    ])('of %s goes on, and always counts as an error', async (preference, expected) => {
      const { errors, sessionErrors, captured, output, hadErrors } = await writing(preference, by);
      expect({ stream: errors.length, listed: sessionErrors.length, captured }).toEqual(expected);
      expect({ output, hadErrors }).toEqual({ output: [1, 2], hadErrors: true });
    });

    it('of Stop ends the run with the very record', async () => {
      const result = await writing('Stop', by);
      expect(result).toMatchObject({
        state: 'Failed',
        errors: [],
        output: [],
        sessionErrors: ['Bad,TestA'],
        captured: 1,
      });
      expect(result.failure).toMatchObject({ fullyQualifiedErrorId: 'Bad,TestA', targetObject: 1 });
      expect(result.failure).toBe((result.variable('ev') as unknown[])[0]);
    });

    it('of Inquire asks with the text of the error, before it is written', async () => {
      const result = await writing('Inquire', by, new AnsweringHost('Yes', 'Yes'));
      expect(result.host.questions.map(({ message }) => message)).toEqual(['bad 1', 'bad 2']);
      expect(result).toMatchObject({ output: [1, 2], captured: 2, sessionErrors: ['Bad,TestA', 'Bad,TestA'] });
    });

    it('of Inquire asks no more after Yes to All', async () => {
      const result = await writing('Inquire', by, new AnsweringHost('Yes to All'));
      expect(result.host.questions).toHaveLength(1);
      expect(result.errors).toHaveLength(2);
    });

    it('of Inquire keeps the error at Halt: listed, captured, and the failure of the run', async () => {
      const result = await writing('Inquire', by, new AnsweringHost('Halt Command'));
      expect(result).toMatchObject({
        state: 'Failed',
        errors: [],
        output: [],
        captured: 1,
        sessionErrors: ['Bad,TestA'],
      });
      expect(result.failure?.fullyQualifiedErrorId).toBe('Bad,TestA');
    });
  });

  it('remembers Yes to All for each stream, and not for another command', async () => {
    const trace = new Trace();
    const both = async (cmdlet: PSCmdlet, input: unknown) => {
      await cmdlet.writeWarning('w1');
      await cmdlet.writeError(bad());
      await cmdlet.writeWarning('w2');
      await cmdlet.writeObject(input);
    };
    const host = new AnsweringHost('Yes to All', 'Yes', 'Yes', 'Yes', 'Yes');
    const variables = { WarningPreference: 'Inquire', ErrorActionPreference: 'Inquire' };
    await run([trace.cmdlet('A', { process: both }), trace.cmdlet('B', { process: both })], [1], { host, variables });
    expect(host.questions).toHaveLength(5);
  });

  it('is not what the error preference is about when it ends the run by itself', async () => {
    const fatal = (cmdlet: PSCmdlet) => cmdlet.throwTerminatingError(bad());
    for (const errorAction of ['SilentlyContinue', 'Ignore']) {
      const result = await run([[new Trace().cmdlet('A', { process: fatal }), { errorAction }]]);
      expect(result.failure?.fullyQualifiedErrorId).toBe('Bad,TestA');
    }
  });

  it.each<[title: string, error: unknown, id: string, message: string]>([
    ['an exception', new RangeError('out'), 'RangeError,TestA', 'out'],
    [
      'an exception that knows its id',
      new CmdletException('no', { errorId: 'No', category: 'OpenError' }),
      'No,TestA',
      'no',
    ],
    ['a text', 'bad', 'Microsoft.PowerShell.Commands.WriteErrorException,TestA', 'bad'],
    ['nothing', undefined, 'Microsoft.PowerShell.Commands.WriteErrorException,TestA', 'undefined'],
  ])('is made a record where it is %s', async (_title, error, id, message) => {
    // From JavaScript anything may come.
    const write = (cmdlet: PSCmdlet) => cmdlet.writeError(error as Error);
    const fatal = (cmdlet: PSCmdlet) => cmdlet.throwTerminatingError(error as Error);
    const { errors } = await run([new Trace().cmdlet('A', { process: write })]);
    const { failure } = await run([new Trace().cmdlet('A', { process: fatal })]);
    expect([...errors, failure].map((record) => [record?.fullyQualifiedErrorId, record?.exception.message])).toEqual([
      [id, message],
      [id, message],
    ]);
  });

  it('gets the facts of the command that wrote it', async () => {
    const result = await run([new Trace().cmdlet('A', { process })], [1]);
    const [record] = result.errors;
    expect(record?.invocationInfo?.commandName).toBe('Test-A');
    expect(String(record?.categoryInfo)).toBe('InvalidData: (1:Number) [Test-A], Error');
  });
});

describe('the category line of an error', () => {
  class Disc {}
  class Labelled {
    toString = (): string => 'side A';
  }
  const hostile = {
    toString: (): never => {
      throw new Error('no text');
    },
  };

  it.each<[title: string, target: unknown, expected: string]>([
    ['a text', 'disc', '(disc:String)'],
    ['a number', 7, '(7:Number)'],
    ['nothing', undefined, '(:)'],
    ['an object of its own text', new Labelled(), '(side A:Labelled)'],
    ['an object of a class without one', new Disc(), '(Disc:Disc)'],
    ['a plain object', { id: 1 }, '(Object:Object)'],
    ['an object that throws', hostile, '(Object:Object)'],
  ])('names what it concerns: %s', (_title, target, expected) => {
    expect(String(new ErrorRecord(new Error('x'), 'Bad', 'InvalidData', target).categoryInfo)).toContain(expected);
  });
});

function bad(target: unknown = ''): ErrorRecord {
  return new ErrorRecord(new Error(`bad ${String(target)}`), 'Bad', 'InvalidData', target);
}
