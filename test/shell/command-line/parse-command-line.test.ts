/** What belongs to the command itself, and what to the cmdlets. */
import { describe, expect, it } from 'vitest';
import { errorOptionsOf, parseCommandLine } from '../../../packages/shell/src/command-line/parse-command-line.js';

describe('the first word', () => {
  it.each(['--help', '-?', '-h'])('%s is the command help', (word) => {
    expect(parseCommandLine([word, 'Get-Forecast']).commands).toEqual([{ command: 'help', words: ['Get-Forecast'] }]);
  });

  it('--version asks for the version, whatever follows', () => {
    expect(parseCommandLine(['--version', '--pipe'])).toMatchObject({ asksVersion: true, commands: [] });
  });

  it('is no word of the command itself behind a cmdlet', () => {
    const { asksVersion, commands } = parseCommandLine(['Get-Forecast', '--version', '--help']);
    expect({ asksVersion, commands }).toEqual({
      asksVersion: false,
      commands: [{ command: 'Get-Forecast', words: ['--version', '--help'] }],
    });
  });
});

describe('--', () => {
  it('ends the options of the command, but not the pipeline', () => {
    const { options, commands } = parseCommandLine(['A', '--', '--output', 'json', '--pipe', 'B', '--output', 'csv']);
    expect(options.output).toBe('csv');
    expect(commands).toEqual([
      { command: 'A', words: ['--', '--output', 'json'] },
      { command: 'B', words: [] },
    ]);
  });
});

describe('a command line that is wrong', () => {
  it.each([
    [['--pipe'], 'MissingCommand'],
    [['A', '--pipe'], 'MissingCommand'],
    [['A', '--pipe', '--pipe', 'B'], 'MissingCommand'],
    [['-x'], 'UnknownOption'],
    [['A', '--output'], 'MissingOptionValue'],
    [['A', '--output', 'xml'], 'InvalidOptionValue'],
    [['A', '--trace=yes'], 'InvalidOptionValue'],
  ])('%j is %s', (words, errorId) => {
    expect(() => parseCommandLine(words)).toThrowError(expect.objectContaining({ errorId }));
  });

  it.each([
    [['--error-output', 'json', '-x'], 'json'],
    [['-x', '--error-output=json'], 'json'],
    [['-x', '--error-output', 'xml'], 'text'],
    [['-x', '--', '--error-output', 'json'], 'text'],
  ])('%j still says that errors are written as %s', (words, errorOutput) => {
    expect(errorOptionsOf(words).errorOutput).toBe(errorOutput);
  });
});
