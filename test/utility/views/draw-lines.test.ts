import { ErrorRecord, TYPE_NAMES, View, WarningRecord } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { drawLines } from '../../../packages/utility/src/views/draw-lines.js';
import { type LineOptions, LineWriter } from '../../../packages/utility/src/views/line-writer.js';
import { RecordFormatter } from '../../../packages/utility/src/views/record-formatter.js';
import { viewProperty } from '../../../packages/utility/src/views/view-property.js';
import { ViewRegistry } from '../../../packages/utility/src/views/view-registry.js';

const draw = (records: Iterable<unknown>, options: LineOptions = {}): string[] => [
  ...drawLines(records, { width: 40, ...options }),
];

@View.table(
  [
    { property: 'Name', width: 6 },
    { label: 'Twice', expression: (value: Measured) => value.size * 2 },
  ],
  {
    groupBy: { property: 'kind', label: 'Kind' },
  },
)
@View.list(['Name', { label: 'Big', expression: () => 'yes', condition: (value: Measured) => value.size > 1 }])
@View.wide('Name', { columns: 3 })
@View.custom((value: Measured) => `<${value.name}>\n`, { name: 'tag' })
class Measured {
  constructor(
    readonly name: string,
    readonly size: number,
    readonly kind = 'k',
  ) {}
}

class Field {
  psName = 'a';
  someValue = 1;
}

describe('the default view', () => {
  it('is a table of up to four properties, and a list of more', () => {
    expect(draw([{ a: 1, b: 'x' }])).toEqual(['', 'a b', '- -', '1 x', '']);
    expect(draw([{ a: 1, b: 2, c: 3, d: 4, e: 5 }])).toEqual(['', 'a : 1', 'b : 2', 'c : 3', 'd : 4', 'e : 5', '']);
  });

  it('writes the names of class fields with a capital, and those of plain objects as they are', () => {
    expect(draw([new Field()])[1]).toBe('PSName SomeValue');
    expect(draw([{ someValue: 1 }])[1]).toBe('someValue');
  });

  it('draws texts, numbers and records of other streams between the rows as they are', () => {
    const error = new ErrorRecord(new Error('bad'), 'Id', 'InvalidData');
    expect(draw([{ a: 1 }, 'text', 5, error, new WarningRecord('careful'), { a: 2 }])).toEqual([
      '',
      'a',
      '-',
      '1',
      'text',
      '5',
      'InvalidData: bad',
      'careful',
      '2',
      '',
    ]);
  });

  it('draws null as nothing, and an empty list too', () => {
    expect(draw([null, undefined, []])).toEqual([]);
  });

  it('survives accessors that throw', () => {
    class Bad {
      good = 1;
      get worse(): number {
        throw new Error('no');
      }
    }
    expect(draw([new Bad()])).toEqual(['', 'Good Worse', '---- -----', '   1 ', '']);
  });
});

describe('views declared on a class', () => {
  const records = [new Measured('one', 1), new Measured('two', 2, 'other')];

  it('the table, with groups as they come', () => {
    expect(draw(records)).toEqual([
      '',
      '   Kind: k',
      '',
      'Name   Twice',
      '----   -----',
      'one    2',
      '',
      '   Kind: other',
      '',
      'Name   Twice',
      '----   -----',
      'two    4',
      '',
    ]);
  });

  it('the list, with lines on a condition', () => {
    expect(draw(records, { shape: 'list' })).toEqual(['', 'Name : one', '', 'Name : two', 'Big  : yes', '']);
  });

  it('the wide and the custom view', () => {
    expect(draw(records, { shape: 'wide' })).toEqual(['', 'one           two           ', '']);
    expect(draw(records, { shape: 'custom' })).toEqual(['', '<one>', '', '<two>', '', '']);
  });

  it('a registered view stands above them, until it is taken back', () => {
    const registry = new ViewRegistry();
    const takeBack = registry.register('Measured', { kind: 'table', columns: [{ property: 'size' }] });
    expect(draw(records, { registry })[1]).toBe('Size');
    takeBack();
    expect(draw(records, { registry })[1]).toBe('   Kind: k');
  });

  it('an unknown name of a view is an error that knows the others', () => {
    expect(() => draw(records, { shape: 'custom', view: 'none' })).toThrow(/tag/);
    expect(() => draw(records, { shape: 'table', view: 'tag' })).toThrow(/Format-Custom/);
  });

  it('draws what was deserialized as what it was', () => {
    const registry = new ViewRegistry();
    registry.register('My.Server', { kind: 'table', columns: [{ property: 'Name' }] });
    expect(draw([{ Name: 'n', Load: 1, [TYPE_NAMES]: 'Deserialized.My.Server' }], { registry })[1]).toBe('Name');
  });
});

describe('calculated properties', () => {
  const table = (argument: unknown): LineOptions => ({
    shape: 'table',
    properties: [viewProperty(argument, ['expression', 'label', 'width', 'alignment', 'formatString'])],
  });

  it('take abbreviated keys', () => {
    const property = { l: 'Half', e: (value: { a: number }) => value.a / 2, f: 'N1', w: 6, a: 'right' };
    expect(draw([{ a: 5 }], table(property))).toEqual(['', '  Half', '  ----', '   2.5', '']);
  });

  it.each([
    ['a number', 5, 'DictionaryKeyUnknownType'],
    ['nothing', null, 'DictionaryKeyUnknownType'],
    ['no expression', { label: 'x' }, 'DictionaryKeyMandatoryEntry'],
    ['an expression without value', { expression: null }, 'DictionaryKeyMissingValue'],
    ['an unknown key', { expression: 'a', colour: 'red' }, 'DictionaryKeyIllegal'],
    ['a width of 0', { expression: 'a', width: 0 }, 'WidthOutOfRange'],
    ['a width as text', { expression: 'a', width: '9' }, 'DictionaryKeyIllegalValue2'],
    ['an unknown alignment', { expression: 'a', alignment: 'top' }, 'AlignmentIllegalValue'],
    ['an empty label', { expression: 'a', label: '' }, 'EmptyLabel'],
    ['an empty name', '', 'ExpressionEmptyString2'],
    ['an empty name under its key', { expression: '' }, 'ExpressionEmptyString1'],
  ])('refuse %s', (_what, argument, errorId) => {
    expect(() => table(argument)).toThrow(expect.objectContaining({ errorId }));
  });
});

describe('a table that comes as a stream', () => {
  const lines: string[] = [];
  const streaming = (options: LineOptions): LineWriter => {
    lines.length = 0;
    return new LineWriter({ width: 20, ...options }, (line) => lines.push(line));
  };

  it('is held back for 300 ms, and flows then, with the widths of the first records', () => {
    let now = 0;
    const writer = streaming({ now: () => now });
    writer.accept({ a: 'xx' });
    now = 200;
    writer.accept({ a: 'yyy' });
    expect(lines).toEqual([]);
    now = 301;
    writer.accept({ a: 'z' });
    expect(lines).toEqual(['', 'a', '-', 'xx', 'yyy', 'z']);
    writer.accept({ a: 'longer' });
    expect(lines.at(-1)).toBe('lo…');
  });

  it('shows what it holds when asked to, as for a producer that waits', () => {
    const writer = streaming({ now: () => 0 });
    writer.accept({ a: 1 });
    expect(writer.isHolding).toBe(true);
    writer.flush();
    expect(lines).toEqual(['', 'a', '-', '1']);
    expect(writer.isHolding).toBe(false);
  });

  it('waits for all with autosize', () => {
    const writer = streaming({ now: () => 0, shape: 'table', autoSize: true });
    writer.accept({ a: 'x' });
    writer.flush();
    expect(lines).toEqual([]);
    writer.accept({ a: 'longer' });
    writer.end();
    expect(lines).toEqual(['', 'a', '-', 'x', 'longer', '']);
  });

  it('does not wait at all where the first column has a width', () => {
    const registry = new ViewRegistry();
    registry.register('S', { kind: 'table', columns: [{ property: 'a', width: 4 }] });
    streaming({ registry }).accept({ a: 1, [TYPE_NAMES]: 'S' });
    expect(lines).toHaveLength(4);
  });

  it('writes each line of an endless stream in turn', () => {
    function* endless(): Generator<object> {
      for (let n = 0; ; n++) yield { n };
    }
    const drawn = drawLines(endless(), { width: 20 });
    const taken = Array.from({ length: 10_000 }, () => drawn.next().value);
    expect(taken.at(-1)).toBe('9996');
  });

  it('repeats its header on each page if asked', () => {
    const writer = streaming({ shape: 'table', repeatHeader: true, height: 6 });
    for (let a = 1; a <= 5; a++) writer.accept({ a });
    writer.end();
    expect(lines.filter((line) => line === 'a')).toHaveLength(3);
  });

  it('refuses format data out of order', () => {
    const writer = streaming({});
    const row = packetsOf([{ a: 1 }])[2];
    expect(() => writer.accept(row)).toThrow(
      expect.objectContaining({ errorId: 'ConsoleLineOutputOutOfSequencePacket' }),
    );
  });
});

function packetsOf(records: readonly unknown[]): unknown[] {
  const packets: unknown[] = [];
  const formatter = new RecordFormatter({}, (packet) => packets.push(packet));
  for (const record of records) formatter.accept(record);
  formatter.end();
  return packets;
}
