/**
 * One word of a call, before any parameter is known.
 *
 * - `{ name }`: a name alone, `-Force`; its value may be the next argument
 * - `{ name, value }` with `hasValue`: a name that owns its value, `-Name:value`, or a property of a structured call
 * - `{ value }` with `hasValue`: positional
 */
export interface CommandArgument {
  /** As typed, without the dash. */
  readonly name?: string;
  readonly value?: unknown;
  readonly hasValue: boolean;
  /** Came from a splatted dictionary: looked at last, gives way to an explicit argument. */
  readonly splatted?: boolean;
}
