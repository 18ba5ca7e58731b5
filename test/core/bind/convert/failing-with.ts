import { expect } from 'vitest';

/** Matches an error of this id; further properties may be asked for. */
export function failingWith(errorId: string, properties: Readonly<Record<string, unknown>> = {}): Error {
  return expect.objectContaining({ errorId, ...properties }) as Error;
}
