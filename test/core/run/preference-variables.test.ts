import { ErrorRecord, type PSCmdlet, Session, type VariableScope } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { Trace } from './traced-cmdlet.js';

/** One message stream: how it is written, what it is called everywhere, and what it does by itself. */
interface Stream {
  readonly name: 'warning' | 'verbose' | 'debug' | 'information' | 'progress';
  readonly list: 'warnings' | 'verbose' | 'debug' | 'information' | 'progress';
  readonly variable: string;
  readonly action: string | undefined;
  readonly preset: 'Continue' | 'SilentlyContinue';
  write(cmdlet: PSCmdlet): Promise<void>;
}

const streams: readonly Stream[] = [
  {
    name: 'warning',
    list: 'warnings',
    variable: 'WarningPreference',
    action: 'warningAction',
    preset: 'Continue',
    write: (cmdlet) => cmdlet.writeWarning('text'),
  },
  {
    name: 'verbose',
    list: 'verbose',
    variable: 'VerbosePreference',
    action: undefined,
    preset: 'SilentlyContinue',
    write: (cmdlet) => cmdlet.writeVerbose('text'),
  },
  {
    name: 'debug',
    list: 'debug',
    variable: 'DebugPreference',
    action: undefined,
    preset: 'SilentlyContinue',
    write: (cmdlet) => cmdlet.writeDebug('text'),
  },
  {
    name: 'information',
    list: 'information',
    variable: 'InformationPreference',
    action: 'informationAction',
    preset: 'SilentlyContinue',
    write: (cmdlet) => cmdlet.writeInformation('text', ['tag']),
  },
  {
    name: 'progress',
    list: 'progress',
    variable: 'ProgressPreference',
    action: 'progressAction',
    preset: 'Continue',
    write: (cmdlet) => cmdlet.writeProgress({ activity: 'text', statusDescription: 's' }),
  },
];

describe('preference variables of a session', () => {
  it.each([
    ['continue', 'Continue'],
    ['Cont', 'Continue'],
    [2, 'Continue'],
    ['2', 'Continue'],
  ])('take %j', async (given, held) => {
    const session = await Session.create();
    session.variables.set('verbosepreference', given);
    expect(session.variables.get('VerbosePreference')).toBe(held);
    await session.dispose();
  });

  it.each(['Loud', 99, '', null, true, 'Suspend', 'S'])('refuse %j, and keep what they hold', async (given) => {
    const session = await Session.create({ variables: { WarningPreference: 'Stop' } });
    expect(() => session.variables.set('WarningPreference', given)).toThrow(
      expect.objectContaining({ errorId: 'RuntimeException', category: 'MetadataError' }),
    );
    expect(session.variables.get('WarningPreference')).toBe('Stop');
    await session.dispose();
  });

  it('are read anew for warning and verbose, once per command for the others', async () => {
    const session = await Session.create({ variables: { VerbosePreference: 'Continue', DebugPreference: 'Continue' } });
    const process = async (cmdlet: PSCmdlet) => {
      for (let round = 0; round < 2; round++) {
        for (const { write } of streams) await write(cmdlet);
        for (const { variable } of streams) session.variables.set(variable, 'Ignore');
      }
    };
    const result = await session.pipeline(new Trace().cmdlet('A', { process })).run();
    const written = streams.map(({ list }) => result[list].length);
    expect(written).toEqual([1, 1, 2, 2, 2]);
    await session.dispose();
  });

  it.each([
    ['Loud', 'SilentlyContinue'],
    [99, 'SilentlyContinue'],
    [true, 'SilentlyContinue'],
    ['Cont', 'SilentlyContinue'],
  ])('of another scope that hold no preference, as %j, are answered by %s and one warning', async (value, used) => {
    const session = await Session.create();
    const variables = untyped('VerbosePreference', value);
    const process = async (cmdlet: PSCmdlet) => {
      await cmdlet.writeVerbose('one');
      await cmdlet.writeVerbose('two');
    };
    const result = await session.pipeline(new Trace().cmdlet('A', { process })).with({ variables }).run();
    expect(result.verbose).toEqual([]);
    expect(result.warnings.map(String)).toEqual([expect.stringMatching(new RegExp(`VerbosePreference.*${used}`))]);
    await session.dispose();
  });

  it('of another scope that hold Suspend end the command, and are reset', async () => {
    const session = await Session.create();
    const variables = untyped('ErrorActionPreference', 'Suspend');
    const process = (cmdlet: PSCmdlet) => cmdlet.writeError(bad());
    const result = await session.pipeline(new Trace().cmdlet('A', { process })).with({ variables }).run();
    expect(result.failure?.fullyQualifiedErrorId).toBe('NotSupportedException,TestA');
    expect(variables.get('ErrorActionPreference')).toBe('Continue');
    await session.dispose();
  });
});

function bad(target: unknown = ''): ErrorRecord {
  return new ErrorRecord(new Error(`bad ${String(target)}`), 'Bad', 'InvalidData', target);
}

/** Variables without types, as a scope of its own has. */
function untyped(variable: string, held: unknown): VariableScope {
  const values = new Map<string, unknown>([[variable.toLowerCase(), held]]);
  return {
    get: (name) => values.get(name.toLowerCase()),
    has: (name) => values.has(name.toLowerCase()),
    set: (name, value) => void values.set(name.toLowerCase(), value),
    remove: (name) => void values.delete(name.toLowerCase()),
  };
}
