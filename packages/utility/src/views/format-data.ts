import type { ViewAlignment } from '@cmdlet/core';

/**
 * What `Format-Table`, `Format-List`, `Format-Wide` and `Format-Custom` write: layout without a width. The `Out-*`
 * cmdlets turn it into lines. A sequence is a start, groups of entries, and an end; text may stand anywhere.
 */
export abstract class FormatData {
  abstract get kind(): string;
}

/** One column of a table, before its width is known. */
export interface TableColumn {
  readonly label: string;
  /** Cells wanted; 0 leaves it to the values. */
  readonly width: number;
  readonly alignment: ViewAlignment;
  /** False where a declared view gives the column a label that is not its property's name. */
  readonly labelIsProperty: boolean;
}

/** How a sequence is drawn. */
export type FormatShape =
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly hideHeader: boolean;
      readonly repeatHeader: boolean;
    }
  | { readonly kind: 'list' }
  | { readonly kind: 'wide'; readonly columns: number }
  | { readonly kind: 'custom' };

/** Begins a sequence. */
export class FormatStart extends FormatData {
  override get kind(): 'start' {
    return 'start';
  }
  constructor(
    readonly shape: FormatShape,
    /** Widths follow from all entries of a group. */
    readonly autoSize: boolean,
  ) {
    super();
  }
}

/** Begins a group inside a sequence; a sequence has at least one. */
export class GroupStart extends FormatData {
  override get kind(): 'groupStart' {
    return 'groupStart';
  }
  constructor(
    /** What stands above the group; undefined without grouping. */
    readonly heading: string | undefined,
  ) {
    super();
  }
}

/** One row of a table. */
export class TableRow extends FormatData {
  override get kind(): 'row' {
    return 'row';
  }
  constructor(
    readonly cells: readonly string[],
    /** Where they differ from those of the columns. */
    readonly alignments: readonly (ViewAlignment | undefined)[] | undefined,
    /** Long texts go on in the next line instead of being cut. */
    readonly wrap: boolean,
  ) {
    super();
  }
}

/** All lines of one object in a list. */
export class ListEntry extends FormatData {
  override get kind(): 'list' {
    return 'list';
  }
  constructor(
    readonly labels: readonly string[],
    readonly values: readonly string[],
    /** Not part of a sequence: drawn where it stands, with blank lines around it. */
    readonly outOfBand: boolean,
  ) {
    super();
  }
}

/** One object of a wide view. */
export class WideEntry extends FormatData {
  override get kind(): 'wide' {
    return 'wide';
  }
  constructor(readonly value: string) {
    super();
  }
}

/** Lines with indentation, which are wrapped to the width. */
export interface IndentedLine {
  readonly indentation: number;
  readonly text: string;
}

/** One object of a custom view. */
export class CustomEntry extends FormatData {
  override get kind(): 'custom' {
    return 'custom';
  }
  constructor(
    readonly lines: readonly IndentedLine[],
    /** Not part of a sequence, and never wrapped. */
    readonly outOfBand: boolean,
  ) {
    super();
  }
}

/** Text that is drawn as it is, wherever it stands. */
export class TextEntry extends FormatData {
  override get kind(): 'text' {
    return 'text';
  }
  constructor(readonly text: string) {
    super();
  }
}

/** Ends a group. */
export class GroupEnd extends FormatData {
  override get kind(): 'groupEnd' {
    return 'groupEnd';
  }
}

/** Ends a sequence. */
export class FormatEnd extends FormatData {
  override get kind(): 'end' {
    return 'end';
  }
}

/** Everything a formatter writes. */
export type FormatPacket =
  | FormatStart
  | GroupStart
  | TableRow
  | ListEntry
  | WideEntry
  | CustomEntry
  | TextEntry
  | GroupEnd
  | FormatEnd;

/** Whether an entry stands outside of any sequence. */
export function isOutOfBand(packet: FormatPacket): boolean {
  return packet.kind === 'text' || ((packet.kind === 'list' || packet.kind === 'custom') && packet.outOfBand);
}
