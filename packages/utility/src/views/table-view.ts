import type { TableView, ViewAlignment } from '@cmdlet/core';
import { isPlainRecord } from '../properties/plain-property.js';
import { FormatStart, type TableColumn, TableRow } from './format-data.js';
import type { FormatOptions } from './format-options.js';
import { labelOf } from './label-of.js';
import { propertyText, type ResolvedProperty, resolveProperty } from './resolved-property.js';
import { computerNameProperty, shownProperties, showsComputerName } from './shown-properties.js';
import type { ViewGenerator } from './view-generator.js';
import { itemProperty } from './view-item.js';

/** Without instruction a table has at most so many columns. */
const MAXIMUM_COLUMNS = 10;

type TablePart = Pick<ViewGenerator, 'start' | 'entry'>;

/** A table whose columns come from the first object: the properties asked for, its display properties, or all. */
export function tableOfProperties(first: unknown, options: FormatOptions): TablePart {
  const properties =
    options.properties !== undefined && options.properties.length > 0
      ? options.properties.flatMap((property) => resolveProperty(property, first))
      : shownProperties(first).slice(0, MAXIMUM_COLUMNS);
  const columns = properties.map(
    ({ name, read, given }): TableColumn => ({
      label: given?.label ?? name,
      width: given?.width ?? 0,
      alignment: given?.alignment ?? alignmentOf(first, read),
      labelIsProperty: true,
    }),
  );
  const wrap = options.wrap ?? false;
  return {
    start: startOf(columns, options.hideTableHeaders ?? false, options.autoSize ?? false, options),
    entry: (value) => {
      const plain = isPlainRecord(value) ? value : undefined;
      const cells: string[] = [];
      for (const property of properties) {
        cells.push(propertyText(property, value, property.given?.formatString, options, true, plain));
      }
      return new TableRow(cells, undefined, wrap);
    },
  };
}

/** A table that is declared for the type of the objects. */
export function tableOfView(view: TableView, first: unknown, options: FormatOptions): TablePart {
  const items = view.columns.map((column) => ({ column, property: itemProperty(column) }));
  const columns = items.map(
    ({ column, property }): TableColumn => ({
      label: column.label ?? labelOf(first, property.name),
      width: column.width ?? 0,
      alignment: column.alignment ?? column.itemAlignment ?? 'left',
      labelIsProperty: column.label === undefined || column.label === column.property,
    }),
  );
  const cells: { readonly property: ResolvedProperty; readonly formatString: string | undefined }[] = items.map(
    ({ column, property }) => ({ property, formatString: column.formatString }),
  );
  if (showsComputerName(first)) {
    cells.push({ property: computerNameProperty, formatString: undefined });
    columns.push({ label: computerNameProperty.name, width: 0, alignment: 'left', labelIsProperty: true });
  }
  const alignments = view.columns.some(({ itemAlignment }) => itemAlignment !== undefined)
    ? view.columns.map(({ itemAlignment }) => itemAlignment)
    : undefined;
  const wrap = options.wrap ?? view.wrap ?? false;
  const hidden = options.hideTableHeaders ?? view.hideTableHeaders ?? false;
  return {
    start: startOf(columns, hidden, options.autoSize ?? view.autoSize ?? false, options),
    entry: (value) =>
      new TableRow(
        cells.map(({ property, formatString }) => propertyText(property, value, formatString, options, false)),
        alignments,
        wrap,
      ),
  };
}

function startOf(
  columns: readonly TableColumn[],
  hideHeader: boolean,
  autoSize: boolean,
  options: FormatOptions,
): FormatStart {
  return new FormatStart({ kind: 'table', columns, hideHeader, repeatHeader: options.repeatHeader ?? false }, autoSize);
}

/** Numbers and booleans stand on the right, by the value of the first object. */
function alignmentOf(first: unknown, read: (value: unknown) => unknown): ViewAlignment {
  try {
    return /^(number|bigint|boolean)$/.test(typeof read(first)) ? 'right' : 'left';
  } catch {
    return 'left';
  }
}
