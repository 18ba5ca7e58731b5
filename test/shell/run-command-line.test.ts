/** The command as people call it, in this process. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { Command, cmdlet, fixtures, TextStream } from './command.js';

const weather = { workingDirectory: `${fixtures}weather` };

describe('one command', () => {
  it('draws its records as a table', async () => {
    const { stdout, stderr, exitCode } = await cmdlet(['Get-Forecast', '-City', 'Oslo', '-Days', '2'], weather);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout.split('\n').map((line) => line.trimEnd())).toEqual([
      '',
      'City Day Temperature',
      '---- --- -----------',
      'Oslo   1           3',
      'Oslo   2           3',
      '',
      '',
    ]);
  });

  it.each([
    [['--city', 'Oslo'], 'two dashes'],
    [['--city=Oslo'], 'two dashes and an equals sign'],
    [['-City:Oslo'], 'a colon'],
    [['-c', 'Oslo'], 'the beginning of a name'],
    [['Oslo'], 'a position'],
    [['--', 'Oslo'], 'a position after --'],
  ])('takes %j: %s', async (words) => {
    const { stdout, stderr } = await cmdlet(['--output', 'jsonl', 'Get-Forecast', ...words], weather);
    expect({ stdout, stderr }).toEqual({ stdout: '{"city":"Oslo","day":1,"temperature":3}\n', stderr: '' });
  });

  it.each([
    ['json', '[\n  {\n    "city": "Oslo",\n    "day": 1,\n    "temperature": 3\n  }\n]\n'],
    ['jsonl', '{"city":"Oslo","day":1,"temperature":3}\n'],
    ['csv', 'city,day,temperature\nOslo,1,3\n'],
    ['yaml', 'city: Oslo\nday: 1\ntemperature: 3\n'],
    ['list', '\nCity        : Oslo\nDay         : 1\nTemperature : 3\n\n'],
  ])('writes %s', async (format, expected) => {
    const { stdout } = await cmdlet(['Get-Forecast', 'Oslo', '--output', format], weather);
    expect(stdout).toBe(expected);
  });

  it.each([
    [
      ['-City', 'Oslo,Rome'],
      ['Oslo', 'Rome'],
    ],
    [
      ['-City', 'Oslo', '-City', 'Rome'],
      ['Oslo', 'Rome'],
    ],
    [
      ['--city', 'Oslo', '-c', 'Rome,Bonn'],
      ['Oslo', 'Rome', 'Bonn'],
    ],
    [['Oslo,Rome'], ['Oslo', 'Rome']],
    [
      ['-Warm', 'Oslo,Rome'],
      ['Oslo', 'Rome'],
    ],
    [
      ['-City', String.raw`Washington\, D.C.,Oslo`],
      ['Washington, D.C.', 'Oslo'],
    ],
  ])('takes %j as a list', async (words, cities) => {
    const { stdout, stderr } = await cmdlet(['Get-Forecast', ...words, '--output', 'jsonl'], weather);
    expect(stderr).toBe('');
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { city: string }).city);
    expect(found).toEqual(cities);
  });

  it('hands records on from command to command', async () => {
    const words = [
      'Get-Forecast',
      'Oslo',
      '-Days',
      '7',
      '--pipe',
      'Where-Object',
      'day',
      '-GT',
      '5',
      '--output',
      'jsonl',
    ];
    const { stdout, stderr } = await cmdlet(words, weather);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toHaveLength(3);
  });
});

describe('standard input', () => {
  it.each([
    ['jsonl', '{"city":"Oslo"}\n{"city":"Rome"}\n'],
    ['json', '[{"city":"Oslo"},{"city":"Rome"}]'],
    ['csv', 'city,land\nOslo,Norway\nRome,Italy\n'],
    ['lines', 'Oslo\r\nRome\r\n'],
  ])('is read as %s', async (format, stdin) => {
    const { stdout } = await cmdlet(['Get-Forecast', '--input', format, '--output', 'jsonl'], { ...weather, stdin });
    expect(
      stdout
        .split('\n')
        .slice(0, 2)
        .map((line) => (JSON.parse(line) as { city: string }).city),
    ).toEqual(['Oslo', 'Rome']);
  });

  it('goes on after a line that is no JSON, and names it', async () => {
    const stdin = '{"city":"Oslo"}\n{"city":\n{"city":"Rome"}\n';
    const words = ['Get-Forecast', '--input', 'jsonl', '--output', 'jsonl', '--error-output', 'json'];
    const { stdout, stderr, exitCode } = await cmdlet(words, { ...weather, stdin });
    expect(stdout.match(/"city":"\w+"/gu)).toEqual(['"city":"Oslo"', '"city":"Rome"']);
    expect(JSON.parse(stderr)).toMatchObject({ errorId: 'InvalidInput', message: expect.stringContaining('Line 2') });
    expect(exitCode).toBe(1);
  });
});

describe('standard input that nobody spoke of', () => {
  const open = (text = ''): PassThrough => {
    const stream = new PassThrough();
    stream.write(text);
    return stream;
  };

  it('is read as lines where a parameter wants text, whatever they look like', async () => {
    const stdin = '{"city":"Oslo"}\n[INFO] Rome\n';
    const { stdout } = await cmdlet(['Get-Forecast', '--output', 'csv'], { ...weather, stdin });
    expect(stdout).toBe('city,day,temperature\n"{""city"":""Oslo""}",1,3\n[INFO] Rome,1,3\n');
  });

  it.each([
    ['{"a":1}\n{"a":2}\n', ['{"a":1}', '{"a":2}']],
    ['[INFO] started\n', ['"[INFO] started"']],
    ['[1,2]', ['1', '2']],
  ])('%j is guessed where a parameter takes anything', async (stdin, records) => {
    const { stdout } = await cmdlet(['Show-Input', '--output', 'text'], { ...weather, stdin });
    expect(stdout).toBe(records.map((record) => `{"inputObject":${record},"number":[]}\n`).join(''));
  });

  it.each([
    ['a parameter that takes it is given', ['Get-Forecast', 'Oslo']],
    [
      'a parameter that takes it is given behind others',
      ['Get-Forecast', '-ErrorAction', 'Stop', '-Days', '1', 'Oslo'],
    ],
    ['InputObject is given', ['Show-Input', '-InputObject', 'x']],
    ['no parameter takes it', ['Get-Number', '-Last', '1']],
    ['it is refused', ['Show-Input', '--input', 'none']],
  ])('is left alone where %s', async (_, words) => {
    const stdin = open();
    const { exitCode } = await cmdlet([...words, '--output', 'text'], { ...weather, stdin });
    expect(exitCode).toBe(0);
    expect(stdin.destroyed).toBe(false);
  });

  it.each([
    ['the command', ['Get-Forecst'], 'CommandNotFoundException'],
    ['a later command', ['Get-Forecast', '--pipe', 'Sort-Objekt'], 'CommandNotFoundException'],
    ['a parameter', ['Get-Forecast', '-Colour', 'red'], 'NamedParameterNotFound'],
    ['a value', ['Get-Forecast', '-Days', 'many'], 'CannotConvertArgumentNoMessage'],
  ])('is not waited for where %s is wrong', async (_, words, errorId) => {
    const { stderr, exitCode } = await cmdlet(words, { ...weather, stdin: open() });
    expect(stderr).toContain(errorId);
    expect(exitCode).toBe(2);
  });

  it('is closed where a later command wants no more', async () => {
    const stdin = open('{"a":1}\n{"a":2}\n');
    const words = ['Show-Input', '--pipe', 'Select-Object', '-First', '1', '--output', 'text'];
    const { stdout, exitCode } = await cmdlet(words, { ...weather, stdin });
    expect(stdout).toBe('{"inputObject":{"a":1},"number":[]}\n');
    expect(exitCode).toBe(0);
    expect(stdin.destroyed).toBe(true);
  });

  it('is closed by an interruption', async () => {
    const stdin = open('{"a":1}\n');
    const command = new Command(['Show-Input', '--input', 'jsonl', '--output', 'json'], { ...weather, stdin });
    await command.shown('inputObject');
    command.interrupt();
    const { stdout, exitCode } = await command.ended();
    expect(JSON.parse(stdout)).toEqual(['{"inputObject":{"a":1},"number":[]}']);
    expect(exitCode).toBe(130);
    expect(stdin.destroyed).toBe(true);
  });

  it('that is cut off by an interruption has no bad line at its end', async () => {
    const stdin = open('{"a":1}\n{"a":');
    const command = new Command(['Show-Input', '--input', 'jsonl', '--output', 'json'], { ...weather, stdin });
    await command.shown('inputObject');
    // A file has its end where it is closed.
    stdin.destroy = () => stdin.push(null) as never;
    command.interrupt();
    expect(await command.ended()).toMatchObject({ stderr: '', exitCode: 130 });
  });

  it('that the system cannot read is an error of its own', async () => {
    const stdin = new Readable({
      read() {
        this.destroy(Object.assign(new Error('EISDIR: illegal operation on a directory'), { code: 'EISDIR' }));
      },
    });
    const { stderr, exitCode } = await cmdlet(['Show-Input', '--input', 'lines'], { ...weather, stdin });
    expect(stderr).toMatch(/EISDIR[\s\S]*InputReadFailed/u);
    expect(exitCode).toBe(1);
  });
});

describe('standard output that fails', () => {
  class Failing extends TextStream {
    constructor(private readonly code: string) {
      super();
    }
    override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
      if (this.text === '') {
        this.text = chunk.toString();
        done();
      } else done(Object.assign(new Error(`${this.code}: write`), { code: this.code }));
    }
  }

  it('as its reader has gone ends the command quietly', async () => {
    const outcome = await cmdlet(['Get-Number', '--output', 'text'], { ...weather, stdout: new Failing('EPIPE') });
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it.each(['text', 'json', 'view'])('as the disk is full is an error, with %s', async (output) => {
    const stdout = new Failing('ENOSPC');
    const { stderr, exitCode } = await cmdlet(['Get-Number', '--output', output], { ...weather, stdout });
    expect(stderr).toMatch(/no space left[\s\S]*OutputWriteFailed/u);
    expect(exitCode).toBe(1);
  });

  it('is found out at the end too', async () => {
    const stdout = new Failing('ENOSPC');
    stdout.text = 'taken';
    const { stderr, exitCode } = await cmdlet(['Get-Number', '-Last', '1'], { ...weather, stdout });
    expect(stderr).toContain('OutputWriteFailed');
    expect(exitCode).toBe(1);
  });

  it('stops the jobs', async () => {
    const stdout = new Failing('EPIPE');
    stdout.text = 'taken';
    const outcome = await cmdlet(['Test-Failure', 'wait', '-AsJob', '--output', 'text'], { ...weather, stdout });
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  });
});

describe('exit codes and errors', () => {
  it.each([
    [['Get-Forecst'], 2, 'CommandNotFoundException', 'Get-Forecast'],
    [['Get-Forecast', 'Oslo', '-Colour', 'red'], 2, 'NamedParameterNotFound', 'Colour'],
    [['Get-Forecast', 'Oslo', '-Days', 'many'], 2, 'CannotConvertArgumentNoMessage', 'many'],
    [['Get-Forecast', 'Oslo', '-Days', '9'], 2, 'ParameterArgumentValidationError', '9'],
    [['Get-Forecast'], 2, 'MissingMandatoryParameter', 'City'],
    [['Show-Input', '-Value', '1', '-Text', 'x'], 2, 'AmbiguousParameterSet', ''],
    [['Get-Forecast', '-City'], 2, 'MissingArgument', 'City'],
    [['Get-Number', '-Last', '1', '--pipe', 'Out-File', '-FilePath', '/proc/none'], 1, 'FileOpenFailure', '/proc/none'],
    [['--colour'], 2, 'UnknownOption', '--colour'],
    [['Get-Forecast', 'Oslo', '--output', 'xml'], 2, 'InvalidOptionValue', 'xml'],
    [['Get-Forecast', '@missing.json'], 2, 'InvalidSplatFile', 'missing.json'],
    [['Get-Forecast', 'Atlantis'], 1, 'CityNotFound', 'Atlantis'],
    [['Test-Failure'], 1, 'Error', 'It failed.'],
    [['Remove-City', 'Oslo'], 1, 'HostFunctionNotImplemented', ''],
    [['Test-Failure', '-AsJob'], 3, '', 'It failed.'],
  ])('%j ends with %i', async (words, exitCode, errorId, said) => {
    const outcome = await cmdlet(words, weather);
    expect(outcome.stderr).toContain(errorId);
    expect(outcome.stderr).toContain(said);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.stderr).not.toMatch(/\n\s+at /u);
  });

  it.each([
    [['-x', '--error-output', 'json'], 'UnknownOption'],
    [['Get-Forecst', '--error-output', 'json'], 'CommandNotFoundException'],
  ])('%j is told in JSON', async (words, errorId) => {
    const { stderr } = await cmdlet(words, weather);
    expect(JSON.parse(stderr)).toMatchObject({ errorId });
  });

  it('an error that nobody caught is told without a stack, and ends the command', async () => {
    const command = new Command(['Test-Failure', 'wait', '--output', 'text'], weather);
    await command.shown('before');
    command.throwStray(new Error('Nobody waits for this.'));
    const { stderr, exitCode } = await command.ended();
    expect(stderr).toBe('error: Nobody waits for this.\n  [UnexpectedError]\n');
    expect(exitCode).toBe(1);
  });

  it('ends a command that does not listen, some time after it is of no use', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const command = new Command(['Test-Failure', 'deaf', '--output', 'text'], weather);
      await command.shown('before');
      command.throwStray(new Error('Nobody waits for this.'));
      vi.advanceTimersByTime(10_000);
      expect((await command.ended()).exitCode).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('a command that nothing can wake any more is an error', async () => {
    const command = new Command(['Test-Failure', 'deaf', '--output', 'json'], weather);
    await command.shown('before');
    command.idle();
    const { stderr, exitCode } = await command.ended();
    expect(stderr).toMatch(/^error: Test-Failure has not ended, [\s\S]*\[UnsettledCommand\]\n$/u);
    expect(exitCode).toBe(1);
  });

  it.each([
    ['json', /^\[\n {2}\{\n {4}"city": "Oslo",[\s\S]*\}\n\]\n$/u],
    ['view', /City Day Temperature[\s\S]*Oslo +1 +3/u],
  ])('what came before a failure is whole as %s', async (output, expected) => {
    const { stdout, exitCode } = await cmdlet(['Test-Failure', 'rows', '--output', output], weather);
    expect(stdout).toMatch(expected);
    expect(exitCode).toBe(1);
  });

  it('nothing is written where nothing was run', async () => {
    expect((await cmdlet(['Get-Forecast', '--output', 'json'], weather)).stdout).toBe('');
  });

  it('a question that ends the command leaves JSON whole', async () => {
    const { stdout } = await cmdlet(['Remove-City', 'Oslo', '--output', 'json'], weather);
    expect(stdout).toBe('[]\n');
  });

  it('shows the stack if it is asked for', async () => {
    const { stderr } = await cmdlet(['Test-Failure', '--trace'], weather);
    expect(stderr).toMatch(/\n\s+at /u);
  });
});

describe('packs', () => {
  it('that are named and cannot be read end the command', async () => {
    const { stderr, exitCode } = await cmdlet(['list', '--pack', 'nowhere'], weather);
    expect(stderr).toContain('PackNotFound');
    expect(exitCode).toBe(2);
  });

  it('that cannot be loaded are told of, and the others are used', async () => {
    const { stdout, stderr, exitCode } = await cmdlet(
      ['Get-Unique', '-?', '--pack', fixtures.concat('broken')],
      weather,
    );
    expect(stdout).toContain('Get-Unique');
    expect(stderr).toMatch(/WARNING: The pack broken cannot be loaded/u);
    expect(exitCode).toBe(0);
  });

  it.each(['weather/Get-Forecast', 'weather\\Get-Forecast'])('are named by %s', async (command) => {
    const { stdout } = await cmdlet([command, 'Oslo', '--output', 'jsonl'], weather);
    expect(stdout).toContain('Oslo');
  });

  it('keep their commands apart where both have one of the name', async () => {
    const words = ['climate/Get-Forecast', '2090', '--pipe', 'weather/Get-Forecast', '--output', 'jsonl'];
    const { stdout, stderr } = await cmdlet([...words, '--pack', `${fixtures}climate`], weather);
    expect(stderr).toBe('');
    expect(stdout).toBe('{"city":"warm in 2090","day":1,"temperature":3}\n');
  });

  it.each([
    [
      ['Get-Command', '-Module', 'climate,weather', '--output', 'jsonl'],
      ['"source":"climate"', 'Show-Input'],
    ],
    [['Get-Help', 'Remove-City', '--output', 'text'], ['Remove-City [-Name] <string>']],
  ])('are all known to %j', async (words, names) => {
    const { stdout, stderr } = await cmdlet([...words, '--pack', `${fixtures}climate`], weather);
    expect(stderr).toBe('');
    for (const name of names) expect(stdout).toContain(name);
  });

  it.each([
    [
      'a near name',
      ['Get-Command', 'Get-Forcast', '-UseFuzzyMatching', '-FuzzyMinimumDistance', '1'],
      ['Get-Forecast'],
    ],
    ['capitals', ['Get-Command', 'cf-j', '-UseAbbreviationExpansion'], ['ConvertFrom-Json']],
    ['the name of a pack', ['Get-Command', '-FullyQualifiedModule', 'climate'], ['Get-Forecast']],
  ])('are found by %s', async (_by, words, names) => {
    const { stdout, stderr } = await cmdlet([...words, '--output', 'jsonl', '--pack', `${fixtures}climate`], weather);
    expect([namesIn(stdout), stderr]).toEqual([names, '']);
  });

  it.each([
    ['0.0.0', ['Get-Forecast']],
    ['1.0.0', []],
  ])('are found in the version %s of their pack', async (RequiredVersion, names) => {
    const folder = mkdtempSync(join(tmpdir(), 'cmdlet-'));
    const file = join(folder, 'values.json');
    writeFileSync(file, JSON.stringify({ FullyQualifiedModule: { ModuleName: 'climate', RequiredVersion } }));
    const { stdout, stderr } = await cmdlet(
      ['Get-Command', `@${file}`, '--output', 'jsonl', '--pack', `${fixtures}climate`],
      weather,
    );
    rmSync(folder, { recursive: true });
    expect([namesIn(stdout), stderr]).toEqual([names, '']);
  });

  /** Of records of which each is a line. */
  function namesIn(lines: string): readonly unknown[] {
    return Array.from(lines.matchAll(/.+/gu), ([line]) => (JSON.parse(line) as { readonly name: unknown }).name);
  }
});

describe('a job', () => {
  it('shows its output, then its table', async () => {
    const { stdout, exitCode } = await cmdlet(['Get-Forecast', 'Oslo', '-AsJob', '-JobName', 'Weather'], weather);
    expect(stdout).toContain('Oslo   1           3');
    expect(stdout).toMatch(/1 +Weather +CmdletJob +Completed +False/u);
    expect(exitCode).toBe(0);
  });

  it.each(['json', 'jsonl', 'csv', 'yaml', 'text'])('leaves standard output to its data as %s', async (format) => {
    const plain = await cmdlet(['Get-Forecast', 'Oslo', '--output', format], weather);
    const { stdout, stderr } = await cmdlet(['Get-Forecast', 'Oslo', '-AsJob', '--output', format], weather);
    expect(stdout).toBe(plain.stdout);
    expect(stderr).toMatch(/CmdletJob +Completed/u);
  });

  it.each([
    [[], ''],
    [['-Verbose', '-Debug'], 'VERBOSE: in detail\nDEBUG: within\n'],
    [['-InformationAction', 'Continue'], 'by the way\n'],
    [['-InformationAction:SilentlyContinue'], ''],
  ])('shows what its call with %j shows', async (words, shown) => {
    const call = ['Write-Stream', ...words, '--output', 'text'];
    expect((await cmdlet(call, weather)).stderr).toBe(shown);
    const { stderr } = await cmdlet([...call, '-AsJob'], weather);
    expect(stderr.slice(0, stderr.indexOf('\nId'))).toBe(shown);
  });

  it('that a later command has received is not shown again', async () => {
    const words = ['Get-Forecast', 'Oslo', '-AsJob', '--pipe', 'Receive-Job', '-Wait', '--output', 'jsonl'];
    expect(await cmdlet(words, weather)).toMatchObject({
      stdout: '{"city":"Oslo","day":1,"temperature":3}\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it('is registered where XDG_DATA_HOME says', async () => {
    const data = mkdtempSync(join(tmpdir(), 'cmdlet-'));
    try {
      const script = join(data, 'work.mjs');
      writeFileSync(script, 'export default () => 1;');
      const words = ['Register-ScheduledJob', '-Name', 'Nightly', '-FilePath', script];
      const outcome = await cmdlet(words, { ...weather, environment: { XDG_DATA_HOME: data } });
      expect(outcome).toMatchObject({ stderr: '', exitCode: 0 });
      expect(readdirSync(join(data, 'cmdlet/scheduled-jobs'))).toEqual(['nightly']);
    } finally {
      rmSync(data, { recursive: true });
    }
  });

  it('that nobody follows is told of before it is stopped', async () => {
    const { stderr, exitCode } = await cmdlet(['Start-Forgotten'], weather);
    expect(stderr).toMatch(/^WARNING: .*Forgotten/u);
    expect(exitCode).toBe(0);
  });

  it('is ended at once by a second interruption', async () => {
    const command = new Command(['Test-Failure', 'wait', '-AsJob', '--output', 'text'], weather);
    await command.shown('before');
    command.interrupt();
    command.interrupt();
    expect(command.endedAtOnce).toBe(1);
    expect((await command.ended()).exitCode).toBe(130);
  });

  it('is stopped by an interruption', async () => {
    const command = new Command(['Test-Failure', 'wait', '-AsJob', '--output', 'text'], weather);
    await command.shown('before');
    command.interrupt();
    const { stdout, stderr, exitCode } = await command.ended();
    expect(stdout).toBe('before\n');
    expect(stderr).toMatch(/Stopped/u);
    expect(exitCode).toBe(130);
  });
});

it('an interruption ends a command that waits', async () => {
  const command = new Command(['Test-Failure', 'wait', '--output', 'text'], weather);
  await command.shown('before');
  command.interrupt();
  expect((await command.ended()).exitCode).toBe(130);
});

it('an interruption ends a command that never waits', async () => {
  const command = new Command(['Get-Number', '--output', 'text'], weather);
  await command.shown('1000\n');
  command.interrupt();
  expect((await command.ended()).exitCode).toBe(130);
});

it('an interruption ends a command that computes between its records and never waits', async () => {
  const command = new Command(['Write-Stream', '-Busy', '100', '--output', 'text'], weather);
  await command.shown('record 1\n');
  command.interrupt();
  const { exitCode, stdout } = await command.ended();
  expect(exitCode).toBe(130);
  expect(stdout).not.toContain('record 50');
});

describe('a table on a terminal that is resized', () => {
  it.each([
    {
      change: 'too narrow',
      columns: 17,
      after: ['', 'City Day Tempera', '            ture', '---- --- -------', 'Rome   1       3'],
    },
    { change: 'narrower, and all fits', columns: 50, after: ['Rome   1           3'] },
    { change: 'wider', columns: 100, after: ['Rome   1           3'] },
  ])('goes on as it fits where that has become $change', async ({ columns, after }) => {
    const stdin = new PassThrough();
    stdin.write('Oslo\n');
    const setting = { ...weather, stdin, terminal: 60, environment: { NO_COLOR: '1' } };
    const command = new Command(['Get-Forecast', '--input', 'lines'], setting);
    await command.shown('Oslo');
    Object.assign(command.stdout, { columns });
    command.stdout.emit('resize');
    stdin.end('Rome\n');
    const { stdout, exitCode } = await command.ended();
    const [, rest] = stdout.split('Oslo   1           3\n');
    expect(rest?.split('\n').map((line) => line.trimEnd())).toEqual([...after, '', '']);
    expect(exitCode).toBe(0);
  });
});

describe('help', () => {
  it('tells how the command is used', async () => {
    expect((await cmdlet([])).stdout).toContain('cmdlet list');
  });

  it.each([[['help', 'Get-Forecast']], [['Get-Forecast', '-?']], [['Get-Forecast', '--help']]])(
    '%j shows how a cmdlet is typed',
    async (words) => {
      const { stdout } = await cmdlet(words, weather);
      expect(stdout).toContain('Get-Forecast [-City] <string[]> [-Days <int>] [-Warm] [<CommonParameters>]');
    },
  );

  it('of a parameter that does not exist says so', async () => {
    const { stdout, stderr, exitCode } = await cmdlet(['help', 'Get-Forecast', '-Parameter', 'Dayz'], weather);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/Dayz.*Days.*\n.*NoParmsFound/u);
    expect(exitCode).toBe(2);
  });

  it('-Online opens the page that the links name', async () => {
    const command = new Command(['help', 'Remove-City', '-Online'], weather);
    expect(await command.ended()).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(command.links).toEqual(['https://example.org/remove-city']);
    const other = new Command(['Get-Help', 'Remove-City', '-Online'], weather);
    expect(await other.ended()).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(other.links).toEqual(command.links);
  });

  it('-Online says where there is no page, and which one cannot be opened', async () => {
    const none = await cmdlet(['help', 'Get-Forecast', '--online'], weather);
    expect(none).toMatchObject({ exitCode: 1, stdout: '' });
    expect(none.stderr).toMatch(/Get-Forecast.*no address of the web[\s\S]*\[InvalidOperation\]/u);
    const closed = await cmdlet(['help', 'Remove-City', '-Online'], { ...weather, linkFailure: 'no screen' });
    expect(closed).toMatchObject({ exitCode: 1, stdout: '' });
    expect(closed.stderr).toMatch(/https:\/\/example\.org\/remove-city cannot.*no screen[\s\S]*\[InvalidOperation\]/u);
  });

  it('is wrapped at blanks on a terminal, and nowhere else', async () => {
    const words = ['help', 'Get-Forecast'];
    const line = '    Get-Forecast [-City] <string[]> [-Days <int>] [-Warm] [<CommonParameters>]';
    expect((await cmdlet(words, weather)).stdout.split('\n')).toContain(line);
    const { stdout } = await cmdlet(words, { ...weather, terminal: 61 });
    expect(stdout).toContain('\n    Get-Forecast [-City] <string[]> [-Days <int>] [-Warm]\n    [<CommonParameters>]\n');
  });

  it('goes on below the second column of a list on a terminal', async () => {
    const { stdout } = await cmdlet(['list', '*-Forecast'], { ...weather, terminal: 40 });
    expect(stdout).toBe('weather\n  Get-Forecast  Tells the weather of\n                tomorrow.\n');
  });

  it('is data in formats that hold data', async () => {
    const [listed, described, parameters] = await Promise.all(
      [
        ['list', '*-Forecast'],
        ['help', 'Get-Forecast'],
        ['help', 'Get-Forecast', '-Parameter', 'D*'],
      ].map(async (words) => JSON.parse((await cmdlet([...words, '--output', 'json'], weather)).stdout) as unknown),
    );
    const synopsis = 'Tells the weather of tomorrow.';
    expect(listed).toEqual([{ name: 'Get-Forecast', aliases: [], pack: 'weather', synopsis }]);
    expect(described).toMatchObject([{ name: 'Get-Forecast', synopsis, parameters: [{ name: 'City' }, {}, {}] }]);
    expect(parameters).toMatchObject([{ name: 'Days', type: 'int' }]);
  });

  it('lists names alone as text', async () => {
    const { stdout } = await cmdlet(['list', '*-Forecast', '--output', 'text'], weather);
    expect(stdout).toBe('Get-Forecast\n');
  });

  it('is not meant behind --', async () => {
    const { stdout } = await cmdlet(['Get-Forecast', '--output', 'jsonl', '--', '-?'], weather);
    expect(stdout).toBe('{"city":"-?","day":1,"temperature":3}\n');
  });

  it.each(['--help', '-?'])('%s shows the overview', async (word) => {
    expect((await cmdlet([word])).stdout).toContain('cmdlet list');
  });

  it.each(['--version', '-v', '-V'])('%s is that of the package', async (word) => {
    expect((await cmdlet([word])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it.each([
    [['list', 'fore'], ['Get-Forecast']],
    [['list', '*-Forecast'], ['Get-Forecast']],
    [['help', 'Get-Fore*'], ['Get-Forecast']],
    [
      ['list', '*-Forecast', 'Select-*'],
      ['Get-Forecast', 'Select-Object'],
    ],
  ])('%j lists the commands that are meant', async (words, names) => {
    const { stdout } = await cmdlet(words, weather);
    expect(stdout.match(/(?<=^ {2})\S+/gmu)).toEqual(expect.arrayContaining(names));
    expect(stdout).not.toContain('Sort-Object');
  });

  it.each([
    [['Get-Forecast', 'Oslo', '--pipe', 'Format-List', '--output', 'json'], 'FormattedOutput'],
    [['Where-Object', 'x => x.price > 1'], 'FunctionInCommandLine'],
    [['ForEach-Object', '({ price }) => price'], 'FunctionInCommandLine'],
    [['Sort-Object', '-Property', 'function (x) { return x }'], 'FunctionInCommandLine'],
    [['Where-Object', '{ $_.price -gt 1 }'], 'FunctionInCommandLine'],
    [['list', 'nothing-*'], 'CommandNotFoundException'],
    [['list', '--json'], 'UnknownOption'],
    [['help', 'Get-Forecast', '-Ful'], 'UnknownOption'],
    [['help', 'Get-Forecast', 'Full'], 'UnknownOption'],
    [['help', '-Full'], 'UnknownOption'],
    [['help', 'Get-Forecast', '-Parameter'], 'MissingOptionValue'],
  ])('%j is refused: %s', async (words, errorId) => {
    const { stdout, stderr, exitCode } = await cmdlet(words, weather);
    expect(stdout).toBe('');
    expect(stderr).toContain(`[${errorId}]`);
    expect(exitCode).toBe(2);
  });

  it.each(['Day*', 'days', '-Days'])('shows the parameter that %s means', async (name) => {
    const { stdout } = await cmdlet(['help', 'Get-Forecast', '-Parameter', name], weather);
    expect(stdout).toMatch(/^-Days <int>\n/u);
  });

  it.each([
    [['Forecast'], 'Did you mean Get-Forecast?'],
    [['lsit'], 'Did you mean list?'],
    [['hlep', 'Get-Forecast'], 'Did you mean help?'],
    [['other/Get-Forecast'], 'Did you mean weather/Get-Forecast?'],
    [['--outptu', 'json', 'list'], 'Did you mean --output?'],
    [['Get-Forecast', 'Oslo', '--ouput', 'json'], 'Did you mean --output?'],
    [['Get-Forecast', 'Oslo', '--Error-Output=json'], 'Did you mean --error-output?'],
    [['Get-Forecast', 'Oslo', '-Dayz', '1'], 'Did you mean -Days?'],
    [['Get-Forecast', 'pack.ts', 'package.json'], 'pack.ts and package.json are files: '],
    [['Test-Failure', 'thorw'], 'Did you mean throw?'],
    [['Get-Forecast', 'Oslo', '-ErrorAction', 'Contineu'], 'Did you mean Continue?'],
    [['Get-Forecast', 'Oslo', '--output', 'jsno'], 'Did you mean json?'],
    [['Get-Forecast', '-h'], 'Get-Forecast -?'],
    [['Get-Forecast', '-help'], 'Get-Forecast -?'],
  ])('%j tells what was meant', async (words, meant) => {
    const { stderr, exitCode } = await cmdlet(words, weather);
    expect(stderr).toContain(meant);
    expect(exitCode).toBe(2);
  });

  it.each(['build', 'new', 'docs'])('of %s is how it is called', async (tool) => {
    const { stdout, stderr, exitCode } = await cmdlet([tool, '--help'], weather);
    expect(stdout).toMatch(new RegExp(`^Write cmdlet ${tool} `, 'u'));
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it.each(['build', 'new', 'docs'])('of %s is the same behind the word help', async (tool) => {
    expect(await cmdlet(['help', tool], weather)).toEqual(await cmdlet([tool, '--help'], weather));
  });

  it('of completion tells how the shells load it', async () => {
    const { stdout, exitCode } = await cmdlet(['completion', '--help'], weather);
    expect(stdout).toContain('source <(cmdlet completion bash)');
    expect(exitCode).toBe(0);
  });

  it.each([
    ['list', '--help'],
    ['list', '-?'],
    ['help', 'completion'],
  ])('%s %s shows the overview', async (...words) => {
    expect((await cmdlet(words, weather)).stdout).toMatch(/^Runs cmdlets of packs/u);
  });

  it.each(['help', 'list', '--help'])('of %s is the overview', async (word) => {
    expect((await cmdlet(['help', word])).stdout).toContain('cmdlet completion bash');
  });

  it('lists the commands of all packs', async () => {
    const { stdout } = await cmdlet(['list'], weather);
    expect(stdout).toMatch(/weather\n {2}Get-Forecast +Tells the weather of tomorrow\./u);
    expect(stdout).toContain('Select-Object');
  });
});

describe('a terminal', () => {
  const words = ['Show-Input', '-InputObject', 'x'.repeat(100), '--pipe', 'Out-Host'];

  it('is as wide as its lines and one cell more', async () => {
    const { stdout } = await cmdlet(['Get-Forecast', 'x'.repeat(100)], { ...weather, terminal: 40 });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(40 + ESCAPES_OF_HEADER);
    expect(stdout).toContain('…');
  });

  it('shows what goes to the host', async () => {
    expect((await cmdlet(words, { ...weather, terminal: 40 })).stdout).toContain('xxx');
  });
});

/** Colours around the header's names. */
const ESCAPES_OF_HEADER = 30;
