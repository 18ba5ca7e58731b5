import { describe, expect, test } from 'vitest';
import { Cmdlet } from '../../../../packages/core/src/declare/decorators/cmdlet.js';
import { Parameter } from '../../../../packages/core/src/declare/decorators/parameter.js';
import { buildIndex, verifyIndex } from '../../../../packages/core/src/declare/pack/build-index.js';
import {
  type CommandIndex,
  commandNames,
  findCommand,
} from '../../../../packages/core/src/declare/pack/command-index.js';
import { definePack, prefixedName } from '../../../../packages/core/src/declare/pack/define-pack.js';
import { loadCmdlets, loadSource } from '../../../../packages/core/src/declare/pack/load-cmdlets.js';
import { readIndex } from '../../../../packages/core/src/declare/pack/read-index.js';

@Cmdlet('Get', 'Forecast', { aliases: ['gfc'], synopsis: 'Tells the weather.' })
class GetForecast {
  @Parameter({ position: 0 }) city!: string;
}
@Cmdlet('New', 'Report')
class NewReport {}
class Plain {}

const lazy = () => Promise.resolve({ NewReport, Plain, text: 'x', default: NewReport });

const weather = definePack({
  name: '@acme/weather',
  version: '1.2.0',
  description: 'Weather.',
  cmdlets: [GetForecast, lazy],
  services: [Plain],
  aliases: { nr: 'New-Report' },
  settings: { secret: 1 },
});

describe('A pack', () => {
  test('keeps what it is given, and has a version', () => {
    expect(weather).toMatchObject({ name: '@acme/weather', version: '1.2.0', services: [Plain] });
    expect(definePack({ name: 'x', cmdlets: [] }).version).toBe('0.0.0');
    expect(weather).toSatisfy(Object.isFrozen);
  });

  test('loads its classes, those of modules too, each once', async () => {
    expect(await loadCmdlets(weather)).toEqual([GetForecast, NewReport]);
    expect(await loadSource(weather, () => Promise.resolve(NewReport))).toEqual([NewReport]);
  });

  test.each([
    ['no name', { name: ' ', cmdlets: [] }, 'Argument'],
    ['a prefix that cannot be typed', { name: 'x', cmdlets: [], commandPrefix: 'a-b' }, 'Argument'],
    ['a class that is no cmdlet', { name: 'x', cmdlets: [Plain] }, 'CmdletNotDeclared'],
  ])('cannot have %s', (_what, definition, errorId) => {
    expect(() => definePack(definition)).toThrow(expect.objectContaining({ errorId, category: 'MetadataError' }));
  });

  test('cannot have two commands of one name', () => {
    class Second {}
    Cmdlet('Get', 'FORECAST')(Second);
    expect(() => definePack({ name: 'x', cmdlets: [GetForecast, Second] })).toThrow(
      expect.objectContaining({
        errorId: 'DuplicateCmdletName',
        message: expect.stringMatching(/GetForecast.*Second/) as string,
      }),
    );
  });

  test.each([
    ['Get-Item', 'Contoso', 'Get-ContosoItem'],
    ['gi', 'Contoso', 'Contosogi'],
    ['Get-Item', undefined, 'Get-Item'],
  ])('shows %s under the prefix %s as %s', (name, prefix, expected) => {
    expect(prefixedName(name, prefix)).toBe(expected);
  });
});

describe('The index of a pack', () => {
  test('says everything about the commands, and survives being written', async () => {
    const index = await buildIndex(weather);
    expect(index).toMatchObject({
      formatVersion: 1,
      pack: { name: '@acme/weather', version: '1.2.0', description: 'Weather.' },
      commandPrefix: null,
      aliases: { nr: 'New-Report' },
      commands: [
        { name: 'Get-Forecast', source: 0, synopsis: 'Tells the weather.', parameters: [{ name: 'City' }] },
        { name: 'New-Report', source: 1 },
      ],
    });
    expect(index.pack).not.toHaveProperty('settings');
    expect(readIndex(JSON.parse(JSON.stringify(index)))).toEqual(index);
  });

  test('answers by name and alias, ignoring case, and loads no code', async () => {
    let loads = 0;
    const counted = definePack({
      ...weather,
      cmdlets: [GetForecast, () => Promise.resolve({ loads: ++loads, NewReport })],
    });
    const index = readIndex(JSON.parse(JSON.stringify(await buildIndex(counted))));
    loads = 0;
    expect(findCommand(index, 'get-forecast')?.name).toBe('Get-Forecast');
    expect(findCommand(index, 'GFC')?.name).toBe('Get-Forecast');
    expect(findCommand(index, 'nr')?.source).toBe(1);
    expect(findCommand(index, 'Get-Nothing')).toBeUndefined();
    expect(commandNames(index)).toEqual(['Get-Forecast', 'New-Report', 'gfc', 'nr']);
    expect(loads).toBe(0);
  });

  test.each([
    ['names that a module has twice', { cmdlets: [NewReport, lazy] }, 'DuplicateCmdletName'],
    ['a module without cmdlets', { cmdlets: [() => Promise.resolve({ Plain })] }, 'CmdletNotDeclared'],
    ['an alias of nothing', { aliases: { x: 'Get-Nothing' } }, 'CommandNotFoundException'],
    ['an alias that is a name', { aliases: { 'get-forecast': 'New-Report' } }, 'DuplicateAlias'],
    ['an alias that means two commands', { aliases: { GFC: 'New-Report' } }, 'DuplicateAlias'],
  ])('cannot be built with %s', async (_what, change, errorId) => {
    await expect(buildIndex({ ...weather, ...change })).rejects.toMatchObject({ errorId, category: 'MetadataError' });
  });

  test('must fit the classes', async () => {
    const index = await buildIndex(weather);
    await expect(verifyIndex(readIndex(JSON.parse(JSON.stringify(index))), weather)).resolves.toBeUndefined();
    await expect(verifyIndex({ ...index, commands: index.commands.slice(0, 1) }, weather)).rejects.toMatchObject({
      errorId: 'CommandIndexOutdated',
      message: expect.stringContaining('New-Report') as string,
    });
    const more = { ...index, commands: [...index.commands, { ...index.commands[0], name: 'Get-Gone' }] };
    await expect(verifyIndex(more as CommandIndex, weather)).rejects.toMatchObject({
      message: expect.stringContaining('Get-Gone') as string,
    });
  });

  test.each([
    ['nothing', null, /object/],
    ['a list', [], /object/],
    ['another version', { formatVersion: 2 }, /version 2/],
    ['no pack', { formatVersion: 1 }, /index\.pack/],
    ['a pack without a name', { formatVersion: 1, pack: {} }, /index\.pack\.name should be a text/],
    [
      'a command that is none',
      { formatVersion: 1, pack: { name: 'x', version: '1' }, commandPrefix: null, aliases: {}, commands: [1] },
      /index\.commands\[0\] should be an object/,
    ],
    [
      'commands that are none',
      { formatVersion: 1, pack: { name: 'x', version: '1' }, commandPrefix: null, aliases: {}, commands: {} },
      /index\.commands should be a list/,
    ],
  ])('cannot be read from %s', (_what, json, message) => {
    expect(() => readIndex(json)).toThrow(
      expect.objectContaining({ errorId: 'InvalidCommandIndex', message: expect.stringMatching(message) as string }),
    );
  });
});
