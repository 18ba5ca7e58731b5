import { type CustomView, typeNamesOf } from '@cmdlet/core';
import { propertyNamesOf } from '../properties/property-names.js';
import { cellText, elementsOf, textOf } from './cell-text.js';
import { CustomEntry, FormatStart, type IndentedLine } from './format-data.js';
import type { FormatOptions } from './format-options.js';
import { propertyText, type ResolvedProperty, resolveProperty } from './resolved-property.js';
import { shownProperties } from './shown-properties.js';
import type { ViewGenerator } from './view-generator.js';

const DEFAULT_DEPTH = 5;
const DEFAULT_LIMIT = 4;
const STEP = 2;
const START = new FormatStart({ kind: 'custom' }, false);

type CustomPart = Pick<ViewGenerator, 'start' | 'entry'>;

/** Each object as a tree of its properties, as deep as asked. */
export function customOfProperties(options: FormatOptions): CustomPart {
  return {
    start: START,
    entry: (value) => {
      const lines: IndentedLine[] = [];
      drawObject(value, 0, 0, options, lines, options.properties !== undefined);
      return new CustomEntry([...lines, { indentation: 0, text: '' }], false);
    },
  };
}

/** The text that a declared view gives for each object. */
export function customOfView(view: CustomView, options: FormatOptions): CustomPart {
  return { start: START, entry: (value) => new CustomEntry(drawn(view, value, options), false) };
}

function drawn(view: CustomView, value: unknown, options: FormatOptions): IndentedLine[] {
  try {
    return view
      .draw(value as never, Number.MAX_SAFE_INTEGER)
      .split('\n')
      .map((text) => ({ indentation: 0, text }));
  } catch (cause) {
    options.onError?.(cause, view.name ?? 'draw', value);
    return [];
  }
}

function drawObject(
  value: unknown,
  level: number,
  indentation: number,
  options: FormatOptions,
  lines: IndentedLine[],
  onlyAsked = false,
): void {
  lines.push({ indentation, text: `class ${shortTypeName(value)}` }, { indentation, text: '{' });
  const properties =
    onlyAsked && options.properties !== undefined && options.properties.length > 0
      ? options.properties.flatMap((property) => resolveProperty(property, value))
      : shownProperties(value);
  for (const property of properties) drawProperty(property, value, level, indentation + STEP, options, lines);
  lines.push({ indentation, text: '}' });
}

function drawProperty(
  property: ResolvedProperty,
  value: unknown,
  level: number,
  indentation: number,
  options: FormatOptions,
  lines: IndentedLine[],
): void {
  const label = `${property.given?.label ?? property.name} = `;
  const depth = property.given?.depth ?? options.depth ?? DEFAULT_DEPTH;
  let content: unknown;
  try {
    content = property.read(value);
  } catch {
    lines.push({ indentation, text: label + propertyText(property, value, undefined, options, false) });
    return;
  }
  if (isLeaf(content) || level >= depth) {
    lines.push({ indentation, text: label + cellText(content, options) });
    return;
  }
  lines.push({ indentation, text: label });
  const inner = indentation + STEP;
  const elements = elementsOf(content);
  if (elements === undefined) drawObject(content, level + 1, inner, options, lines);
  else {
    drawElements(elements, level + 1, inner, options, lines, depth);
    lines.push({ indentation: inner, text: '' });
  }
}

function drawElements(
  elements: Iterable<unknown>,
  level: number,
  indentation: number,
  options: FormatOptions,
  lines: IndentedLine[],
  depth: number,
): void {
  lines.push({ indentation, text: '[' });
  const inner = indentation + STEP;
  const limit = options.enumerationLimit ?? DEFAULT_LIMIT;
  let count = 0;
  for (const element of elements) {
    if (limit >= 0 && count++ === limit) {
      lines.push({ indentation: inner, text: '…' });
      break;
    }
    const nested = elementsOf(element);
    if (isLeaf(element) || level > depth) lines.push({ indentation: inner, text: textOf(element, options) });
    else if (nested === undefined) drawObject(element, level, inner, options, lines);
    else drawElements(nested, level + 1, inner, options, lines, depth);
  }
  lines.push({ indentation, text: ']' });
}

/** Shown as text: whatever is no object, and objects without properties. */
function isLeaf(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return elementsOf(value) === undefined && propertyNamesOf(value).length === 0;
}

/** Without what stands before the last point; plain objects and dates have PowerShell's names for them. */
function shortTypeName(value: unknown): string {
  const name = typeNamesOf(value)[0] ?? '';
  return POWERSHELL_NAMES[name] ?? name.slice(name.lastIndexOf('.') + 1);
}

const POWERSHELL_NAMES: Readonly<Record<string, string>> = { Object: 'PSCustomObject', Date: 'DateTime' };
