import { readFileSync } from 'node:fs';

/** Our own expected results where we depart from a captured case on purpose: by topic, then by id of the case. */
export interface AllDeviations {
  readonly binding: unknown;
  readonly completion: unknown;
  readonly conversion: unknown;
  readonly jobs: unknown;
  readonly lifecycle: unknown;
  readonly syntax: unknown;
  readonly utility: unknown;
  readonly views: unknown;
}

/** The content of `deviations.json`. */
export function allDeviations(): AllDeviations {
  return JSON.parse(readFileSync(new URL('../deviations.json', import.meta.url), 'utf8')) as AllDeviations;
}
