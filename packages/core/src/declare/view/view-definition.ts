/** Gives what is shown of a value; what it throws is shown as nothing. */
export type ViewExpression = (value: never) => unknown;

/** Where the text of a cell stands. */
export type ViewAlignment = 'left' | 'center' | 'right';

/** What one cell or line shows: a property by its name, or what a function gives. One of the two. */
export interface ViewItem {
  /** Name of a property; case does not matter. */
  readonly property?: string;
  readonly expression?: ViewExpression;
  /** How a number, date or other value becomes text: `N2`, `yyyy-MM-dd`, or a composite `{0:N2} °C`. */
  readonly formatString?: string;
}

/** One column of a table. */
export interface TableViewColumn extends ViewItem {
  /** The header. Default the name of the property. */
  readonly label?: string;
  /** Cells of the terminal. Default as wide as header and values need. */
  readonly width?: number;
  /** Of header and values. Default left in a column declared for a type. */
  readonly alignment?: ViewAlignment;
  /** Of the values, where it differs from the header's. */
  readonly itemAlignment?: ViewAlignment;
}

/** One line of a list. */
export interface ListViewItem extends ViewItem {
  /** What stands before the colon. Default the name of the property. */
  readonly label?: string;
  /** The line is left out where this gives nothing, false or an empty text. */
  readonly condition?: ViewExpression;
}

/** What starts a new group, with its own heading, whenever it changes from one value to the next. */
export interface ViewGrouping extends ViewItem {
  /** Stands before the colon in the heading. Default the name of the property. */
  readonly label?: string;
}

interface NamedView {
  /** By which `-View` asks for it. */
  readonly name?: string;
  readonly groupBy?: ViewGrouping;
}

/** A table declared for a type. */
export interface TableView extends NamedView {
  readonly kind: 'table';
  readonly columns: readonly TableViewColumn[];
  /** Long texts go on in the next line instead of being cut. Default false. */
  readonly wrap?: boolean;
  /** Widths follow from all values instead of from the first ones. Default false. */
  readonly autoSize?: boolean;
  readonly hideTableHeaders?: boolean;
}

/** A list declared for a type. */
export interface ListView extends NamedView {
  readonly kind: 'list';
  readonly items: readonly ListViewItem[];
}

/** One value of each object, in columns side by side. */
export interface WideView extends NamedView {
  readonly kind: 'wide';
  readonly item: ViewItem;
  /** How many columns. Default 2. */
  readonly columns?: number;
  readonly autoSize?: boolean;
}

/** Text of several lines of one's own for each object. */
export interface CustomView extends NamedView {
  readonly kind: 'custom';
  /** Gives the text of one object; lines longer than the width are wrapped. */
  readonly draw: (value: never, width: number) => string;
}

/** A way to draw the objects of a type. */
export type ViewDefinition = TableView | ListView | WideView | CustomView;
