import type { ListView, ListViewItem } from '@cmdlet/core';
import { FormatStart, ListEntry } from './format-data.js';
import type { FormatOptions } from './format-options.js';
import { labelOf } from './label-of.js';
import { isPresent, propertyText, resolveProperty } from './resolved-property.js';
import { computerNameProperty, shownProperties, showsComputerName } from './shown-properties.js';
import type { ViewGenerator } from './view-generator.js';
import { itemProperty } from './view-item.js';

const START = new FormatStart({ kind: 'list' }, false);

type ListPart = Pick<ViewGenerator, 'start' | 'entry'>;

/** A list of the properties asked for, or of each object's display properties, or of all. */
export function listOfProperties(options: FormatOptions): ListPart {
  return { start: START, entry: (value) => listEntry(value, options, false) };
}

/** All lines of one object. */
export function listEntry(value: unknown, options: FormatOptions, outOfBand: boolean): ListEntry {
  const properties =
    options.properties !== undefined && options.properties.length > 0
      ? options.properties
          .flatMap((property) => resolveProperty(property, value))
          .filter((property) => isPresent(property, value))
      : shownProperties(value);
  return new ListEntry(
    properties.map(({ name, given }) => given?.label ?? name),
    properties.map((property) => propertyText(property, value, property.given?.formatString, options, false)),
    outOfBand,
  );
}

/** A list that is declared for the type of the objects. */
export function listOfView(view: ListView, first: unknown, options: FormatOptions): ListPart {
  const computerName: readonly ListViewItem[] = showsComputerName(first)
    ? [{ property: computerNameProperty.name }]
    : [];
  const items = [...view.items, ...computerName].map((item) => ({ item, property: itemProperty(item) }));
  return {
    start: START,
    entry: (value) => {
      const shown = items.filter(({ item }) => meetsCondition(item, value));
      return new ListEntry(
        shown.map(({ item, property }) => item.label ?? labelOf(value, property.name)),
        shown.map(({ item, property }) => propertyText(property, value, item.formatString, options, false)),
        false,
      );
    },
  };
}

function meetsCondition({ condition }: ListViewItem, value: unknown): boolean {
  if (condition === undefined) return true;
  try {
    return isTrue(condition(value as never));
  } catch {
    return false;
  }
}

/** An empty list is false, and a list of one is what its element is. */
function isTrue(value: unknown): boolean {
  if (!Array.isArray(value)) return Boolean(value);
  return value.length === 1 ? Boolean(value[0]) : value.length > 1;
}
