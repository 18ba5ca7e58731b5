import type { WideView } from '@cmdlet/core';
import { displayPropertyOf } from './display-property.js';
import { FormatStart, WideEntry } from './format-data.js';
import type { FormatOptions } from './format-options.js';
import { namedProperty, propertyText, type ResolvedProperty, resolveProperty } from './resolved-property.js';
import { shownProperties } from './shown-properties.js';
import type { ViewGenerator } from './view-generator.js';
import { itemProperty } from './view-item.js';

type WidePart = Pick<ViewGenerator, 'start' | 'entry'>;

/** One property of each object: the one asked for, the one that names the first object, or its first. */
export function wideOfProperty(first: unknown, options: FormatOptions): WidePart {
  const property = propertyFor(first, options);
  const formatString = property?.given?.formatString;
  return {
    start: startOf(options.columns ?? 0, options.autoSize ?? false),
    entry: (value) =>
      new WideEntry(property === undefined ? '' : propertyText(property, value, formatString, options, false)),
  };
}

/** A wide view that is declared for the type of the objects. */
export function wideOfView(view: WideView, options: FormatOptions): WidePart {
  const property = itemProperty(view.item);
  const autoSize = options.autoSize ?? view.autoSize ?? false;
  return {
    start: startOf(options.columns ?? (autoSize ? 0 : (view.columns ?? 0)), autoSize),
    entry: (value) => new WideEntry(propertyText(property, value, view.item.formatString, options, false)),
  };
}

function propertyFor(first: unknown, options: FormatOptions): ResolvedProperty | undefined {
  const asked = options.properties?.[0];
  if (asked !== undefined) return resolveProperty(asked, first)[0];
  const name = displayPropertyOf(first);
  return name === undefined ? shownProperties(first)[0] : namedProperty(name);
}

function startOf(columns: number, autoSize: boolean): FormatStart {
  return new FormatStart({ kind: 'wide', columns }, autoSize && columns === 0);
}
