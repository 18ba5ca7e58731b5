import type { ViewAlignment } from '@cmdlet/core';
import { ANSI } from './ansi.js';
import { fitColumns, SEPARATOR } from './column-widths.js';
import { cellsOf, headWithin, tailWithin, withoutEscapes } from './display-cells.js';
import type { TableColumn } from './format-data.js';
import { wrapLines } from './wrap-lines.js';

/** What a column of a table writer is: its width in cells (hidden when below 1), and where its text stands. */
interface Column {
  readonly width: number;
  readonly alignment: ViewAlignment;
  readonly labelIsProperty: boolean;
}

/** Of the cells of one row, where they differ from those of their columns. */
type Alignments = readonly (ViewAlignment | undefined)[];

/** Narrower than this, a table shows nothing. */
const MINIMUM_WIDTH = 5;
const ELLIPSIS = '…';

/** Draws the rows of one table whose widths are decided. */
export class TableWriter {
  readonly #columns: readonly Column[];
  readonly #visible: readonly number[];
  readonly #labels: readonly string[];
  readonly #ansi: boolean;

  /**
   * @param widths wanted of each column; 0 to share what is left
   * @param width cells that the table may take
   */
  constructor(columns: readonly TableColumn[], widths: readonly number[], width: number, ansi: boolean) {
    const fitted = width < MINIMUM_WIDTH ? [] : fitColumns(widths, width);
    this.#columns = columns.map(({ alignment, labelIsProperty }, index) => ({
      width: fitted[index] ?? -1,
      alignment,
      labelIsProperty,
    }));
    this.#visible = this.#columns.flatMap((column, index) => (column.width > 0 ? [index] : []));
    this.#labels = columns.map(({ label }) => label);
    this.#ansi = ansi;
  }

  /** Whether rows stand below the header of another writer of the same table: its columns are as wide. */
  fitsLike(other: TableWriter): boolean {
    return this.#columns.every(({ width }, index) => width === other.#columns[index]?.width);
  }

  /** The labels, broken where they are too long, and a line of hyphens. */
  header(): string[] {
    if (this.#visible.length === 0) return [];
    const hyphens = this.#columns.map(({ width }, index) => {
      const cells = cellsOf(this.#labels[index] ?? '');
      return width <= 0 ? '' : '-'.repeat(cells === 0 ? width : Math.min(cells, width));
    });
    return [...this.#severalLines(this.#labels, undefined, true), this.#oneLine(hyphens, undefined, true)];
  }

  /** The lines of one row, long texts going on in the next line. */
  wrappedRow(cells: readonly string[], alignments?: Alignments): string[] {
    return this.#visible.length === 0 ? [] : this.#severalLines(cells, alignments, false);
  }

  /** The line of one row, long texts cut; undefined where no column fits. */
  row(cells: readonly string[], alignments?: Alignments): string | undefined {
    return this.#visible.length === 0 ? undefined : this.#oneLine(cells, alignments, false);
  }

  #alignment(column: number, alignments: Alignments | undefined): ViewAlignment {
    return alignments?.[column] ?? this.#columns[column]!.alignment;
  }

  #oneLine(cells: readonly string[], alignments: Alignments | undefined, isHeader: boolean): string {
    if (isHeader && this.#ansi) return this.#styledLine(cells);
    let line = '';
    /** Blanks that stand before the next text; joining them costs less than padding each cell. */
    let blanks = 0;
    const last = this.#columns.length - 1;
    for (const column of this.#visible) {
      const { width, alignment } = this.#columns[column]!;
      const cell = cells[column] ?? '';
      const stands = alignments === undefined ? alignment : (alignments[column] ?? alignment);
      if (column > 0) blanks += SEPARATOR;
      const room = width - cell.length;
      if (!isNarrowLine(cell)) {
        line += blanksOf(blanks) + closed(this.#field(cell, width, stands, column < last));
        blanks = 0;
      } else if (room < 0) {
        line += blanksOf(blanks) + cutNarrow(cell, width, stands);
        blanks = 0;
      } else {
        const before = stands === 'left' ? 0 : stands === 'right' ? room : room >> 1;
        line += blanksOf(blanks + before) + cell;
        blanks = column < last ? room - before : 0;
      }
    }
    return blanks === 0 ? line : line + blanksOf(blanks);
  }

  #styledLine(cells: readonly string[]): string {
    return this.#visible
      .map((column) => {
        const { width, alignment } = this.#columns[column]!;
        const field = this.#field(cells[column] ?? '', width, alignment, column < this.#columns.length - 1);
        return `${column > 0 ? ' '.repeat(SEPARATOR) : ''}${ANSI.header}${field}${ANSI.reset}`;
      })
      .join('');
  }

  #field(cell: string, width: number, alignment: ViewAlignment, pad: boolean): string {
    if (isNarrowLine(cell)) return simpleField(cell, width, alignment, pad);
    return fieldOf(this.#ansi ? cell : withoutEscapes(cell), width, alignment, pad);
  }

  #severalLines(cells: readonly string[], alignments: Alignments | undefined, isHeader: boolean): string[] {
    const last = this.#visible.length - 1;
    const fields = this.#visible.map((column, position) =>
      fieldLines(
        this.#ansi ? (cells[column] ?? '') : withoutEscapes(cells[column] ?? ''),
        this.#columns[column]!.width,
        this.#alignment(column, alignments),
        position < last,
      ),
    );
    const height = Math.max(...fields.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) => {
      const lastFilled = fields.findLastIndex((lines) => lines.length > row);
      return fields
        .map((lines, position) => {
          const separator = position === 0 ? '' : ' '.repeat(SEPARATOR);
          const line = lines[row];
          const { width, labelIsProperty } = this.#columns[this.#visible[position]!]!;
          let value = '';
          if (line !== undefined) value = separator + line;
          else if (position < lastFilled) value = separator + ' '.repeat(width);
          if (position === lastFilled && height > 1) value = value.trimEnd();
          return isHeader && this.#ansi ? headerStyle(value, position, labelIsProperty) : value;
        })
        .join('');
    });
  }
}

/** A colour ends with its cell. */
function closed(field: string): string {
  return field.includes('\u001b') && !field.trimEnd().endsWith(ANSI.reset) ? field + ANSI.reset : field;
}

/** The style of a label that is not its property's name begins behind the separator. */
function headerStyle(value: string, position: number, labelIsProperty: boolean): string {
  if (labelIsProperty || value === '') return `${ANSI.header}${value}${ANSI.reset}`;
  const start = position === 0 ? 0 : 1;
  return `${value.slice(0, start)}${ANSI.customHeader}${value.slice(start)}${ANSI.reset}`;
}

function fieldLines(value: string, width: number, alignment: ViewAlignment, pad: boolean): string[] {
  const lines = wrapLines(value, width, width);
  if (!pad && alignment === 'left') return lines;
  return lines.map((line) => (cellsOf(line) < width ? fieldOf(line, width, alignment, pad) : line));
}

/**
 * A text made as wide as its column: padded, or cut with `…` (on the left where it is aligned to the right).
 *
 * @param pad false for the last column, which has no blanks on the right
 */
function fieldOf(text: string, width: number, alignment: ViewAlignment, pad: boolean): string {
  const line = upToLineBreak(text);
  const cells = cellsOf(line);
  if (cells === width) return line;
  if (cells < width) return padded(line, width - cells, alignment, pad);
  const cut = cutTo(line, width, alignment);
  // A wide character that was cut off leaves one cell.
  return cellsOf(cut) === width ? cut : padded(cut, 1, alignment === 'center' ? 'left' : alignment, pad);
}

/** The same for the usual case: one line, each character one cell. */
function simpleField(text: string, width: number, alignment: ViewAlignment, pad: boolean): string {
  if (text.length > width) return cutNarrow(text, width, alignment);
  const blanks = width - text.length;
  if (alignment === 'right') return blanksOf(blanks) + text;
  if (alignment === 'left') return pad ? text + blanksOf(blanks) : text;
  return padded(text, blanks, alignment, pad);
}

/** A text of characters of one cell that is longer than its column. */
function cutNarrow(text: string, width: number, alignment: ViewAlignment): string {
  if (width === 1) return alignment === 'right' ? text.slice(-1) : text.charAt(0);
  return alignment === 'right' ? ELLIPSIS + text.slice(1 - width) : text.slice(0, width - 1) + ELLIPSIS;
}

/** Blanks are asked for in every cell. */
function blanksOf(count: number): string {
  return BLANKS[count] ?? ' '.repeat(count);
}

const BLANKS = Array.from({ length: 64 }, (_, count) => ' '.repeat(count));

function isNarrowLine(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 || unit >= 0x1100) return false;
  }
  return true;
}

function padded(text: string, blanks: number, alignment: ViewAlignment, pad: boolean): string {
  switch (alignment) {
    case 'right':
      return ' '.repeat(blanks) + text;
    case 'center': {
      const left = Math.floor(blanks / 2);
      return ' '.repeat(left) + text + (pad ? ' '.repeat(blanks - left) : '');
    }
    case 'left':
      return pad ? text + ' '.repeat(blanks) : text;
  }
}

function cutTo(text: string, width: number, alignment: ViewAlignment): string {
  if (width === 1) return alignment === 'right' ? tailWithin(text, 1) : headWithin(text, 1);
  return alignment === 'right' ? ELLIPSIS + tailWithin(text, width - 1) : withEllipsis(headWithin(text, width - 1));
}

/** Before the sequences that end a colour. */
function withEllipsis(head: string): string {
  return head.endsWith(ANSI.reset) ? `${head.slice(0, -ANSI.reset.length)}${ELLIPSIS}${ANSI.reset}` : head + ELLIPSIS;
}

function upToLineBreak(text: string): string {
  const lineBreak = text.search(/[\r\n]/);
  return lineBreak < 0 ? text : text.slice(0, lineBreak) + ELLIPSIS;
}
