/** The command as people call it, in this process. */
import { describe, expect, it } from 'vitest';
import { Command, cmdlet, fixtures } from './command.js';

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

describe('exit codes and errors', () => {
  it.each([
    [['Get-Forecst'], 2, 'CommandNotFoundException', 'Get-Forecast'],
    [['Get-Forecast', 'Oslo', '-Colour', 'red'], 2, 'NamedParameterNotFound', 'Colour'],
    [['Get-Forecast', 'Oslo', '-Days', 'many'], 2, 'CannotConvertArgumentNoMessage', 'many'],
    [['Get-Forecast', 'Oslo', '-Days', '9'], 2, 'ParameterArgumentValidationError', '9'],
    [['Get-Forecast'], 2, 'MissingMandatoryParameter', 'City'],
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
});

describe('a job', () => {
  it('shows its output, then its table', async () => {
    const { stdout, exitCode } = await cmdlet(['Get-Forecast', 'Oslo', '-AsJob', '-JobName', 'Weather'], weather);
    expect(stdout).toContain('Oslo   1           3');
    expect(stdout).toMatch(/1 +Weather +CmdletJob +Completed +False/u);
    expect(exitCode).toBe(0);
  });

  it('is stopped by an interruption', async () => {
    const command = new Command(['Test-Failure', 'wait', '-AsJob', '--output', 'text'], weather);
    await command.stdout.next('before');
    command.interrupt();
    const { stdout, exitCode } = await command.ended();
    expect(stdout).toMatch(/Stopped/u);
    expect(exitCode).toBe(130);
  });
});

it('an interruption ends a command that waits', async () => {
  const command = new Command(['Test-Failure', 'wait', '--output', 'text'], weather);
  await command.stdout.next('before');
  command.interrupt();
  expect((await command.ended()).exitCode).toBe(130);
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

  it('lists the commands of all packs', async () => {
    const { stdout } = await cmdlet(['list'], weather);
    expect(stdout).toMatch(/weather\n {2}Get-Forecast +Tells the weather of tomorrow\./u);
    expect(stdout).toContain('Select-Object');
  });
});
