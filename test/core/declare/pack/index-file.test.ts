import { describe, expect, test } from 'vitest';
import { Cmdlet } from '../../../../packages/core/src/declare/decorators/cmdlet.js';
import { Parameter } from '../../../../packages/core/src/declare/decorators/parameter.js';
import { buildIndex } from '../../../../packages/core/src/declare/pack/build-index.js';
import { definePack } from '../../../../packages/core/src/declare/pack/define-pack.js';
import { IndexFile, writeIndex } from '../../../../packages/core/src/declare/pack/index-file.js';
import { readIndex } from '../../../../packages/core/src/declare/pack/read-index.js';

@Cmdlet('Get', 'Forecast', { aliases: ['gfc'], synopsis: 'Tells the weather in \u{1F30D},\n"today".' })
class GetForecast {
  @Parameter({ position: 0 }) city!: string;
}
@Cmdlet('New', 'Report')
class NewReport {}

const pack = definePack({
  name: 'weather',
  version: '1.0.0',
  cmdlets: [GetForecast, NewReport],
  aliases: { nr: 'New-Report' },
});
const index = await buildIndex(pack);
const content = writeIndex(index);

describe('The file of an index', () => {
  test('is JSON, and says what the index says', () => {
    expect(readIndex(JSON.parse(content))).toMatchObject(JSON.parse(JSON.stringify(index)));
  });

  test('has the head on its first line and a command on each of the others', () => {
    expect(content.split('\n').map((line) => line.slice(0, 12))).toEqual([
      '{"formatVers',
      '{"name":"Get',
      '{"name":"New',
      ']}',
      '',
    ]);
  });

  test.each([
    ['as it is written', content],
    ['as JSON in another layout', JSON.stringify(index, null, 2)],
    ['without names', JSON.stringify(index)],
    ['an index', index],
  ])('tells names and finds commands: %s', (_how, given) => {
    const file = new IndexFile(given);
    expect(file.names).toEqual([
      ['Get-Forecast', 'gfc'],
      ['New-Report', 'nr'],
    ]);
    const asWritten = JSON.parse(JSON.stringify(index.commands)) as unknown[];
    expect(file.find('get-forecast')).toEqual(asWritten[0]);
    expect(file.find('GFC')).toEqual(asWritten[0]);
    expect(file.find('nr')).toEqual(asWritten[1]);
    expect(file.find('Get-Nothing')).toBeUndefined();
    expect(file.index.commands).toEqual(asWritten);
  });

  test('names commands as they are called, with the prefix of the pack', async () => {
    const prefixed = new IndexFile(writeIndex(await buildIndex({ ...pack, commandPrefix: 'Contoso' })));
    expect(prefixed.names).toEqual([
      ['Get-ContosoForecast', 'Contosogfc'],
      ['New-ContosoReport', 'Contosonr'],
    ]);
    expect(prefixed.find('Get-ContosoForecast')?.name).toBe('Get-Forecast');
    expect(prefixed.find('Get-Forecast')).toBeUndefined();
  });

  test('is not parsed where it is not asked for', () => {
    const lines = content.split('\n');
    lines[1] = '{"name":"Get-Forecast","type":';
    const damaged = new IndexFile(lines.join('\n'));
    expect(damaged.find('New-Report')?.name).toBe('New-Report');
    expect(() => damaged.find('Get-Forecast')).toThrow(expect.objectContaining({ errorId: 'InvalidCommandIndex' }));
  });

  test.each([
    ['no JSON', 'nothing'],
    ['no index', '{}'],
    ['empty', ''],
    ['of another version', content.replace('"formatVersion":1', '"formatVersion":2')],
    ['of another version and layout', JSON.stringify({ ...index, formatVersion: 2 })],
  ])('is refused if it is %s', (_what, given) => {
    expect(() => new IndexFile(given)).toThrow(expect.objectContaining({ errorId: 'InvalidCommandIndex' }));
  });

  test('says which field of a command is wrong', () => {
    const wrong = new IndexFile(content.replace('"supportsPaging":false', '"supportsPaging":0'));
    expect(() => wrong.find('Get-Forecast')).toThrow(/index\.commands\[0\]\.supportsPaging should be true or false/);
  });
});
