import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConvertFromCsv, ConvertToCsv, ExportCsv, ImportCsv } from '@cmdlet/utility';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { objectSession } from '../objects/object-session.js';

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'csv-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'table.csv');
}

it('reads back what was written, whatever is in the fields', async () => {
  const session = await objectSession();
  const field = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', 'é', '#'), maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ a: field, b: field }), { minLength: 1, maxLength: 4 }), async (rows) => {
      const lines = await session.from(rows).pipe(ConvertToCsv);
      const output = await session.from([lines.join('\n')]).pipe(ConvertFromCsv);
      expect(output).toEqual(rows);
    }),
  );
});

describe('Export-Csv and Import-Csv', () => {
  it('write a file and read it', async () => {
    const session = await objectSession();
    const path = await temporaryFile();
    await session.from([{ a: 1, b: 'x,y' }, { a: 2 }]).pipe(ExportCsv, { path, useQuotes: 'AsNeeded' });
    expect(await readFile(path, 'utf8')).toBe('a,b\n1,"x,y"\n2,\n');
    expect(await session.invoke(ImportCsv, { path })).toEqual([
      { a: '1', b: 'x,y' },
      { a: '2', b: '' },
    ]);
  });

  it('add lines in the order of the columns that are there', async () => {
    const session = await objectSession();
    const path = await temporaryFile();
    await writeFile(path, 'b,a\n1,2\n');
    await session.from([{ a: 3, b: 4 }]).pipe(ExportCsv, { path, append: true, useQuotes: 'Never' });
    expect(await readFile(path, 'utf8')).toBe('b,a\n1,2\n4,3\n');
  });

  it('refuse to add records that lack a column, unless forced', async () => {
    const session = await objectSession();
    const path = await temporaryFile();
    await writeFile(path, 'a,b\n');
    const { failure } = await session
      .from([{ a: 3 }])
      .pipe(ExportCsv, { path, append: true })
      .run();
    expect(failure?.errorId).toBe('CannotAppendCsvWithMismatchedPropertyNames');
    await session.from([{ a: 3 }]).pipe(ExportCsv, { path, append: true, force: true });
    expect(await readFile(path, 'utf8')).toBe('a,b\n"3",\n');
  });

  it('change nothing when they only say what they would do', async () => {
    const session = await objectSession();
    const path = await temporaryFile();
    await session.from([{ a: 3 }]).pipe(ExportCsv, { path, whatIf: true });
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('report a file that cannot be read, and go on', async () => {
    const session = await objectSession();
    const path = await temporaryFile();
    await writeFile(path, '\uFEFFa\n1\n');
    const { output, errors } = await session.pipeline(ImportCsv, { path: [`${path}.not`, path] }).run();
    expect(output).toEqual([{ a: '1' }]);
    expect(errors.map(({ errorId }) => errorId)).toEqual(['FileOpenFailure']);
  });
});
