import { Session } from '@cmdlet/core';
import { FormatCustom, FormatList, FormatTable, FormatWide, OutNull, OutString, utilityPack } from '@cmdlet/utility';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Row {
  readonly name: string;
  readonly size: number;
}

const rows: readonly Row[] = [
  { name: 'one', size: 1 },
  { name: 'three', size: 3 },
];

let session: Session;
beforeEach(async () => {
  session = await Session.create({ packs: [utilityPack] });
});
afterEach(() => session.dispose());

const lines = { stream: true, width: 40 } as const;

describe('the Format cmdlets as stages of a pipeline', () => {
  it('Format-Table takes names and functions over the records, typed', async () => {
    const drawn = await session
      .from(rows)
      .pipe(FormatTable, { property: ['name', { label: 'Twice', expression: (row) => row.size * 2, width: 6 }] })
      .pipe(OutString, lines);
    expect(drawn).toEqual(['', 'name  Twice', '----  -----', 'one       2', 'three     6', '']);
  });

  it('Format-List shows each record by itself', async () => {
    const drawn = await session.from(rows).pipe(FormatList, { property: 's*' }).pipe(OutString, lines);
    expect(drawn).toEqual(['', 'size : 1', '', 'size : 3', '']);
  });

  it('Format-Wide puts them side by side', async () => {
    const drawn = await session.from(rows).pipe(FormatWide, { column: 2 }).pipe(OutString, lines);
    expect(drawn).toEqual(['', 'one                  three', '']);
  });

  it('Format-Custom draws a tree', async () => {
    const drawn = await session
      .from([{ a: { b: 1 } }])
      .pipe(FormatCustom, {})
      .pipe(OutString, lines);
    expect(drawn.slice(0, 6)).toEqual(['', 'class PSCustomObject', '{', '  a = ', '    class PSCustomObject', '    {']);
  });

  it('two sequences follow one another', async () => {
    const first = await session.from(rows.slice(0, 1)).pipe(FormatTable, {});
    const second = await session.from(rows.slice(1)).pipe(FormatList, {});
    const drawn = await session.from([...first, ...second]).pipe(OutString, lines);
    expect(drawn).toEqual(['', 'name size', '---- ----', 'one     1', '', '', 'name : three', 'size : 3', '']);
  });

  it('shows the errors of functions if asked to, after the record', async () => {
    const property = {
      label: 'Bad',
      expression: (): never => {
        throw new Error('boom');
      },
    };
    const shown = await session
      .from([1].map((a) => ({ a })))
      .pipe(FormatTable, { property, showError: true })
      .pipe(OutString, lines);
    expect(shown[3]).toBe('');
    expect(shown.slice(4).join('\n')).toMatch(/^InvalidArgument: Failed to evaluate expression .*boom/s);
    const marked = await session
      .from([{ a: 1 }])
      .pipe(FormatTable, { property, displayError: true })
      .pipe(OutString, lines);
    expect(marked[3]).toBe('#ERR');
  });

  it.each([
    ['a view and properties', 'Format-Table', { view: 'v', property: ['a'] }, 'FormatCannotSpecifyViewAndProperty'],
    ['autosize and columns', 'Format-Wide', { autoSize: true, column: 2 }, 'FormatCannotSpecifyAutosizeAndColumns'],
    ['a view that is not there', 'Format-Table', { view: 'v' }, 'FormatViewNotFound'],
    ['no column', 'Format-Wide', { column: 0 }, 'ParameterArgumentValidationError'],
    [
      'a label where none is shown',
      'Format-Custom',
      { property: [{ label: 'l', expression: 'a' }] },
      'DictionaryKeyIllegal',
    ],
  ] as const)('%s end the command', async (_what, cmdlet, parameters, errorId) => {
    const { failure } = await session
      .from([{ a: 1 }])
      .pipe(cmdlet, parameters)
      .run();
    expect(failure?.fullyQualifiedErrorId).toMatch(new RegExp(`^${errorId},`));
  });

  it('takes the number of elements and the view of errors from the variables of the session', async () => {
    session.variables.set('FormatEnumerationLimit', 1);
    expect(
      await session
        .from([{ a: [1, 2] }])
        .pipe(FormatTable, {})
        .pipe(OutString, lines),
    ).toContain('{1…}');
    session.variables.set('PSStyle', { OutputRendering: 'Ansi' });
    const styled = await session.from(rows).pipe(FormatList, {}).pipe(OutString, lines);
    expect(styled[1]).toBe('\u001b[32;1mname : \u001b[0mone');
  });
});

describe('Out-String', () => {
  it('gives one text with a line break behind each line', async () => {
    expect(await session.from(rows).pipe(OutString, { width: 40 })).toEqual([
      '\nname  size\n----  ----\none      1\nthree    3\n\n',
    ]);
    expect(await session.from(['a', 'b']).pipe(OutString, { noNewline: true })).toEqual(['ab']);
  });

  it('has the types of its stages', async () => {
    const drawn: string[] = await session.from(rows).pipe(FormatTable, {}).pipe(OutString, {});
    expect(drawn).toHaveLength(1);
    // @ts-expect-error a record has no such parameter
    session.from(rows).pipe(FormatTable, { propertyName: 'x' });
  });
});

it('Out-Null drops everything', async () => {
  expect(await session.from(rows).pipe(OutNull)).toEqual([]);
});
