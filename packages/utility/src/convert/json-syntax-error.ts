/** Why a text is no JSON, and where. */
export class JsonSyntaxError extends Error {
  override name = 'JsonSyntaxError';
  constructor(
    reason: string,
    /** As in `people[2].name`; empty for the whole. */
    readonly path: string,
    /** From 1. */
    readonly line: number,
    /** From 1. */
    readonly column: number,
  ) {
    super(`${reason} Path '${path}', line ${line}, column ${column}.`);
  }
}
