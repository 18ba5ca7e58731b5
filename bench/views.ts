import { Session } from '@cmdlet/core';
import { FormatTable, LineWriter, OutString } from '@cmdlet/utility';
import { type Measure, medians } from './measure.js';

/** A record of a table: a number, texts, a boolean and a number with a fraction. */
interface Row {
  readonly id: number;
  readonly name: string;
  readonly city: string;
  readonly isActive: boolean;
  readonly score: number;
}

const COUNT = 100_000;
const COLUMNS = ['id', 'name', 'city', 'isActive', 'score'] as const;

/** Tables of 100,000 records against lines of JSON of the same: by the function, and by the cmdlets. */
export async function viewMeasures(): Promise<Measure[]> {
  const rows = Array.from(
    { length: COUNT },
    (_, id): Row => ({
      id,
      name: `record ${id % 977}`,
      city: ['Oslo', 'Rome', 'New York'][id % 3] ?? '',
      isActive: id % 2 === 0,
      score: id / 8,
    }),
  );
  const session = await Session.create();
  const { table, cmdlets, json } = await medians({
    table: () => tableOf(rows),
    cmdlets: () => session.from(rows).pipe(FormatTable, { property: COLUMNS }).pipe(OutString, { width: 80 }),
    json: () => jsonOf(rows),
  });
  await session.dispose();
  const note = `100,000 records: table ${table.toFixed()} ms, cmdlets ${cmdlets.toFixed()} ms, JSON ${json.toFixed()} ms`;
  return [
    { name: 'table of 100,000 / JSON lines', ratio: table / json, goal: 2, direction: 'at most', note },
    { name: 'Format-Table, Out-String / JSON lines', ratio: cmdlets / json, goal: 2, direction: 'at most' },
  ];
}

/** The characters of all lines, which nobody keeps. */
function tableOf(rows: readonly Row[]): number {
  let length = 0;
  const writer = new LineWriter({ shape: 'table', width: 80 }, (line) => {
    length += line.length;
  });
  for (const row of rows) writer.accept(row);
  writer.end();
  return length;
}

function jsonOf(rows: readonly Row[]): number {
  let length = 0;
  for (const row of rows) length += JSON.stringify(row).length;
  return length;
}
