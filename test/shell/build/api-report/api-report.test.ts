/** The report of a pack's API: what stands in it, and how a build looks after it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cmdlet } from '../../command.js';
import { forecastSource, manifest, TemporaryPack, tsconfig, weatherFiles } from '../temporary-pack.js';

/** A compiler at work on a busy machine. */
const LONG = 60_000;

const withReport = JSON.stringify({
  ...(JSON.parse(manifest) as object),
  types: './dist/index.d.ts',
  cmdlets: { module: './dist/index.js', index: './dist/cmdlets.json', api: './api.md' },
});

const report = `# API of weather

<!-- Written by cmdlet build. What changes here, changes for users of the pack. Not to be edited. -->

## Commands

### Get-Forecast

\`\`\`text
Get-Forecast [-City] <string> [-Scale <string>] [-Detail <string[]>] [<CommonParameters>]
\`\`\`

- writes \`string\`
- \`-City <string>\`: mandatory, position 0, from the pipeline
- \`-Detail <string[]>\`
- \`-Scale <string>\`: one of \`Celsius\`, \`Fahrenheit\`; default \`Celsius\`

## Exports

\`\`\`typescript
class GetForecast extends PSCmdlet<string> {
    city: string;
    scale: Scale;
    detail?: string[];
    processRecord(): Generator<string>;
}

const pack: import("@cmdlet/core").Pack<typeof GetForecast, never>;

// Used by them, and not exported:

type Scale = 'Celsius' | 'Fahrenheit';
\`\`\`
`;

describe('cmdlet build', () => {
  let pack: TemporaryPack;
  const build = (words: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) =>
    cmdlet(['build', ...words], { workingDirectory: pack.folder, environment });

  beforeAll(async () => {
    const declaring = tsconfig.replace('"sourceMap"', '"declaration":true,"sourceMap"');
    pack = new TemporaryPack({ ...weatherFiles, 'package.json': withReport, 'tsconfig.json': declaring });
    expect((await build()).exitCode).toBe(0);
  }, LONG);
  afterAll(() => pack.remove());
  beforeEach(() => pack.write('api.md', report));
  afterEach(() => pack.write('src/get-forecast.ts', forecastSource));

  it('writes what users of the pack can call and import', { timeout: LONG }, async () => {
    pack.delete('api.md');
    expect((await build()).stdout).toMatch(
      /^api\.md is written anew, since the API has changed\. Commit it\.\n1 command in /,
    );
    expect(pack.read('api.md')).toBe(report);
    expect((await build()).stdout).toMatch(/^1 command in /);
  });

  it.each([
    ['another parameter', 'city!: string;', 'town!: string;'],
    ['another type', 'detail?: string[];', 'detail?: number[];'],
    ['another set of values', "from './scale.js';", "from './scale.js';\nexport type Scales = Scale | 'Kelvin';"],
  ])('does not take %s on a build server, and says what differs', { timeout: LONG }, async (_title, before, after) => {
    const changed = forecastSource
      .replace(before, after)
      .replace('this.city', after.startsWith('town') ? 'this.town' : 'this.city');
    const source = after.includes('Scales') ? changed.replace('scale: Scale ', 'scale: Scales ') : changed;
    pack.write('src/get-forecast.ts', source);
    const { exitCode, stdout } = await build([], { CI: 'true' });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('error ApiReportOutdated: The API of the pack is not the one in api.md.');
    expect(stdout).toMatch(/^- .*\n(?:[-+] .*\n)*\+ /m);
    expect(pack.read('api.md')).toBe(report);

    expect((await build()).exitCode).toBe(0);
    expect(pack.read('api.md')).not.toBe(report);
    expect((await build([], { CI: 'true' })).exitCode).toBe(0);
  });

  it.each([['--check'], ['--check-api']])('compares with %s, too', { timeout: LONG }, async (option) => {
    expect((await build()).exitCode).toBe(0);
    pack.write('api.md', report.replaceAll('\n', '\r\n'));
    expect(await build([option])).toMatchObject({ exitCode: 0 });
    pack.write('api.md', report.replace('default `Celsius`', 'default `Kelvin`'));
    const { exitCode, stdout } = await build([option]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      '\n- - `-Scale <string>`: one of `Celsius`, `Fahrenheit`; default `Kelvin`\n+ - `-Scale <string>`: one of `Celsius`, `Fahrenheit`; default `Celsius`\n',
    );
  });

  it('asks for the file where it is not there', { timeout: LONG }, async () => {
    pack.delete('api.md');
    const { exitCode, stdout } = await build([], { CI: '1' });
    expect([exitCode, pack.has('api.md')]).toEqual([1, false]);
    expect(stdout).toContain('error ApiReportOutdated: There is no api.md');
    expect((await build([], { CI: 'false' })).exitCode).toBe(0);
    expect(pack.read('api.md')).toBe(report);
  });
});

it('A pack in JavaScript has a report of its commands, without a compiler', { timeout: LONG }, async () => {
  const pack = new TemporaryPack(
    {
      'package.json': JSON.stringify({
        name: 'rows',
        type: 'module',
        types: './index.d.ts',
        cmdlets: { module: './index.js', index: './cmdlets.json', api: './api.md' },
      }),
      'index.js': `import { defineCmdlet, definePack } from '@cmdlet/core';
const GetRow = defineCmdlet({ verb: 'Get', noun: 'Row', aliases: ['gr'], parameters: { name: { type: String } }, process() {} });
export const pack = definePack({ name: 'rows', cmdlets: [GetRow], aliases: { rows: 'Get-Row' } });`,
      'index.d.ts': 'export declare const pack: object;',
    },
    ['@cmdlet/core'],
  );
  expect(await cmdlet(['build'], { workingDirectory: pack.folder })).toMatchObject({ exitCode: 0 });
  expect(pack.read('api.md').split('\n').slice(4)).toEqual([
    '## Commands',
    '',
    '- alias `rows` of `Get-Row`',
    '',
    '### Get-Row',
    '',
    '```text',
    'Get-Row [-Name <string>] [<CommonParameters>]',
    '```',
    '',
    '- aliases `gr`',
    '- `-Name <string>`',
    '',
  ]);
  pack.remove();
});
