import type { ViewItem } from '@cmdlet/core';
import { namedProperty, type ResolvedProperty } from './resolved-property.js';

/** What an item of a declared view shows. */
export function itemProperty({ property, expression }: ViewItem): ResolvedProperty {
  if (expression === undefined) return namedProperty(property ?? '');
  return { name: property ?? String(expression), read: (value) => expression(value as never), given: undefined };
}
