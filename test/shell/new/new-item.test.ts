/** `cmdlet new` in a pack. */
import { execFileSync } from 'node:child_process';
import ts from 'typescript';
import { afterEach, describe, expect, it } from 'vitest';
import { withCmdlet, withExport, withImport } from '../../../packages/shell/src/new/add-to-module.js';
import { cmdletNames } from '../../../packages/shell/src/new/item-names.js';
import { newItem } from '../../../packages/shell/src/new/new-item.js';
import { TemporaryPack, weatherFiles } from '../build/temporary-pack.js';

const packs: TemporaryPack[] = [];
const packWith = (files: Readonly<Record<string, string>> = weatherFiles): TemporaryPack => {
  const pack = new TemporaryPack(files, []);
  packs.push(pack);
  return pack;
};
afterEach(() => {
  for (const pack of packs.splice(0)) pack.remove();
});

describe('a new cmdlet', () => {
  it('has a file, a test, and its place in the pack', async () => {
    const pack = packWith();
    expect(await newItem(pack.folder, 'cmdlet', 'get-weatherStation')).toEqual({
      made: ['src/get-weather-station.ts', 'test/get-weather-station.test.ts'],
      changed: ['src/index.ts'],
      left: [],
    });
    expect(pack.read('src/index.ts')).toBe(`import { definePack } from '@cmdlet/core';
import { GetForecast } from './get-forecast.js';
import { GetWeatherStation } from './get-weather-station.js';

export { GetForecast, GetWeatherStation };
export const pack = definePack({ name: 'weather', version: '1.0.0', cmdlets: [GetForecast, GetWeatherStation] });
`);
    expect(pack.read('src/get-weather-station.ts')).toContain(
      "@Cmdlet('Get', 'WeatherStation', { outputType: String })",
    );
    expect(pack.read('src/get-weather-station.ts')).toContain(' * Gets a weather station.');
    expect(pack.read('test/get-weather-station.test.ts')).toContain("import { test } from 'node:test';");
  });

  it('asks before it changes something, and is tested with vitest where a pack is', async () => {
    const pack = packWith({ ...weatherFiles, 'package.json': '{ "devDependencies": { "vitest": "4" } }' });
    await newItem(pack.folder, 'cmdlet', 'Publish-Entry');
    expect(pack.read('src/publish-entry.ts')).toContain('supportsShouldProcess: true');
    expect(pack.read('src/publish-entry.ts')).toContain(' * Publishes an entry.');
    expect(pack.read('test/publish-entry.test.ts')).toContain("from 'vitest';");
  });

  it('is an object in JavaScript', async () => {
    const pack = packWith({
      'src/index.js':
        "import { definePack } from '@cmdlet/core';\nexport const pack = definePack({ name: 'a', cmdlets: [] });\n",
    });
    await newItem(pack.folder, 'cmdlet', 'Get-Row');
    expect(pack.read('src/get-row.js')).toContain('export const GetRow = defineCmdlet({');
    expect(pack.read('src/index.js')).toBe(
      "import { definePack } from '@cmdlet/core';\nimport { GetRow } from './get-row.js';\n\n" +
        "export { GetRow } from './get-row.js';\nexport const pack = definePack({ name: 'a', cmdlets: [GetRow] });\n",
    );
  });

  it('is declared where types are written by hand, and passes its test as Node runs it', {
    timeout: 60_000,
  }, async () => {
    const pack = new TemporaryPack(
      {
        'package.json': '{ "type": "module" }',
        'src/index.js':
          "import { definePack } from '@cmdlet/core';\nexport const pack = definePack({ name: 'a', cmdlets: [] });\n",
        'src/index.d.ts': "import type { Pack } from '@cmdlet/core';\nexport declare const pack: Pack;\n",
      },
      ['@cmdlet/core', '@cmdlet/testing'],
    );
    packs.push(pack);
    const { changed } = await newItem(pack.folder, 'cmdlet', 'Set-Row');
    expect(changed).toEqual(['src/index.js', 'src/index.d.ts']);
    await newItem(pack.folder, 'job', 'Row');
    const { VITEST: _, NODE_TEST_CONTEXT: __, NODE_OPTIONS: ___, ...env } = process.env;
    const said = execFileSync(process.execPath, ['--test', '--test-reporter=tap'], {
      cwd: pack.folder,
      encoding: 'utf8',
      env,
    });
    expect(said).toMatch(/^# pass 4$/m);

    pack.write(
      'use.ts',
      "import { RowJob, SetRow } from './src/index.js';\nnew SetRow().name satisfies string;\nclass Mine extends RowJob {}\nvoid Mine;\n",
    );
    const options = {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      noEmit: true,
      types: [],
    };
    const program = ts.createProgram([`${pack.folder}/use.ts`], {
      ...options,
      skipLibCheck: true,
      lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    });
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  });

  it('goes where the pack is defined, which may be another file', async () => {
    const pack = packWith({
      'src/index.ts': "export { pack } from './pack.js';\n",
      'src/pack.ts':
        "import { definePack } from '@cmdlet/core';\n\nexport const pack = definePack({ name: 'a', cmdlets: [] });\n",
    });
    const { changed } = await newItem(pack.folder, 'cmdlet', 'Get-Row');
    expect(changed).toEqual(['src/pack.ts', 'src/index.ts']);
    expect(pack.read('src/pack.ts')).toContain('cmdlets: [GetRow]');
    expect(pack.read('src/index.ts')).toBe(
      "export { pack } from './pack.js';\nexport { GetRow } from './get-row.js';\n",
    );
  });

  it('tells what is left to do where there is no list', async () => {
    const pack = packWith({ 'src/index.ts': 'export const pack = makePack();\n' });
    const { left, changed } = await newItem(pack.folder, 'cmdlet', 'Get-Row');
    expect(left).toEqual([expect.stringContaining('Add GetRow to the pack by hand.')]);
    expect(changed).toEqual(['src/index.ts']);
  });
});

describe('a new job class', () => {
  it('has a file, a test, and is exported', async () => {
    const pack = packWith();
    expect(await newItem(pack.folder, 'job', 'Folder')).toEqual({
      made: ['src/folder-job.ts', 'test/folder-job.test.ts'],
      changed: ['src/index.ts'],
      left: [],
    });
    expect(pack.read('src/folder-job.ts')).toContain('export class FolderJob extends Job {');
    expect(pack.read('src/index.ts')).toContain("export { FolderJob } from './folder-job.js';");
  });
});

describe('a new test', () => {
  it('is one of a cmdlet that is there', async () => {
    const pack = packWith();
    expect((await newItem(pack.folder, 'test', 'Get-Forecast')).made).toEqual(['test/get-forecast.test.ts']);
    expect(pack.read('test/get-forecast.test.ts')).toContain("errorId: 'MissingMandatoryParameter'");
  });
});

describe('nothing is made', () => {
  it.each([
    ['cmdlet', 'Delete-Row', 'UnapprovedVerb'],
    ['cmdlet', 'GetRow', 'InvalidCommandName'],
    ['cmdlet', 'Get-', 'InvalidCommandName'],
    ['cmdlet', 'Get-Forecast', 'FileExists'],
    ['test', 'Get-Row', 'SourceNotFound'],
    ['job', 'my job', 'InvalidClassName'],
  ] as const)('%s %s is %s', async (kind, name, errorId) => {
    const pack = packWith();
    const before = pack.read('src/index.ts');
    await expect(newItem(pack.folder, kind, name)).rejects.toMatchObject({ errorRecord: { errorId } });
    expect(pack.read('src/index.ts')).toBe(before);
    expect(pack.has('test')).toBe(false);
  });

  it('outside of a pack', async () => {
    const pack = packWith({});
    await expect(newItem(pack.folder, 'cmdlet', 'Get-Row')).rejects.toMatchObject({
      errorRecord: { errorId: 'PackNotFound' },
    });
  });

  it('for a verb that is not approved, and what is is told', () => {
    expect(() => cmdletNames('Change-Row')).toThrow('Write Convert-Row or Edit-Row or Rename-Row.');
    expect(() => cmdletNames('Frobnicate-Row')).toThrow(/Those that are: Add, .*Get, .*Watch/u);
    expect(() => cmdletNames('Gett-Row')).toThrow('Write Get-Row');
  });
});

describe('a module', () => {
  const entry = { className: 'GetRow', module: './get-row.js' };

  it.each([
    ['cmdlets: []', 'cmdlets: [GetRow]'],
    ['cmdlets: [A]', 'cmdlets: [A, GetRow]'],
    ['cmdlets: [\n    A,\n    B,\n  ]', 'cmdlets: [\n    A,\n    B,\n    GetRow,\n  ]'],
    ['cmdlets: [GetRow]', 'cmdlets: [GetRow]'],
    ['commands: []', undefined],
  ])('lists it: %j', (source, expected) => expect(withCmdlet(source, 'GetRow')).toBe(expected));

  it.each([
    ["import { A } from './a.js';\n", "import { A } from './a.js';\nimport { GetRow } from './get-row.js';\n"],
    ["import { Z } from './z.js';\n", "import { GetRow } from './get-row.js';\nimport { Z } from './z.js';\n"],
    ["import { A } from 'zod';\n", "import { A } from 'zod';\nimport { GetRow } from './get-row.js';\n"],
    ['', "import { GetRow } from './get-row.js';\n"],
    ["import { GetRow } from './get-row.js';\n", "import { GetRow } from './get-row.js';\n"],
  ])('imports it: %j', (source, expected) => expect(withImport(source, entry)).toBe(expected));

  it.each([
    ['', "export { GetRow } from './get-row.js';\n"],
    ["export { A } from './a.js';\n", "export { A } from './a.js';\nexport { GetRow } from './get-row.js';\n"],
    [
      "import { A, GetRow } from './a.js';\nexport { A };\n",
      "import { A, GetRow } from './a.js';\nexport { A, GetRow };\n",
    ],
    ["export { GetRow } from './get-row.js';\n", "export { GetRow } from './get-row.js';\n"],
  ])('exports it: %j', (source, expected) => expect(withExport(source, entry)).toBe(expected));
});
