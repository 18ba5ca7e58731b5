/** `cmdlet completion` and `cmdlet complete`, in this process. */
import { describe, expect, it } from 'vitest';
import { cmdlet, fixtures } from '../command.js';

const weather = { workingDirectory: `${fixtures}weather` };

const actions = ['Break', 'Continue', 'Ignore', 'Inquire', 'SilentlyContinue', 'Stop', 'Suspend'];

/** The lines that answer a script. */
async function answer(options: readonly string[], words: readonly string[]): Promise<string[]> {
  const { stdout, stderr, exitCode } = await cmdlet(['complete', ...options, '--', ...words], weather);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout.split('\n').slice(0, -1);
}

function bash(line: string, replaced: string): Promise<string[]> {
  return answer(['--shell', 'bash', '--cursor', String(line.length), '--replaced', replaced], [line]);
}

describe('a script for a shell', () => {
  it.each([
    ['bash', 'complete -F _cmdlet_complete cmdlet\n', '"$1" complete --shell bash --cursor "$2"'],
    ['zsh', 'compdef _cmdlet cmdlet\n', 'complete --shell zsh --cursor $((CURRENT - 1))'],
    ['fish', "complete -c cmdlet -f -a '(__cmdlet_complete)'\n", 'complete --shell fish --cursor (count $before)'],
    ['pwsh', 'Register-ArgumentCompleter -Native -CommandName cmdlet', 'complete --shell pwsh --cursor $cursor'],
  ])('%s registers for cmdlet and asks it', async (shell, registers, asks) => {
    const { stdout, exitCode } = await cmdlet(['completion', shell]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(registers);
    expect(stdout).toContain(asks);
  });

  it.each([[['completion']], [['completion', 'tcsh']]])('%j is an error that tells the shells', async (words) => {
    const { stderr, exitCode } = await cmdlet(words);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('cmdlet completion bash|zsh|fish|pwsh');
    expect(stderr).toContain('UnknownShell');
  });
});

describe('an answer for bash', () => {
  it('holds words, and tells when words need quotes and when more follows', async () => {
    expect(await bash('cmdlet Get-Forecast -W', '-W')).toEqual(['', '-Warm', '-WarningAction', '-WarningVariable']);
    expect(await bash('cmdlet --pack ../weat', '../weat')).toEqual(['nospace', '../weather/']);
    expect(await bash(String.raw`cmdlet typed\\x`, String.raw`typed\\x`)).toEqual(['']);
  });

  it.each([
    ['cmdlet Test-Failure -How:t', 't', ['throw']],
    ['cmdlet Test-Failure --how=t', 't', ['throw']],
    ['cmdlet Test-Failure --how=t', '--how=t', ['--how=throw']],
    ['cmdlet Test-Failure -ea:', '', actions],
    ['cmdlet Test-Failure "t', 't', ['throw']],
  ])('%s, of which %j is replaced, gets %j', async (line, replaced, expected) => {
    const [, ...words] = await bash(line, replaced);
    expect(words).toEqual(expected);
  });
});

describe('an answer for the other shells', () => {
  it('has what lists show', async () => {
    const words = ['cmdlet', 'Get-Forec'];
    expect(await answer(['--shell', 'fish', '--cursor', '1'], words)).toEqual([
      'Get-Forecast\tTells the weather of tomorrow.',
    ]);
    expect(await answer(['--shell', 'zsh', '--cursor', '1'], words)).toEqual([
      'Get-Forecast\tGet-Forecast  -- Tells the weather of tomorrow.\t',
    ]);
    expect(await answer(['--shell', 'zsh', '--cursor', '2'], ['cmdlet', '--pack', '../weat'])).toEqual([
      '../weather/\tweather\topen',
    ]);
  });

  it('follows the contract of Register-ArgumentCompleter -Native', async () => {
    const pwsh = (cursor: number, replaced: string, ...words: string[]): Promise<string[]> =>
      answer(['--shell', 'pwsh', '--cursor', String(cursor), '--replaced', replaced], words);
    // `cmdlet Test-Failure -How:t`: a name with a colon is a token, and so is what stands behind it.
    expect(await pwsh(2, 't', 'cmdlet', 'Test-Failure', '-How:t')).toEqual(['throw\tthrow\tParameterValue\tthrow']);
    // In blank space the word to complete is empty, which some versions of PowerShell leave out.
    expect(await pwsh(3, '', 'cmdlet', 'Test-Failure', '-ErrorAction')).toEqual(
      actions.map((value) => `${value}\t${value}\tParameterValue\t${value}`),
    );
    expect(await pwsh(2, "'t", 'cmdlet', 'Test-Failure', "'t")).toEqual(["'throw'\tthrow\tParameterValue\tthrow"]);
    expect(await pwsh(2, '-H', 'cmdlet', 'Test-Failure', '-H')).toEqual(['-How\tHow\tParameterName\t[string] How']);
  });

  it.each([
    [['complete']],
    [['complete', '--shell', 'tcsh', '--cursor', '1', '--', 'cmdlet', 'G']],
    [['complete', '--shell', 'fish', '--cursor', 'x', '--', 'cmdlet', 'G']],
    [['complete', '--shell', 'fish', '--cursor', '0', '--', 'cmdlet']],
    [['complete', '--shell', 'fish', '--cursor', '3', '--', 'cmdlet', '--pack', '/nowhere', 'Nothing-Like']],
  ])('is empty for %j', async (words) => {
    expect(await cmdlet(words, weather)).toEqual({
      stdout: expect.stringMatching(/^\n?$/) as string,
      stderr: '',
      exitCode: 0,
    });
  });

  it('is not kept from by a pack that cannot be read', async () => {
    const { stdout, stderr, exitCode } = await cmdlet(
      ['complete', '--shell', 'fish', '--cursor', '1', '--', 'cmdlet', 'Sort-O'],
      { workingDirectory: `${fixtures}broken` },
    );
    expect({ stdout: stdout.split('\t')[0], stderr, exitCode }).toEqual({
      stdout: 'Sort-Object',
      stderr: '',
      exitCode: 0,
    });
  });
});
