/** The built command from outside: as a process among others, with a terminal and without. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Project } from './run-node.js';

const command = fileURLToPath(new URL('../../packages/shell/bin/cmdlet.cjs', import.meta.url));

const pack = `
const { defineCmdlet, definePack, ErrorRecord, ProgressRecord, Switch } = require('@cmdlet/core');
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
module.exports = definePack({
  name: 'places',
  cmdlets: [
    defineCmdlet({
      verb: 'Get', noun: 'City', outputType: Object, synopsis: 'Tells how long the name of a city is.',
      links: [{ text: 'Its page', uri: 'https://example.org/get-city' }],
      parameters: {
        name: {
          type: [String], mandatory: true, position: 0,
          valueFromPipeline: true, valueFromPipelineByPropertyName: true,
        },
      },
      async process() {
        for (const name of this.name) await this.writeObject({ name, length: name.length });
      },
    }),
    defineCmdlet({
      verb: 'Get', noun: 'Endless', outputType: Number,
      async process() {
        for (let number = 1; ; number++) await this.writeObject(number);
      },
    }),
    defineCmdlet({
      verb: 'Measure', noun: 'Forever', outputType: String,
      process() {
        require('node:fs').writeSync(1, 'computing');
        for (;;);
      },
    }),
    defineCmdlet({
      verb: 'Wait', noun: 'Long', outputType: String,
      parameters: { deaf: { type: Switch } },
      async process() {
        await this.writeObject('waiting');
        const stopped = new Promise((resolve) => this.stopping.addEventListener('abort', resolve, { once: true }));
        await Promise.race([wait(60_000), ...(this.deaf ? [] : [stopped])]);
      },
    }),
    defineCmdlet({
      verb: 'Test', noun: 'Failure', outputType: String,
      parameters: { stray: { type: Switch }, forgotten: { type: Switch } },
      async process() {
        if (this.forgotten) await new Promise(() => undefined);
        if (!this.stray) throw new Error('It failed.');
        setImmediate(() => { throw new Error('Nobody waits for this.'); });
        await new Promise((resolve) => this.stopping.addEventListener('abort', resolve, { once: true }));
      },
    }),
    defineCmdlet({
      verb: 'Remove', noun: 'City', outputType: String, supportsShouldProcess: true, confirmImpact: 'High',
      parameters: { name: { type: String, position: 0 } },
      async process() {
        if (await this.shouldProcess(this.name)) await this.writeObject(this.name + ' is gone');
      },
    }),
    defineCmdlet({
      verb: 'Watch', noun: 'Window', outputType: Object,
      async process() {
        const awake = setInterval(() => undefined, 60_000);
        const resized = new Promise((resolve) => process.once('SIGWINCH', resolve));
        await this.writeObject({ moment: 'before', text: 'x'.repeat(80) });
        await resized;
        clearInterval(awake);
        await this.writeObject({ moment: 'after', text: 'x'.repeat(80) });
      },
    }),
    defineCmdlet({
      verb: 'Show', noun: 'Progress', outputType: String,
      async process() {
        for (const part of [1, 2]) {
          await this.writeProgress(new ProgressRecord({
            activity: 'Counting', statusDescription: part + ' of 2', percentComplete: part * 50, secondsRemaining: 60,
          }));
          // Bars are drawn after 100 ms.
          await wait(150);
          await this.writeObject('line ' + part);
          await wait(150);
        }
      },
    }),
  ],
});
`;

interface Ended {
  /** Or the signal that ended it. */
  readonly code: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Call {
  /** What standard input holds. Default: it is empty. */
  readonly input?: string;
  /** Leaves standard input open, as of a program that writes nothing more. */
  readonly isInputOpen?: boolean;
  /** Text on standard output after which the input is written. Default: at once. */
  readonly inputAt?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Text on standard output after which it is interrupted, and how often. */
  readonly interruptAt?: string;
  readonly interruptions?: number;
  /** Text on standard output after which something is done. */
  readonly doAt?: readonly [text: string, action: () => void];
  /** A file for standard output. */
  readonly stdout?: number;
}

let project: Project;

beforeAll(() => {
  project = new Project();
  project.write('package.json', '{ "name": "places", "cmdlets": "./pack.cjs" }');
  project.write('pack.cjs', pack);
});
afterAll(() => project.remove());

/** Runs a program in the project to its end. */
function run(program: string, words: readonly string[], call: Call = {}): Promise<Ended> {
  const { input = '', inputAt, environment, interruptAt, interruptions = 1 } = call;
  const { NO_COLOR: _none, FORCE_COLOR: _forced, ...inherited } = process.env;
  const child = spawn(program, words, {
    cwd: project.folder,
    env: { ...inherited, ...environment },
    stdio: ['pipe', call.stdout ?? 'pipe', 'pipe'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  let left = interruptions;
  let isTyped = false;
  let isDone = false;
  const type = (): void => {
    isTyped = true;
    child.stdin?.write(input);
    if (call.isInputOpen !== true) child.stdin?.end();
  };
  const interrupt = (): void => {
    left--;
    child.kill('SIGINT');
  };
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
    // The command says that it has understood the first one.
    if (left > 0 && left < interruptions && stderr.includes('Interrupted')) interrupt();
  });
  child.stdout?.on('data', (chunk) => {
    stdout += String(chunk);
    if (call.doAt !== undefined && !isDone && stdout.includes(call.doAt[0])) {
      isDone = true;
      call.doAt[1]();
    }
    if (inputAt !== undefined && !isTyped && stdout.includes(inputAt)) type();
    if (left === interruptions && interruptAt !== undefined && stdout.includes(interruptAt)) interrupt();
  });
  // It may end before it has read everything.
  child.stdin?.on('error', () => undefined);
  if (inputAt === undefined) type();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal, stdout, stderr }));
  });
}

function cmdlet(words: readonly string[], call?: Call): Promise<Ended> {
  return run(process.execPath, [command, ...words], call);
}

/** On a pseudo-terminal of 60 cells, where somebody types the input. */
function cmdletOnTerminal(words: string, call: Call): Promise<Ended> {
  const line = `stty cols 60 rows 20; ${process.execPath} ${command} ${words}`;
  return run('script', ['-qec', line, '/dev/null'], call);
}

it('lists the commands of the project and its own', async () => {
  const { stdout, stderr, code } = await cmdlet(['list']);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(stdout).toMatch(/places\n {2}Get-City +Tells how long/u);
  expect(stdout).toContain('Select-Object');
});

describe('the exit code', () => {
  it.each([
    [['Get-City', 'Oslo', '--output', 'csv'], 0, ''],
    [['Test-Failure'], 1, 'It failed.'],
    [['Test-Failure', '-Stray'], 1, 'Nobody waits for this.'],
    [['Test-Failure', '-Forgotten'], 1, '[UnsettledCommand]'],
    [['Get-Citty', '--error-output', 'json'], 2, '"errorId":"CommandNotFoundException"'],
    [['Test-Failure', '-AsJob'], 3, 'It failed.'],
  ])('of %j is %i', async (words, code, said) => {
    const ended = await cmdlet(words);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(said);
    expect(ended.stderr).not.toMatch(/\n\s+at /u);
  });
});

it('ends quietly where its reader goes away', async () => {
  const line = `"${process.execPath}" "${command}" Get-Endless --output text | head -1; exit \${PIPESTATUS[0]}`;
  expect(await run('bash', ['-c', line])).toEqual({ code: 0, stdout: '1\n', stderr: '' });
});

it('ends quietly where its reader goes away while a file is read', async () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `{"name":"${index}"}\n`);
  project.write('names.jsonl', lines.join(''));
  const line = `"${process.execPath}" "${command}" Select-Object name --input jsonl < names.jsonl | head -1; exit \${PIPESTATUS[0]}`;
  expect(await run('bash', ['-c', line])).toEqual({ code: 0, stdout: '\n', stderr: '' });
});

it('cannot read a folder, and says so', async () => {
  const { code, stderr } = await run('bash', ['-c', `"${process.execPath}" "${command}" Sort-Object < /`]);
  expect(stderr).toMatch(/cannot be read: EISDIR[\s\S]*\[InputReadFailed\]\n$/u);
  expect(code).toBe(1);
});

it.runIf(process.platform === 'linux')('opens help online with the program of the system', async () => {
  chmodSync(project.write('bin/xdg-open', '#!/bin/sh\necho "$1" > opened; exit 0\n'), 0o755);
  const environment = { PATH: `${join(project.folder, 'bin')}:${process.env['PATH'] ?? ''}` };
  expect(await cmdlet(['help', 'Get-City', '-Online'], { environment })).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(project.folder, 'opened'), 'utf8')).toBe('https://example.org/get-city\n');
  project.write('bin/xdg-open', '#!/bin/sh\nexit 3\n');
  const failed = await cmdlet(['Get-Help', 'Get-City', '-Online'], { environment });
  expect(failed.stderr).toMatch(/https:\/\/example\.org\/get-city cannot.*xdg-open ended with exit code 3/u);
  expect(failed.code).toBe(1);
});

it('says that the disk is full', async () => {
  const full = openSync('/dev/full', 'w');
  try {
    const { code, stderr } = await cmdlet(['Get-City', 'Oslo'], { stdout: full });
    expect(stderr).toMatch(/no space left[\s\S]*\[OutputWriteFailed\]/u);
    expect(code).toBe(1);
  } finally {
    closeSync(full);
  }
});

it('names the one line in 40,001 that is no JSON, and reads the others', async () => {
  const lines = Array.from({ length: 40_001 }, (_, index) => `{"name":"${index}"}\n`);
  lines[39_999] = '{"name":\n';
  const words = ['Get-City', '--input', 'jsonl', '--pipe', 'Measure-Object', '--output', 'json'];
  const { code, stdout, stderr } = await cmdlet(words, { input: lines.join('') });
  expect(JSON.parse(stdout)).toMatchObject([{ count: 40_000 }]);
  expect(stderr).toMatch(/^error: Line 40000 of the input is no JSON[\s\S]*\[InvalidInput\]\n$/u);
  expect(code).toBe(1);
});

it('writes plain text into a pipe, and colours if it has to', async () => {
  const words = ['Get-City', 'Oslo'];
  const [plain, forced] = await Promise.all([cmdlet(words), cmdlet(words, { environment: { FORCE_COLOR: '1' } })]);
  expect(plain.stdout).toMatch(/^\nname length\n---- ------\nOslo +4\n\n$/iu);
  expect(forced.stdout).toContain('\u001B[32;1m');
});

describe('an interruption', () => {
  it('ends a cmdlet that computes and lets nobody else have a turn', async () => {
    const call = { interruptAt: 'computing' };
    expect(await cmdlet(['Measure-Forever'], call)).toEqual({ code: 'SIGINT', stdout: 'computing', stderr: '' });
  });

  it('ends a command that waits for records', async () => {
    const call = { input: 'Oslo\n', isInputOpen: true, interruptAt: 'Oslo' };
    const { code, stdout } = await cmdlet(['Get-City', '--input', 'lines', '--output', 'json'], call);
    expect(JSON.parse(stdout)).toEqual([{ name: 'Oslo', length: 4 }]);
    expect(code).toBe(130);
  });

  it('stops a job, and tells what became of it', async () => {
    const words = ['Wait-Long', '-AsJob', '--output', 'text'];
    const { code, stdout, stderr } = await cmdlet(words, { interruptAt: 'waiting' });
    expect(stdout).toBe('waiting\n');
    expect(stderr).toMatch(/^WARNING: Interrupted\.[\s\S]*CmdletJob +Stopped/u);
    expect(code).toBe(130);
  });

  it('ends everything at once when it comes again', async () => {
    const words = ['Wait-Long', '-Deaf', '-AsJob', '--output', 'text'];
    const { code, stderr } = await cmdlet(words, { interruptAt: 'waiting', interruptions: 2 });
    expect(stderr).toMatch(/^WARNING: Interrupted\..*\n$/u);
    expect(code).toBe(130);
  });
});

describe('a terminal', () => {
  it('is asked for what is mandatory', async () => {
    const { stdout, code } = await cmdletOnTerminal('Get-City --output jsonl', { input: 'Oslo\nRome\n\n' });
    expect(stdout).toMatch(/Name\[0\]: [\s\S]*Name\[2\]: /u);
    expect(stdout).toMatch(/\{"name":"Oslo","length":4\}\r\n\{"name":"Rome","length":4\}\r\n$/u);
    expect(code).toBe(0);
  });

  it('is asked for confirmation', async () => {
    const { stdout, code } = await cmdletOnTerminal('Remove-City Oslo', {
      input: '?\ny\n',
      environment: { NO_COLOR: '1' },
    });
    expect(stdout).toMatch(/\[Y\] Yes {2}\[A\] Yes to All[\s\S]*Y - [\s\S]*\[Y\] Yes[\s\S]*Oslo is gone\r\n$/u);
    expect(stdout).not.toContain('\u001B');
    expect(code).toBe(0);
  });

  it('where somebody types Ctrl+C at a question ends the command', async () => {
    const { code } = await cmdletOnTerminal('Remove-City Oslo', {
      input: '\u0003',
      inputAt: '[?] Help',
      isInputOpen: true,
    });
    expect(code).toBe(130);
  });

  it('that is resized gets the rest of a table as it fits', async () => {
    const narrow = (): void => {
      execFileSync('stty', ['-F', readFileSync(join(project.folder, 'tty'), 'utf8').trim(), 'cols', '30']);
    };
    const environment = { NO_COLOR: '1' };
    const line = `tty > tty; stty cols 60 rows 20; ${process.execPath} ${command} Watch-Window`;
    const { stdout, code } = await run('script', ['-qec', line, '/dev/null'], {
      environment,
      doAt: ['before', narrow],
    });
    expect(stdout.split('\r\n').map((each) => each.trimEnd())).toEqual([
      '',
      'moment text',
      '------ ----',
      `before ${'x'.repeat(51)}…`,
      '',
      'moment text',
      '------ ----',
      `after  ${'x'.repeat(21)}…`,
      '',
      '',
    ]);
    expect(code).toBe(0);
  });

  it('shows bars below the output, and in the end only the output', async () => {
    const { stdout } = await cmdletOnTerminal('Show-Progress', { environment: { NO_COLOR: '1' } });
    expect(stdout).toContain('Counting [############------------]  50% 1 of 2 01:00');
    expect(screenOf(stdout)).toEqual(['line 1', 'line 2', '']);
  });
});

/** What a terminal shows in the end that knows how to go up some lines and to clear what is below. */
function screenOf(written: string): string[] {
  const lines = [''];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a terminal is steered
  for (const [part, up] of written.matchAll(/\u001b\[(\d+)A|\u001b\[0J|\r\n|[^\u001b\r]+/gu)) {
    if (part === '\r\n') lines.push('');
    else if (up !== undefined) lines.splice(-Number(up) - 1, Number(up) + 1, '');
    else if (!part.startsWith('\u001B')) lines.push((lines.pop() ?? '') + part);
  }
  return lines;
}

it('needs nothing but its folder to be found', async () => {
  const { stdout } = await run(join(project.folder, '../../../../.bin/cmdlet'), ['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
});
