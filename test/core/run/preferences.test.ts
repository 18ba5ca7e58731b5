import { type PSCmdlet } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { AnsweringHost, run, Trace } from './traced-cmdlet.js';

type Parameters = Readonly<Record<string, unknown>>;

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

type Setting = (stream: Stream, value: string) => readonly [variables: Parameters, parameters: Parameters];

const viaVariable: Setting = ({ variable }, value) => [{ [variable]: value }, {}];

const viaParameter: Setting = ({ action }, value) => [{}, { [action ?? '']: value }];

describe.each(streams)('the $name stream', (stream) => {
  it('has its default', async () => {
    const { written, shown } = await writeTwice(stream, {}, {});
    const isShown = stream.preset === 'Continue';
    expect(shown).toBe(isShown ? 2 : 0);
    // Information is written to its stream even where it is not shown.
    expect(written).toBe(isShown || stream.name === 'information' ? 2 : 0);
  });

  const ways: [string, Setting][] = [['by variable', viaVariable]];
  if (stream.action !== undefined) ways.push(['by parameter', viaParameter]);

  describe.each(ways)('%s', (_way, setting) => {
    it('Continue writes and shows', async () => {
      const { written, shown, state } = await writeTwice(stream, ...setting(stream, 'Continue'));
      expect([written, shown, state]).toEqual([2, 2, 'Completed']);
    });

    it('SilentlyContinue shows nothing', async () => {
      const { written, shown } = await writeTwice(stream, ...setting(stream, 'SilentlyContinue'));
      expect([written, shown]).toEqual([stream.name === 'information' ? 2 : 0, 0]);
    });

    it('Ignore writes nothing', async () => {
      const { written, shown } = await writeTwice(stream, ...setting(stream, 'Ignore'));
      expect([written, shown]).toEqual([0, 0]);
    });

    it('Stop writes first, then ends the command', async () => {
      const result = await writeTwice(stream, ...setting(stream, 'Stop'));
      expect(result).toMatchObject({ written: 1, state: 'Failed' });
      expect(result.failure?.fullyQualifiedErrorId).toBe('ActionPreferenceStop,TestA');
      expect(result.failure?.categoryInfo.category).toBe('OperationStopped');
      expect(result.failure?.toString()).toMatch(new RegExp(`${stream.variable}.*text`));
      expect(result.sessionErrors).toEqual(['ActionPreferenceStop,TestA']);
    });

    it('Inquire writes first, then asks', async () => {
      const host = new AnsweringHost('Yes', 'Yes');
      const result = await writeTwice(stream, ...setting(stream, 'Inquire'), host);
      expect(result).toMatchObject({ written: 2, questions: 2, state: 'Completed' });
      expect(host.questions[0]).toEqual({
        caption: 'Confirm',
        message: 'Continue with this operation?',
        choices: ['Yes', 'Yes to All', 'Halt Command'],
        preset: 0,
      });
    });

    it('Inquire asks no more after Yes to All', async () => {
      const { written, questions } = await writeTwice(
        stream,
        ...setting(stream, 'Inquire'),
        new AnsweringHost('Yes to All'),
      );
      expect([written, questions]).toEqual([2, 1]);
    });

    it('Inquire ends the command at Halt', async () => {
      const result = await writeTwice(stream, ...setting(stream, 'Inquire'), new AnsweringHost('Halt Command'));
      expect(result).toMatchObject({ written: 1, state: 'Failed' });
      expect(result.failure?.fullyQualifiedErrorId).toBe('ActionPreferenceStop,TestA');
    });
  });
});

describe('a preference by parameter', () => {
  it.each(streams.filter(({ action }) => action !== undefined))('overrules the variable: $name', async (stream) => {
    const { written } = await writeTwice(stream, { [stream.variable]: 'Stop' }, { [stream.action ?? '']: 'Ignore' });
    expect(written).toBe(0);
  });

  it.each<[Parameters, Parameters, Record<string, number>]>([
    [{}, { verbose: true }, { warnings: 1, verbose: 1, debug: 0 }],
    [{ WarningPreference: 'SilentlyContinue' }, { verbose: true }, { warnings: 1, verbose: 1, debug: 0 }],
    [{}, { verbose: true, warningAction: 'Ignore' }, { warnings: 0, verbose: 1, debug: 0 }],
    [{ VerbosePreference: 'Continue' }, { verbose: false }, { warnings: 1, verbose: 0, debug: 0 }],
    [{}, { debug: true }, { warnings: 1, verbose: 0, debug: 1 }],
    [{ DebugPreference: 'Continue' }, { debug: false }, { warnings: 1, verbose: 0, debug: 0 }],
    [{ WarningPreference: 'Ignore' }, { debug: true }, { warnings: 0, verbose: 0, debug: 1 }],
  ])('with variables %j and parameters %j', async (variables, parameters, expected) => {
    const process = async (cmdlet: PSCmdlet) => {
      for (const { write } of streams.slice(0, 3)) await write(cmdlet);
    };
    const result = await run([[new Trace().cmdlet('A', { process }), parameters]], undefined, { variables });
    const { warnings, verbose, debug } = result;
    expect({ warnings: warnings.length, verbose: verbose.length, debug: debug.length }).toEqual(expected);
  });

  it('holds for its own command only', async () => {
    const trace = new Trace();
    const process = async (cmdlet: PSCmdlet, input: unknown) => {
      await cmdlet.writeWarning('w');
      await cmdlet.writeObject(input);
    };
    const result = await run(
      [[trace.cmdlet('A', { process }), { warningAction: 'Ignore' }], trace.cmdlet('B', { process })],
      [1],
    );
    expect(result.warnings.map(({ invocationInfo }) => invocationInfo?.commandName)).toEqual(['Test-B']);
  });

  it.each(['errorAction', 'warningAction', 'informationAction', 'progressAction'])(
    'is refused where it is Suspend or null: %s',
    async (parameter) => {
      for (const value of ['Suspend', null]) {
        const result = await run([[new Trace().cmdlet('A'), { [parameter]: value }]]);
        expect(result.failure).toMatchObject({ fullyQualifiedErrorId: 'ParameterBindingFailed,TestA' });
        expect(result.failure?.categoryInfo.category).toBe('WriteError');
      }
    },
  );

  it.each([
    ['Stop', 'Failed'],
    ['sto', 'Failed'],
    [1, 'Failed'],
    ['SilentlyContinue', 'Completed'],
  ])('may be a name, its beginning, or its number: %j', async (warningAction, state) => {
    const process = (cmdlet: PSCmdlet) => cmdlet.writeWarning('w');
    expect((await run([[new Trace().cmdlet('A', { process }), { warningAction }]])).state).toBe(state);
  });
});

/** Writes to a stream twice, with a preference; what came of it. */
async function writeTwice(stream: Stream, variables: Parameters, parameters: Parameters, host = new AnsweringHost()) {
  const trace = new Trace();
  const process = async (cmdlet: PSCmdlet) => {
    await stream.write(cmdlet);
    trace.say('went on');
    await stream.write(cmdlet);
  };
  const result = await run([[trace.cmdlet('A', { process }), parameters]], undefined, { host, variables });
  return { ...result, written: result[stream.list].length, shown: host.shown.length, questions: host.questions.length };
}
