import { relative } from 'node:path';

/** What a build has to say about one place. */
export interface BuildMessage {
  readonly severity: 'error' | 'warning' | 'information';
  /** Stable: `TS2322` of the compiler, `ValuesDiffer` of the derivation, `PluralNoun` of the lint. */
  readonly id: string;
  readonly text: string;
  /** What is meant, where no file is known: `Get-Forecast -City`. */
  readonly place?: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

/** `src/get-thing.ts:3:5 - error ValuesDiffer: …`, as editors and terminals recognise places. */
export function formatMessage(message: BuildMessage, folder: string): string {
  const { severity, id, text } = message;
  const place = placeOf(message, folder);
  return `${place === '' ? '' : `${place} - `}${severity} ${id}: ${text}`;
}

function placeOf({ file, line, column, place }: BuildMessage, folder: string): string {
  if (file === undefined) return place ?? '';
  return [relative(folder, file), line, column].filter((part) => part !== undefined).join(':');
}
