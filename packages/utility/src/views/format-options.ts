import type { ErrorView } from './error-text.js';
import type { ReadOptions } from './resolved-property.js';
import type { ViewProperty } from './view-property.js';
import type { ViewRegistry } from './view-registry.js';

/** The four ways to draw objects. */
export type ViewShape = 'table' | 'list' | 'wide' | 'custom';

/** What becomes of a collection that is one record: its elements are drawn, or itself, or both. */
export type EnumerableExpansion = 'CoreOnly' | 'EnumOnly' | 'Both';

/** How records become format data; every member has a default. */
export interface FormatOptions extends ReadOptions {
  /** Default: the first view that fits the first object, else a table of up to four properties, else a list. */
  readonly shape?: ViewShape;
  /** Default: the display properties of the first object, else all. */
  readonly properties?: readonly ViewProperty[];
  readonly groupBy?: ViewProperty;
  /** Name of a declared view. */
  readonly view?: string;
  readonly autoSize?: boolean;
  readonly wrap?: boolean;
  readonly hideTableHeaders?: boolean;
  readonly repeatHeader?: boolean;
  /** Draws texts and numbers as objects too. */
  readonly force?: boolean;
  readonly expand?: EnumerableExpansion;
  /** Of a wide view. */
  readonly columns?: number;
  /** How deep a custom view goes. Default 5. */
  readonly depth?: number;
  /** Where views are looked up. Default those of the process. */
  readonly registry?: ViewRegistry;
  /** How error records are shown. Default `ConciseView`. */
  readonly errorView?: ErrorView;
}
