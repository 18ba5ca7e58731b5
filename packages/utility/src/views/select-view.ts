import { typeNameOf, type ViewDefinition } from '@cmdlet/core';
import { customOfProperties, customOfView } from './custom-view.js';
import type { FormatOptions, ViewShape } from './format-options.js';
import { Grouping } from './grouping.js';
import { listOfProperties, listOfView } from './list-view.js';
import { shownProperties } from './shown-properties.js';
import { tableOfProperties, tableOfView } from './table-view.js';
import { text } from './text.js';
import { viewError } from './view-error.js';
import type { ViewGenerator } from './view-generator.js';
import { views } from './view-registry.js';
import { wideOfProperty, wideOfView } from './wide-view.js';

/** An object with more properties is drawn as a list where nobody says how. */
const MAXIMUM_TABLE_PROPERTIES = 4;

const SHAPE_NAMES: Readonly<Record<ViewShape, string>> = {
  table: 'Table',
  list: 'List',
  wide: 'Wide',
  custom: 'Custom',
};

/**
 * The view that a sequence of objects is drawn by, decided by the first of them.
 *
 * What the user asks for wins, then the views declared for the object's type, then its properties.
 *
 * @throws CmdletException `FormatViewNotFound` for a name that no view of the shape has
 */
export function selectView(first: unknown, options: FormatOptions): ViewGenerator {
  const registry = options.registry ?? views;
  const { shape } = options;
  const asksForProperties = shape !== undefined && (options.properties?.length ?? 0) > 0;
  const view = asksForProperties
    ? undefined
    : registry.find(first, shape, shape === undefined ? undefined : options.view);
  if (view !== undefined) return generatorOfView(view, first, options);
  if (!asksForProperties && shape !== undefined && options.view !== undefined)
    throw viewNotFound(options.view, shape, first, options);
  return generatorOfProperties(shape ?? shapeFor(first), first, options);
}

function generatorOfView(view: ViewDefinition, first: unknown, options: FormatOptions): ViewGenerator {
  const registry = options.registry ?? views;
  const grouping = view.groupBy === undefined ? undefined : Grouping.declared(view.groupBy, options);
  return {
    ...partOfView(view, first, options),
    grouping: options.groupBy === undefined ? grouping : Grouping.by(options.groupBy, options),
    applies: (value) => registry.applies(view, value),
  };
}

function partOfView(
  view: ViewDefinition,
  first: unknown,
  options: FormatOptions,
): Pick<ViewGenerator, 'start' | 'entry'> {
  switch (view.kind) {
    case 'table':
      return tableOfView(view, first, options);
    case 'list':
      return listOfView(view, first, options);
    case 'wide':
      return wideOfView(view, options);
    case 'custom':
      return customOfView(view, options);
  }
}

function generatorOfProperties(shape: ViewShape, first: unknown, options: FormatOptions): ViewGenerator {
  return {
    ...partOfProperties(shape, first, options),
    grouping: options.groupBy === undefined ? undefined : Grouping.by(options.groupBy, options),
    applies: () => true,
  };
}

function partOfProperties(
  shape: ViewShape,
  first: unknown,
  options: FormatOptions,
): Pick<ViewGenerator, 'start' | 'entry'> {
  switch (shape) {
    case 'table':
      return tableOfProperties(first, options);
    case 'list':
      return listOfProperties(options);
    case 'wide':
      return wideOfProperty(first, options);
    case 'custom':
      return customOfProperties(options);
  }
}

function shapeFor(first: unknown): ViewShape {
  return shownProperties(first).length > MAXIMUM_TABLE_PROPERTIES ? 'list' : 'table';
}

function viewNotFound(name: string, shape: ViewShape, first: unknown, options: FormatOptions): Error {
  const all = (options.registry ?? views).allFor(first);
  const known = all.flatMap((view) => (view.kind === shape && view.name !== undefined ? [view.name] : []));
  const elsewhere = all
    .filter((view) => view.name?.toLowerCase() === name.toLowerCase())
    .map(({ kind }) => `Format-${SHAPE_NAMES[kind]}`);
  const message = text.viewNotFound(name, SHAPE_NAMES[shape], typeNameOf(first), known, elsewhere);
  return viewError(message, 'FormatViewNotFound', 'ObjectNotFound', first);
}
