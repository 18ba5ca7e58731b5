import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { templates } from '../../packages/create-cmdlet/src/pack/template.js';
import { Command, succeed } from './command.js';

let command: Command;
beforeEach(() => {
  command = new Command();
});
afterEach(() => command.remove());

const manifest = (folder = 'my-pack') =>
  JSON.parse(readFileSync(join(command.folder, folder, 'package.json'), 'utf8')) as Record<string, unknown>;

describe('create-cmdlet', () => {
  it.each(templates)('makes a pack from the template %s, installs it and runs its tests', async (template) => {
    const { exitCode, output, errors } = await command.run('my-own', '--yes', '--template', template);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(command.files()).toEqual(['my-own']);
    expect(command.files('my-own')).toEqual(
      expect.arrayContaining(['.gitignore', 'README.md', 'package.json', 'src', 'test']),
    );
    expect(manifest('my-own')['name']).toBe('my-own');
    const source = template === 'javascript-pack' ? 'src/index.js' : 'src/index.ts';
    expect(readFileSync(join(command.folder, 'my-own', source), 'utf8')).toContain("name: 'my-own'");
    expect(command.programs).toEqual([
      'git rev-parse --git-dir',
      'npm install --no-audit --no-fund --loglevel=error',
      'git init --quiet',
      'npm run test',
    ]);
    expect(output).toMatch(new RegExp(`Made my-own from the template ${template} in [\\d.]+ s. Its 9 tests pass.`));
    expect(output).toMatch(/ {2}cd my-own\n {2}npx cmdlet \w/);
  });

  it('asks at a terminal what it is not told', async () => {
    const { exitCode, output } = await command.type(['My Pack\n', 'my-own\n', '9\n', '2\n', 'y\n'], '--no-install');
    expect(exitCode).toBe(0);
    expect(output).toContain('Name of the pack (my-pack): ');
    expect(output).toContain("'My Pack' cannot be the name of a package: it has capital letters. Use my-pack");
    expect(output).toContain('  3  service-pack     services by injection');
    expect(output).toContain("'9' is none of pack, job-pack");
    expect(output).toContain('Package manager (npm): ');
    expect(command.files('my-own')).toEqual(expect.arrayContaining(['.yarnrc.yml', 'yarn.lock']));
    expect(command.files('my-own/src')).toContain('get-prime.ts');
    expect(output).toContain('  yarn install\n  yarn run test\n  yarn cmdlet Get-Prime');
  });

  it('takes defaults for empty lines', async () => {
    command.environment = { npm_config_user_agent: 'pnpm/9.1.0 npm/? node/v20.19.0 linux x64' };
    const { exitCode, output } = await command.type(['\n', '\n', '\n']);
    expect(exitCode).toBe(0);
    expect(manifest()['name']).toBe('my-pack');
    expect(output).toContain('Package manager (pnpm): ');
    expect(command.programs).toContain('pnpm install --no-frozen-lockfile --ignore-workspace');
  });

  it('asks nothing that it is told', async () => {
    const words = ['my-own', '-t', 'service-pack', '-m', 'bun', '--no-git'];
    const { exitCode, output } = await command.type([], ...words);
    expect(exitCode).toBe(0);
    expect(output).not.toContain('): ');
    expect(command.programs).toEqual(['bun install', 'bun run test']);
  });

  it.each([
    [[], 'the name of the pack and --template and --package-manager, or --yes for my-pack and pack and npm'],
    [['my-pack'], '--template and --package-manager, or --yes for pack and npm'],
    [['my-pack', '-t', 'pack'], '--package-manager, or --yes for npm'],
  ])('says what is missing where nobody can be asked: %j', async (words, missing) => {
    const { exitCode, errors } = await command.run(...words);
    expect(exitCode).toBe(2);
    expect(errors).toBe(`MissingAnswer: There is no terminal to ask at. Give ${missing}.\n`);
    expect(command.files()).toEqual([]);
  });

  it('needs no terminal when all is told', async () => {
    const { exitCode } = await command.run('my-pack', '-t', 'pack', '-m', 'npm');
    expect(exitCode).toBe(0);
  });

  it('makes the folders above, and names a scoped pack as it is told', async () => {
    const { exitCode } = await command.run('packs/new/my-own', '--name', '@me/my-own', '--yes');
    expect(exitCode).toBe(0);
    expect(manifest('packs/new/my-own')['name']).toBe('@me/my-own');
  });

  it('uses the package manager by the script that runs it', async () => {
    command.environment = { npm_execpath: '/usr/lib/npm/bin/npm-cli.js' };
    await command.run('my-pack', '--yes', '--no-git', '--no-test');
    expect(command.programs).toEqual([
      `${process.execPath} /usr/lib/npm/bin/npm-cli.js install --no-audit --no-fund --loglevel=error`,
    ]);
  });

  it.each([
    ['is not in a repository', [], 128, true],
    ['is in one', [], 0, false],
    ['is in one, if it is told to', ['--git'], 0, true],
    ['is told not to', ['--no-git'], 128, false],
  ])('makes a git repository or none where the folder %s', async (_title, words, exitCode, makes) => {
    command.program = (given) => (given.includes('rev-parse') ? { exitCode, output: '' } : succeed(given));
    await command.run('my-pack', '--yes', '--no-install', ...words);
    expect(command.programs.includes('git init --quiet')).toBe(makes);
  });

  it('does without git where there is none, unless it is told to use it', async () => {
    command.program = ([program = '', ...words]) => {
      if (program === 'git') throw Object.assign(new Error('spawn git ENOENT'), { code: 'ENOENT' });
      return succeed(words);
    };
    expect((await command.run('one', '--yes')).exitCode).toBe(0);
    const { exitCode, errors } = await command.run('two', '--yes', '--git');
    expect([exitCode, errors]).toEqual([2, expect.stringMatching(/^GitNotFound: /)]);
    expect(command.files()).toEqual(['one']);
  });

  it('shows its help and its version', async () => {
    const help = await command.run('--help');
    for (const option of ['--template', '--package-manager', '--packages', '--overwrite', 'javascript-pack']) {
      expect(help.output).toContain(option);
    }
    const { version } = JSON.parse(
      readFileSync(new URL('../../packages/create-cmdlet/package.json', import.meta.url), 'utf8'),
    ) as { readonly version: string };
    expect((await command.run('--version')).output).toBe(`${version}\n`);
  });
});

describe('A folder with something in it', () => {
  beforeEach(() => {
    mkdirSync(join(command.folder, 'my-pack/src'), { recursive: true });
    writeFileSync(join(command.folder, 'my-pack/package.json'), 'mine');
    writeFileSync(join(command.folder, 'my-pack/src/notes.txt'), 'mine too');
  });

  const content = (file: string): string => readFileSync(join(command.folder, 'my-pack', file), 'utf8');

  it('is refused', async () => {
    const { exitCode, errors } = await command.run('my-pack', '--yes');
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/^FolderNotEmpty: .*my-pack holds package.json, src\. Give another name, or --overwrite/);
    expect(content('package.json')).toBe('mine');
  });

  it('is left alone if the user says no', async () => {
    const { exitCode, output } = await command.type(['n\n'], 'my-pack');
    expect(exitCode).toBe(2);
    expect(output).toContain('holds package.json, src. Write into it? Files of the same name are replaced. (y/N): ');
    expect(command.files('my-pack')).toEqual(['package.json', 'src']);
    expect(content('package.json')).toBe('mine');
  });

  it.each<[string, () => Promise<{ exitCode: number }>]>([
    ['the user says yes', () => command.type(['yes\n', '\n', '\n'], 'my-pack')],
    ['--overwrite is given', () => command.run('my-pack', '--yes', '--overwrite')],
  ])('gets the files if %s; those of other names stay', async (_title, run) => {
    expect((await run()).exitCode).toBe(0);
    expect(manifest()['name']).toBe('my-pack');
    expect(content('src/notes.txt')).toBe('mine too');
    expect(content('src/index.ts')).toContain('definePack');
    expect(command.files('my-pack')).toEqual([
      '.gitignore',
      'README.md',
      'api.md',
      'package.json',
      'src',
      'test',
      'tsconfig.json',
    ]);
    expect(command.files('my-pack/src')).toEqual(['get-greeting.ts', 'index.cts', 'index.ts', 'notes.txt']);
  });

  it('keeps what it has if the installation fails', async () => {
    command.program = (words) => (words.includes('install') ? { exitCode: 1, output: 'no' } : succeed(words));
    expect((await command.run('my-pack', '--yes', '--overwrite')).exitCode).toBe(1);
    expect(command.files('my-pack')).toEqual(['package.json', 'src']);
    expect(content('package.json')).toBe('mine');
  });

  it('may be a repository', async () => {
    mkdirSync(join(command.folder, 'cloned/.git'), { recursive: true });
    expect((await command.run('cloned', '--yes')).exitCode).toBe(0);
    expect(command.files('cloned')).toEqual(expect.arrayContaining(['.git', 'package.json']));
  });

  it('may be the current one', async () => {
    const own = new Command();
    expect((await own.run('.', '--yes', '--name', 'my-own')).exitCode).toBe(0);
    expect(own.files()).toContain('package.json');
    own.remove();
  });

  it('is none if a file has its name', async () => {
    const { exitCode, errors } = await command.run('my-pack/package.json', '--yes');
    expect([exitCode, errors]).toEqual([2, expect.stringMatching(/^NotAFolder: /)]);
  });
});

describe('Nothing is left', () => {
  it('of a pack that cannot be installed', async () => {
    command.program = (words) =>
      words.includes('install') ? { exitCode: 1, output: 'npm error 404 no such package\n' } : succeed(words);
    const { exitCode, errors } = await command.run('packs/my-pack', '--yes');
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/^InstallFailed: .*\nnpm error 404 no such package\nNothing was made. With --no-install/);
    expect(command.files()).toEqual([]);
  });

  it('if the package manager is not there', async () => {
    command.program = ([program = '', ...words]) => {
      if (program === 'bun') throw Object.assign(new Error('spawn bun ENOENT'), { code: 'ENOENT' });
      return succeed(words);
    };
    const { exitCode, errors } = await command.run('my-pack', '--yes', '-m', 'bun');
    expect([exitCode, errors]).toEqual([1, expect.stringMatching(/^PackageManagerNotFound: bun was not found/)]);
    expect(command.files()).toEqual([]);
  });

  it.each(['rev-parse', 'install', 'init'])('of a run that is interrupted during %s', async (word) => {
    command.program = (words) => {
      if (words.includes(word)) command.interrupt();
      return succeed(words);
    };
    const { exitCode, errors } = await command.run('packs/my-pack', '--yes');
    expect([exitCode, errors]).toEqual([130, 'Interrupted: Nothing was made.\n']);
    expect(command.files()).toEqual([]);
  });

  it.each([
    ['Ctrl+C', ['\x03']],
    ['the end of input', []],
    ['Ctrl+C at the second', ['my-own\n', '\x03']],
  ])('of a run that ends at a question by %s', async (_title, lines) => {
    const { exitCode, errors } = await command.type(lines);
    expect([exitCode, errors]).toEqual([130, 'Interrupted: Nothing was made.\n']);
    expect(command.files()).toEqual([]);
    expect(command.programs).toEqual([]);
  });

  it('of a pack that cannot be written', async () => {
    writeFileSync(join(command.folder, 'file'), '');
    const { exitCode, errors } = await command.run('file/my-pack', '--yes');
    expect([exitCode, errors]).toEqual([1, expect.stringMatching(/^WriteFailed: .*Nothing was made\.\n$/)]);
    expect(command.files()).toEqual(['file']);
  });

  it('if somebody else was faster', async () => {
    command.program = (words) => {
      if (words.includes('install')) {
        mkdirSync(join(command.folder, 'my-pack'));
        writeFileSync(join(command.folder, 'my-pack/theirs'), '');
      }
      return succeed(words);
    };
    const { exitCode, errors } = await command.run('my-pack', '--yes');
    expect([exitCode, errors]).toEqual([1, expect.stringMatching(/^WriteFailed: /)]);
    expect(command.files()).toEqual(['my-pack']);
    expect(command.files('my-pack')).toEqual(['theirs']);
  });
});

describe('A pack that is whole stays', () => {
  it('if its tests do not pass', async () => {
    command.program = (words) =>
      words.includes('test') ? { exitCode: 1, output: 'not ok 1 - greets\n# pass 8\n# fail 1\n' } : succeed(words);
    const { exitCode, errors } = await command.run('my-pack', '--yes');
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      /^TestsFailed: The pack is in .*my-pack, but its tests do not pass here:\nnot ok 1 - greets/,
    );
    expect(command.files('my-pack')).toContain('package.json');
  });

  it('if its tests are interrupted', async () => {
    command.program = (words) => {
      if (words.includes('test')) command.interrupt();
      return succeed(words);
    };
    const { exitCode, errors } = await command.run('my-pack', '--yes');
    expect([exitCode, errors]).toEqual([130, expect.stringMatching(/^Interrupted: The pack is in .*my-pack; /)]);
    expect(command.files()).toEqual(['my-pack']);
  });
});
