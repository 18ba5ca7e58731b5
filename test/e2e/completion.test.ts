/** Completion in the shells themselves: their own scripts, loaded as the documentation says, and the built command. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildIndex, type Pack } from '@cmdlet/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Project } from './run-node.js';

const program = fileURLToPath(new URL('../../packages/shell/bin/cmdlet.cjs', import.meta.url));
const project = new Project();
const loaded = join(project.folder, 'loaded.txt');
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const bin = project.write('bin/cmdlet', `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(bin, 0o755);
  environment = { ...process.env, PATH: `${join(project.folder, 'bin')}:${process.env['PATH'] ?? ''}`, TERM: 'xterm' };
  project.write(
    'package.json',
    JSON.stringify({ name: 'weather', cmdlets: { module: './pack.mjs', index: './cmdlets.json' } }),
  );
  const module = project.write(
    'pack.mjs',
    `import { writeFileSync } from 'node:fs';
     import { ArgumentCompleter, defineCmdlet, definePack, Int32, Switch, ValidateSet } from '@cmdlet/core';
     writeFileSync(new URL('./loaded.txt', import.meta.url), 'yes');
     const cities = ['Oslo', 'Old Town', 'Rome'];
     const GetForecast = defineCmdlet({
       verb: 'Get',
       noun: 'Forecast',
       synopsis: 'Tells the weather of tomorrow.',
       parameters: {
         city: { type: [String], position: 0, attributes: [ArgumentCompleter(() => cities)] },
         mode: { type: String, validate: [ValidateSet('calm', 'very windy', 'very wet')] },
         daysAhead: { type: Int32 },
         force: { type: Switch },
       },
       process() {},
     });
     export default definePack({ name: 'weather', cmdlets: [GetForecast] });`,
  );
  chmodSync(project.write('node_modules/.bin/cmdlet', `#!/bin/sh\nexec '${bin}' "$@"\n`), 0o755);
  project.write('data/north wind.csv', '');
  const { default: pack } = (await import(/* @vite-ignore */ pathToFileURL(module).href)) as { default: Pack };
  project.write('cmdlets.json', JSON.stringify(await buildIndex(pack)));
  project.write('loaded.txt', '');
  execFileSync('rm', [loaded]);
});

afterAll(() => project.remove());

/** What a shell prints that reads a program from its command line. */
async function run(shell: string, ...given: readonly string[]): Promise<string> {
  const options = { cwd: project.folder, env: environment, timeout: 60_000 };
  const { stdout } = await promisify(execFile)(shell, given, options);
  return stdout;
}

/** Types lines into a shell on a pseudo-terminal, each when the one before was shown; gives what was shown. */
function typeInto(command: string, lines: readonly string[]): Promise<string[]> {
  const child = spawn('sh', ['-c', 'exec script -qec "$1" /dev/null', 'sh', command], {
    cwd: project.folder,
    env: environment,
  });
  const shown: string[] = [];
  let written = '';
  let isReady = false;
  const next = (): void => {
    child.stdin.write(lines[shown.length] ?? 'exit\n');
  };
  child.stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString();
    // The terminal is read key by key from the first prompt on.
    if (!isReady && written.includes('ready> ')) {
      isReady = true;
      next();
    }
    for (let line = SHOWN.exec(written); line !== null; line = SHOWN.exec(written)) {
      written = written.slice(line.index + line[0].length);
      shown.push(line[1] ?? '');
      next();
    }
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(shown));
  });
}

/** What the key Ctrl+X makes the shells of these tests say about the line. */
const SHOWN = /<((?:npx|cmdlet)[^>]*)>/;

function isInstalled(shell: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, shell)));
}

/** The tool of util-linux; others take other options. */
const hasTerminals = process.platform === 'linux' && isInstalled('script');

describe.runIf(isInstalled('bash'))('bash, where it is installed', () => {
  /** The answers to lines that end at the cursor, or have it at a bar, in one shell. */
  async function answers(lines: readonly string[]): Promise<string[][]> {
    // COMP_WORDS are cut as readline cuts them; the function is called as \`complete -F\` has it called.
    const calls = lines.map((line) => {
      const [before = ''] = line.split('|');
      const word = /[^\s=:]*$/u.exec(before)?.[0] ?? '';
      return `COMP_LINE=${quoted(line.replace('|', ''))} COMP_POINT=${before.length}
        _cmdlet_complete cmdlet ${quoted(word)} x; printf '%s\\n' "\${COMPREPLY[@]}" --`;
    });
    const printed = await run('bash', '--norc', '-c', `source <(cmdlet completion bash)\n${calls.join('\n')}`);
    return printed
      .split('--\n')
      .slice(0, -1)
      .map((answer) => answer.split('\n').filter((line) => line !== ''));
  }

  function quoted(text: string): string {
    return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  }

  it('proposes commands, parameters that are left, and values, and loads no code of the pack', async () => {
    expect(
      await answers([
        'cmdlet Get-Fore',
        'cmdlet Get-Forecast -Force -| -DaysAhead 3',
        'cmdlet Get-Forecast -Mode v',
        'cmdlet Get-Forecast -Mode:c',
        'cmdlet Get-Forecast --mode=c',
      ]),
    ).toEqual([
      ['Get-Forecast'],
      expect.not.arrayContaining(['-Force', '-DaysAhead']) as unknown,
      ['very wet', 'very windy'],
      ['calm'],
      ['calm'],
    ]);
    expect(existsSync(loaded)).toBe(false);
  });

  it.runIf(hasTerminals)(
    'on a terminal quotes and completes what readline replaces, where script(1) makes terminals',
    { timeout: 60_000 },
    async () => {
      const lines = [
        'cmdlet Get-Fore\t-Mode "very wi\t\u0018',
        'cmdlet Get-Forecast -Mode:ca\t\u0018',
        'cmdlet Get-Forecast -DaysAhead da\tno\t\u0018',
        'npx cmdlet Get-Fore\t-Mode "very wi\t\u0018',
        'npx da\tno\t\u0018',
      ];
      const show = String.raw`bind -x '"\C-x": printf "<%s>\n" "$READLINE_LINE"; READLINE_LINE= READLINE_POINT=0'`;
      const rc = project.write('bashrc', `source <(cmdlet completion bash)\n${show}\nPS1='ready> '\n`);
      expect(await typeInto(`bash --rcfile ${rc} -i`, lines)).toEqual([
        'cmdlet Get-Forecast -Mode "very windy" ',
        'cmdlet Get-Forecast -Mode:calm ',
        String.raw`cmdlet Get-Forecast -DaysAhead data/north\ wind.csv `,
        'npx cmdlet Get-Forecast -Mode "very windy" ',
        String.raw`npx data/north\ wind.csv `,
      ]);
    },
  );
});

describe.runIf(isInstalled('zsh'))('zsh, where it is installed', () => {
  it.runIf(hasTerminals)(
    'puts the only proposal into the line, quoted, where script(1) makes terminals',
    { timeout: 60_000 },
    async () => {
      const rc = project.write(
        'zsh/.zshrc',
        `autoload -Uz compinit && compinit -D
       source <(cmdlet completion zsh)
       show() { print -r -- "<$BUFFER>"; BUFFER=''; }
       zle -N show; bindkey '^X' show; PROMPT='ready> '\n`,
      );
      environment = { ...environment, ZDOTDIR: join(rc, '..') };
      const lines = [
        'cmdlet Get-Fore\t-Mode very\\ wi\t\u0018',
        'cmdlet Get-Forecast --mode=ca\t\u0018',
        'cmdlet Get-Forecast -Mode "very we\t\u0018',
        'npx cmdlet Get-Forecast --mode=ca\t\u0018',
        'npx da\tno\t\u0018',
      ];
      expect(await typeInto('zsh -i', lines)).toEqual([
        'cmdlet Get-Forecast -Mode very\\ windy ',
        'cmdlet Get-Forecast --mode=calm ',
        'cmdlet Get-Forecast -Mode "very wet" ',
        'npx cmdlet Get-Forecast --mode=calm ',
        'npx data/north\\ wind.csv ',
      ]);
    },
  );
});

describe.runIf(isInstalled('fish'))('fish, where it is installed', () => {
  it('proposes words with what they mean', async () => {
    const lines = [
      'cmdlet Get-Fore',
      'cmdlet Get-Forecast --days',
      'cmdlet Get-Forecast -Mode very',
      'cmdlet Get-Forecast --mode=c',
      'npx cmdlet Get-Forecast --mode=c',
    ];
    const calls = lines.map((line) => `complete -C '${line}'; echo ==`);
    const printed = await run('fish', '--no-config', '-c', `cmdlet completion fish | source; ${calls.join('; ')}`);
    expect(printed.split('==\n').map((answer) => answer.trimEnd())).toEqual([
      'Get-Forecast\tTells the weather of tomorrow.',
      '--days-ahead\t[int] DaysAhead',
      'very wet\tvery wet\nvery windy\tvery windy',
      '--mode=calm\tcalm',
      '--mode=calm\tcalm',
      '',
    ]);
  });
});

describe('the command itself', () => {
  const complete = (...given: readonly string[]): Promise<string> =>
    run('sh', '-c', 'cmdlet complete "$@"', 'sh', ...given);

  it("asks the author's completer, and nothing else loads code", async () => {
    expect(await complete('--shell', 'fish', '--cursor', '2', '--', 'cmdlet', 'Get-Forecast', 'Oslo,')).toBe(
      'Oslo,Oslo\tOslo\nOslo,Old Town\tOld Town\nOslo,Rome\tRome\n',
    );
    expect(existsSync(loaded)).toBe(true);
  });

  it('answers PowerShell with the four parts of a CompletionResult', async () => {
    const words = ['cmdlet', 'Get-Forecast', '-Mode', "'very w"];
    expect(await complete('--shell', 'pwsh', '--cursor', '3', '--replaced', "'very w", '--', ...words)).toBe(
      "'very wet'\tvery wet\tParameterValue\tvery wet\n'very windy'\tvery windy\tParameterValue\tvery windy\n",
    );
  });
});
