import { Duration, Version, type ViewDefinition } from '@cmdlet/core';
import { dateText } from './date-text.js';

/** A view of a class that is not ours to decorate, or that must not know of drawing. */
interface BuiltInView {
  /** In lower case. */
  readonly typeName: string;
  /** Tells the objects; without it their type names do. */
  readonly matches?: (value: unknown) => boolean;
  readonly view: ViewDefinition;
}

const DURATION_PROPERTIES = [
  'Days',
  'Hours',
  'Minutes',
  'Seconds',
  'Milliseconds',
  'Ticks',
  'TotalDays',
  'TotalHours',
  'TotalMinutes',
  'TotalSeconds',
  'TotalMilliseconds',
];

const isDuration = (value: unknown): boolean => value instanceof Duration;

/** Views of dates, lengths of time and versions; the first that fits is used. */
export const builtInViews: readonly BuiltInView[] = [
  {
    typeName: 'date',
    matches: (value) => value instanceof Date,
    view: { kind: 'custom', name: 'DateTime', draw: (value: Date) => dateText(value, 'F') },
  },
  {
    typeName: 'duration',
    matches: isDuration,
    view: { kind: 'list', name: 'Duration', items: DURATION_PROPERTIES.map((property) => ({ property })) },
  },
  {
    typeName: 'duration',
    matches: isDuration,
    view: {
      kind: 'table',
      name: 'Duration',
      columns: DURATION_PROPERTIES.slice(0, 5).map((property) => ({ property })),
    },
  },
  {
    typeName: 'duration',
    matches: isDuration,
    view: { kind: 'wide', name: 'Duration', item: { property: 'TotalMilliseconds' } },
  },
  {
    typeName: 'version',
    matches: (value) => value instanceof Version,
    view: {
      kind: 'table',
      name: 'Version',
      columns: ['Major', 'Minor', 'Build', 'Revision'].map((property) => ({
        property,
        width: property === 'Revision' ? 8 : 6,
      })),
    },
  },
];
