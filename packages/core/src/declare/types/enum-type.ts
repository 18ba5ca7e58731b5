/** A named value of an enum. */
export interface EnumMember {
  readonly name: string;
  /** What a parameter of the enum holds for it: a number for numeric enums, a text for textual ones. */
  readonly value: number | string;
  /** A number by which a textual value can be given as well. */
  readonly number?: number;
}
