import type { Class } from '../types/parameter-type.js';
import { declareTypeDisplay, type TypeDisplay } from './type-display.js';
import type {
  CustomView,
  ListView,
  ListViewItem,
  TableView,
  TableViewColumn,
  ViewExpression,
  ViewItem,
  WideView,
} from './view-definition.js';

/** A decorator of the class whose objects are drawn, in either dialect. */
export type TypeDisplayAttribute = (target: Class<object>, context?: ClassDecoratorContext<Class<object>>) => void;

type Options<T> = Omit<T, 'kind' | 'columns' | 'items' | 'item' | 'draw'>;

/**
 * Declares how the objects of a class are drawn. Several may stand on a class; the first that fits is used.
 *
 * Inherited by subclasses, whose own views come first. Nothing is drawn here: a view is data that any host can read.
 *
 * @example
 * @View.table(['Id', { property: 'Name', width: 15 }, { label: 'Size', property: 'bytes', alignment: 'right' }])
 * @View.list(['Id', 'Name', { label: 'Size', expression: (file: FileRecord) => `${file.bytes} bytes` }])
 * class FileRecord { … }
 */
export const View = {
  /** A table: columns by name of a property, or with label, width, alignment, expression and format. */
  table: (columns: readonly (string | TableViewColumn)[], options: Options<TableView> = {}): TypeDisplayAttribute =>
    attribute({ views: [{ ...options, kind: 'table', columns: columns.map(itemOf) }] }),

  /** A list: one line for each property or expression. */
  list: (items: readonly (string | ListViewItem)[], options: Options<ListView> = {}): TypeDisplayAttribute =>
    attribute({ views: [{ ...options, kind: 'list', items: items.map(itemOf) }] }),

  /** One property or expression of each object, in columns side by side. */
  wide: (item: string | ViewItem, options: Options<WideView> & Pick<WideView, 'columns'> = {}): TypeDisplayAttribute =>
    attribute({ views: [{ ...options, kind: 'wide', item: itemOf(item) }] }),

  /** Text of one's own for each object. */
  custom: (draw: CustomView['draw'], options: Options<CustomView> = {}): TypeDisplayAttribute =>
    attribute({ views: [{ ...options, kind: 'custom', draw }] }),

  /** All properties that views and object cmdlets see, in this order: methods, promises and streams stay out of sight. */
  properties: (names: readonly string[]): TypeDisplayAttribute => attribute({ properties: names }),

  /** A property that only views and object cmdlets see; it hides a member of the same name. */
  scriptProperty: (name: string, expression: ViewExpression): TypeDisplayAttribute =>
    attribute({ scriptProperties: { [name]: expression } }),
} as const;

/** Declares the one property that stands for the whole object in a wide view. */
export function DefaultDisplayProperty(name: string): TypeDisplayAttribute {
  return attribute({ defaultDisplayProperty: name });
}

/** Declares the properties that a table or list without other instruction shows. */
export function DefaultDisplayPropertySet(...names: readonly string[]): TypeDisplayAttribute {
  return attribute({ defaultDisplayPropertySet: names });
}

function attribute(part: Partial<TypeDisplay>): TypeDisplayAttribute {
  return (target) => declareTypeDisplay(target, part);
}

function itemOf<T extends ViewItem>(item: string | T): T | { readonly property: string } {
  return typeof item === 'string' ? { property: item } : item;
}
