/** What `ConvertFrom-Json` makes of texts that are dates. */
export type JsonDateKind = 'Default' | 'Local' | 'Utc' | 'Offset' | 'String';

const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const MICROSOFT_DATE = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;

/**
 * A date if the text is one with a time, `2024-05-06T07:08:09` or `/Date(1000)/`, else the text itself.
 *
 * A time without zone is local time, with `Utc` it is UTC. With `String` no text becomes a date.
 */
export function dateOfJson(text: string, kind: JsonDateKind): string | Date {
  if (kind === 'String' || text.length < 8) return text;
  const milliseconds = MICROSOFT_DATE.exec(text)?.[1];
  if (milliseconds !== undefined) return new Date(Number(milliseconds));
  const match = ISO_DATE.exec(text);
  if (match === null) return text;
  const date = new Date(match[1] === undefined ? `${text}${kind === 'Utc' ? 'Z' : ''}` : withColon(text));
  return Number.isNaN(date.getTime()) ? text : date;
}

/** `+0200` and `+02` are zones too. */
function withColon(text: string): string {
  return text.replace(/([+-]\d\d)(\d\d)?$/, (whole, hours: string, minutes?: string) =>
    /T.*[+-]\d\d:\d\d$/.test(text) ? whole : `${hours}:${minutes ?? '00'}`,
  );
}
