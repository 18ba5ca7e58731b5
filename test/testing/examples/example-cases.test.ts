import { AssertionError } from 'node:assert';
import { type CommandExample, defineCmdlet, definePack, ErrorRecord, Int32, type Pack, Switch } from '@cmdlet/core';
import { defineTests, exampleCases } from '@cmdlet/testing';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../packages/testing/src/examples/read-command-line.js';
import { forecastPack } from '../forecast-pack.js';

describe('readCommandLine', () => {
  const value = (text: unknown) => ({ value: text, hasValue: true });
  const name = (text: string) => ({ name: text, hasValue: false });

  it.each([
    ['Get-Row', undefined, [['Get-Row', []]]],
    ['Get-Row a -Force 5 -1.5', undefined, [['Get-Row', [value('a'), name('Force'), value(5), value(-1.5)]]]],
    [
      "Get-Row 'it''s' \"a b\" '-x' '5'",
      undefined,
      [['Get-Row', [value("it's"), value('a b'), value('-x'), value('5')]]],
    ],
    ['Get-Row a,b , 3', undefined, [['Get-Row', [value(['a', 'b', 3])]]]],
    [
      'Get-Row -Force:$false -Name:x -Id: 3,4',
      undefined,
      [
        [
          'Get-Row',
          [
            { name: 'Force', ...value(false) },
            { name: 'Name', ...value('x') },
            { name: 'Id', ...value([3, 4]) },
          ],
        ],
      ],
    ],
    [
      "'a', 2 | Get-Row | Set-Row $null",
      ['a', 2],
      [
        ['Get-Row', []],
        ['Set-Row', [value(null)]],
      ],
    ],
    ['5|Get-Row', [5], [['Get-Row', []]]],
    ['Get-Row node* C:\\temp/x.ts', undefined, [['Get-Row', [value('node*'), value('C:\\temp/x.ts')]]]],
  ])('reads %s', (line, input, commands) => {
    const read = readCommandLine(line);
    expect(read?.input).toEqual(input);
    expect(read?.commands.map((command) => [command.name, command.arguments])).toEqual(commands);
  });

  it.each([
    'Get-Row { $_ }',
    'Get-Row $x',
    '(Get-Row).Name',
    'Get-Row; Get-Row',
    'Get-Row > file',
    'Get-Row |',
    '| x',
    'a,',
    "'a",
    '"$x"',
    '',
    '5',
  ])('leaves %j to the command language', (line) => {
    expect(readCommandLine(line)).toBeUndefined();
  });
});

describe('exampleCases', async () => {
  defineTests(it, await exampleCases(forecastPack));

  it('says in the titles what is tested', async () => {
    expect((await exampleCases(forecastPack)).map(({ title }) => title)).toEqual([
      'Get-Forecast: Of one city writes what it says',
      'Get-Forecast: Of several writes what it says',
      'Get-Forecast: In the background binds',
      'Remove-Station: example 1 writes what it says',
      'Wait-Weather: example 1 binds',
    ]);
  });

  it.each<[string, CommandExample, RegExp]>([
    ['writes something else', { code: 'Get-Row 2', output: ['1'] }, /'Get-Row 2' writes something else/],
    ['writes more', { code: 'Get-Row 2', output: ['0'] }, /writes something else/],
    ['fails', { code: 'Get-Row -Fail', output: [] }, /no rows/],
    ['writes an error beside what it says', { code: 'Get-Row 0 -Complain', output: [] }, /a complaint/],
    ['does not bind', { code: 'Get-Row -Cuont 2' }, /cannot be found/],
    ['has a bad value', { code: 'Get-Row -Count x' }, /x/],
    ['has a record that does not bind', { code: "'x' | Get-Row" }, /x|input/i],
    ['calls something else', { code: 'Get-Column 2' }, /'Get-Column 2' does not call the command/],
    ['needs the language', { code: '1..3 | Get-Row { $_ }', output: ['1'] }, /needs the command language/],
  ])('fails for an example that %s', async (_title, example, message) => {
    const [only] = await exampleCases(packWith(example));
    await expect(Promise.resolve(only?.check())).rejects.toThrow(message);
  });

  it.each(['Get-Row', 'Get-DbRow', 'gr', 'Dbgr', 'rows', 'Dbrows'])(
    'knows a command of a pack with a prefix as %s',
    async (name) => {
      const examples = [{ code: `${name} 1`, output: ['0'] }, { code: `${name} 1` }];
      for (const { check } of await exampleCases({ ...packWith(...examples), commandPrefix: 'Db' })) await check();
      const [bad] = await exampleCases({ ...packWith({ code: `${name} -Cuont 1` }), commandPrefix: 'Db' });
      await expect(Promise.resolve(bad?.check())).rejects.toThrow(/cannot be found/);
    },
  );

  it('shows both sides', async () => {
    const [only] = await exampleCases(packWith({ code: 'Get-Row 2', output: ['0', { row: 7 }] }));
    const error: unknown = await Promise.resolve(only?.check()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AssertionError);
    expect(error).toMatchObject({ actual: ['0', { row: 1 }], expected: ['0', { row: 7 }] });
  });

  it('passes objects that are equal, leaves out lines that nobody can read, and takes pipelines of a reader', async () => {
    const [equal] = await exampleCases(packWith({ code: 'Get-Row 2', output: [{ row: 0 }, { row: 1 }] }));
    await equal?.check();
    expect(await exampleCases(packWith({ code: 'Get-Row { $_ }' }))).toEqual([]);
    const [read] = await exampleCases(packWith({ code: 'some language', output: ['0'] }), {
      pipelineOf: (session) => session.pipeline('Get-Row', { count: 1 }),
    });
    await read?.check();
  });
});

class Row {
  constructor(readonly row: number) {}

  toString(): string {
    return `${this.row}`;
  }
}

function packWith(...examples: readonly CommandExample[]): Pack {
  const GetRow = defineCmdlet({
    verb: 'Get',
    noun: 'Row',
    aliases: ['gr'],
    examples,
    parameters: { count: { type: Int32, position: 0, default: 1 }, fail: { type: Switch }, complain: { type: Switch } },
    async process() {
      if (this.fail) throw new Error('no rows');
      if (this.complain) await this.writeError(new ErrorRecord(new Error('a complaint'), 'Complaint', 'InvalidData'));
      for (let row = 0; row < this.count; row++) await this.writeObject(new Row(row));
    },
  });
  return definePack({ name: 'rows', cmdlets: [GetRow], aliases: { rows: 'Get-Row' } });
}
