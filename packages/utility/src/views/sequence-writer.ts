import { cellsOf } from './display-cells.js';
import type { FormatPacket, FormatStart, TableRow } from './format-data.js';
import { TableWriter } from './table-writer.js';

/** What the lines of a sequence are made for. */
export interface Page {
  /** Cells of a line; changes where a terminal is resized. */
  width: number;
  /** Lines of a page; undefined where there are none. */
  readonly height: number | undefined;
  readonly ansi: boolean;
  writeLine(line: string): void;
}

const WIDE_COLUMN = { label: '', width: 0, alignment: 'left', labelIsProperty: true } as const;
const DEFAULT_WIDE_COLUMNS = 2;

/** Draws one sequence of format data whose records stand in rows: a table, or a wide view. Lists only begin and end. */
export class SequenceWriter {
  readonly #page: Page;
  #table: TableWriter | undefined;
  /** What {@link #table} was made for. */
  #width = 0;
  /** Cells that the widest value of each column takes. */
  #widths: readonly number[] = [];
  #wideColumns = 0;
  #wideRow: string[] = [];
  #rowsOnPage = 0;

  constructor(
    readonly start: FormatStart,
    page: Page,
  ) {
    this.#page = page;
  }

  /** Tables without a width for their first column, and whatever is to be sized by all of its values, are measured. */
  get needsMeasuring(): boolean {
    const { autoSize, shape } = this.start;
    return autoSize || (shape.kind === 'table' && shape.columns[0]?.width === 0);
  }

  /** @param measured the records that decide about widths; undefined where they are declared */
  startGroup(measured: readonly FormatPacket[] | undefined): void {
    const { shape } = this.start;
    if (shape.kind === 'table') {
      this.#widths = shape.columns.map((column, index) =>
        measured === undefined ? column.width : widestOf(measured, index, cellsOf(column.label)),
      );
    } else if (shape.kind === 'wide') {
      this.#widths = [measured === undefined || shape.columns > 0 ? 0 : widestWide(measured)];
    }
    this.#fit();
    this.#header();
  }

  /** Columns for the page as it is now. */
  #fit(): void {
    const { shape } = this.start;
    const { width, ansi } = this.#page;
    this.#width = width;
    if (shape.kind === 'table') {
      this.#table = new TableWriter(shape.columns, this.#widths, width, ansi);
    } else if (shape.kind === 'wide') {
      const [widest = 0] = this.#widths;
      this.#wideColumns = widest > 0 ? columnsFor(widest, width) : shape.columns || DEFAULT_WIDE_COLUMNS;
      const columns = Array.from({ length: this.#wideColumns }, () => WIDE_COLUMN);
      const widths = columns.map(() => 0);
      this.#table = new TableWriter(columns, widths, width, false);
    }
  }

  /** The page has changed: what was written stays, and a header tells where the columns stand from here. */
  #refit(): void {
    const before = this.#table;
    this.#fit();
    if (this.start.shape.kind !== 'table' || before === undefined || this.#table?.fitsLike(before) !== false) return;
    this.#page.writeLine('');
    this.#header();
  }

  /** One row of a table; on a new page the header comes again if asked for. */
  row({ cells, alignments, wrap }: TableRow): void {
    if (this.#width !== this.#page.width) this.#refit();
    const { shape } = this.start;
    const { height } = this.#page;
    const line = wrap ? undefined : this.#table?.row(cells, alignments);
    if (shape.kind !== 'table' || !shape.repeatHeader || height === undefined) {
      if (line !== undefined) this.#page.writeLine(line);
      else if (wrap) this.#write(this.#table?.wrappedRow(cells, alignments) ?? []);
      return;
    }
    const lines = line === undefined ? (this.#table?.wrappedRow(cells, alignments) ?? []) : [line];
    if (this.#rowsOnPage + lines.length >= height) {
      this.#page.writeLine('');
      this.#header();
    }
    this.#write(lines);
    this.#rowsOnPage += lines.length;
  }

  /** One value of a wide view; written when its row is full. */
  wide(value: string): void {
    if (this.#wideRow.length === 0 && this.#width !== this.#page.width) this.#refit();
    this.#wideRow.push(value);
    if (this.#wideRow.length >= this.#wideColumns) this.endGroup();
  }

  /** Writes the row that is not full. */
  endGroup(): void {
    if (this.#wideRow.length === 0) return;
    const line = this.#table?.row(this.#wideRow);
    if (line !== undefined) this.#page.writeLine(line);
    this.#wideRow = [];
  }

  /** A blank line; the entries of a list have theirs already. */
  end(): void {
    if (this.start.shape.kind !== 'list') this.#page.writeLine('');
  }

  #header(): void {
    const { shape } = this.start;
    if (shape.kind !== 'table' || shape.hideHeader || shape.columns.length === 0) return;
    const header = this.#table?.header() ?? [];
    this.#write(header);
    this.#rowsOnPage = header.length + 1;
  }

  #write(lines: readonly string[]): void {
    for (const line of lines) this.#page.writeLine(line);
  }
}

function widestOf(group: readonly FormatPacket[], column: number, start: number): number {
  let widest = start;
  for (const packet of group) {
    if (packet.kind !== 'row') continue;
    const cells = cellsOf(packet.cells[column] ?? '');
    if (cells > widest) widest = cells;
  }
  return widest;
}

function widestWide(group: readonly FormatPacket[]): number {
  return group.reduce(
    (widest, packet) => (packet.kind === 'wide' ? Math.max(widest, cellsOf(packet.value)) : widest),
    0,
  );
}

/** As many columns of a width as leave at least one cell free. */
function columnsFor(widest: number, width: number): number {
  if (widest >= width) return 1;
  let columns = 1;
  while (widest * (columns + 1) + columns < width) columns++;
  return columns;
}
